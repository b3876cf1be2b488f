// Finds keys of a function that belong in its DeploymentPreference, or are misspellings of it. SAM refuses
// unknown properties; here an ignored key would be an alarm that is not monitored.

import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import { KEYS } from './deployment-preference.ts';
import type { TreeMap } from './tree.ts';

const OWN = ['AutoPublishAlias', 'DeploymentPreference'];
/** Functions also have a Role, so that key is not misplaced. */
const WITHIN = KEYS.filter((key) => key !== 'Role');

/** @returns one problem for each such key */
export function misplaced(id: string, properties: TreeMap): readonly string[] {
  return [...properties.keys()].flatMap((key) => {
    if (OWN.includes(key)) return [];
    if (WITHIN.some((known) => known === key)) {
      return [
        `"${id}" has ${key} next to its DeploymentPreference, where SAM rejects it; expected it inside`,
      ];
    }
    const meant = didYouMean(key, OWN);
    return meant === '' ? [] : [`"${id}" has the unknown property ${quote(key)}.${meant}`];
  });
}
