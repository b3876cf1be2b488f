// Finds keys of a function that belong in its DeploymentPreference, or are misspellings of it. SAM refuses
// unknown properties; here an ignored key would be an alarm that is not monitored.

import { noProblems, type Problems } from '../base/problems.ts';
import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import { KEYS } from './deployment-preference.ts';
import { placeOf, type TreeMap } from './tree.ts';

const OWN = ['AutoPublishAlias', 'DeploymentPreference'];
/** Functions also have a Role, so that key is not misplaced. */
const WITHIN = KEYS.filter((key) => key !== 'Role');

/** @returns one problem for each such key */
export function misplaced(id: string, properties: TreeMap): readonly string[] {
  return [...properties.keys()].flatMap((key) => {
    if (OWN.includes(key)) return [];
    if (WITHIN.some((known) => known === key)) {
      return [
        `${placeOf(properties, key)}"${id}" has ${key} next to its DeploymentPreference, where SAM rejects it; expected it inside`,
      ];
    }
    const meant = didYouMean(key, OWN);
    return meant === ''
      ? []
      : [`${placeOf(properties, key)}"${id}" has the unknown property ${quote(key)}.${meant}`];
  });
}

/** The attributes of a resource: CloudFormation's, and those of SAM's own (SAM developer guide, "resource attributes"). */
const ATTRIBUTES = [
  ...['Type', 'Properties', 'Condition', 'DependsOn', 'Metadata', 'CreationPolicy', 'UpdatePolicy'],
  ...['DeletionPolicy', 'UpdateReplacePolicy', 'IgnoreGlobals', 'Connectors'],
];

/** What is next to the properties of a resource and is not known there. It might change how the function is released. */
export function unknownAttributes(id: string, resource: TreeMap): Problems {
  const found = noProblems();
  for (const key of resource.keys()) {
    if (ATTRIBUTES.includes(key)) continue;
    const unknown = `${placeOf(resource, key)}"${id}" has the unknown attribute ${quote(key)}`;
    const meant = didYouMean(key, ATTRIBUTES);
    if (meant === '') found.notes.push(`${unknown}, which is ignored`);
    else found.problems.push(`${unknown}.${meant}`);
  }
  return found;
}
