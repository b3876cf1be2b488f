// Keys of a function that were meant for its DeploymentPreference, or as it. SAM refuses a property that
// it does not know; here it would be an alarm that nobody watches.

import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import { KEYS } from './deployment-preference.ts';
import type { TreeMap } from './tree.ts';

const OWN = ['AutoPublishAlias', 'DeploymentPreference'];
/** A function has a Role of its own. */
const WITHIN = KEYS.filter((key) => key !== 'Role');

/** @returns problems in words, one for each such key */
export function misplaced(id: string, properties: TreeMap): readonly string[] {
  return [...properties.keys()].flatMap((key) => {
    if (OWN.includes(key)) return [];
    if (WITHIN.some((known) => known === key)) {
      return [
        `"${id}" has ${key} beside its DeploymentPreference, where SAM refuses it; expected it within`,
      ];
    }
    const meant = didYouMean(key, OWN);
    return meant === '' ? [] : [`"${id}" has the unknown property ${quote(key)}.${meant}`];
  });
}
