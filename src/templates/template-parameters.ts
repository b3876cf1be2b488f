// The `template-parameters` input, and the values that CloudFormation provides.

import { partitionOf } from '../base/partitions.ts';
import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import { mapAt, type TreeMap } from './tree.ts';

const NAME = /^[A-Za-z0-9:.]{1,255}$/;

const PSEUDO = ['AccountId', 'Partition', 'Region', 'StackId', 'StackName', 'URLSuffix'].map(
  (name) => `AWS::${name}`,
);

/** Parses `NAME=VALUE` lines; adds every error to the problems. */
export function readSupplied(text: string, problems: string[]): ReadonlyMap<string, string> {
  const supplied = new Map<string, string>();
  for (const line of text.split('\n').map((l) => l.trim())) {
    if (line === '') continue;
    const at = line.indexOf('=');
    const name = line.slice(0, Math.max(at, 0)).trim();
    if (!NAME.test(name)) {
      problems.push(
        `template-parameters: ${quote(line)}; expected NAME=VALUE, one per line, with a parameter, a logical id or AWS::AccountId as its name`,
      );
    } else if (supplied.has(name)) {
      problems.push(`template-parameters: "${name}" is given twice`);
    } else supplied.set(name, line.slice(at + 1).trim());
  }
  return supplied;
}

/** Reports names that the template does not have; they are probably misspelled. */
export function checkSupplied(
  template: TreeMap,
  supplied: ReadonlyMap<string, string>,
): readonly string[] {
  const known = [
    ...mapAt(template, 'Parameters').keys(),
    ...mapAt(template, 'Resources').keys(),
    ...PSEUDO,
  ];
  const isUnknown = (name: string) => !known.includes(name.split('.')[0] ?? '');
  return [...supplied.keys()]
    .filter(isUnknown)
    .map(
      (name) =>
        `template-parameters names "${name}", which is neither a parameter nor a resource of the template.${didYouMean(name, known)}`,
    );
}

/**
 * The pseudo-parameters that depend on the Region (CloudFormation user guide, "pseudo parameters reference").
 */
export function pseudoParameters(region: string): ReadonlyMap<string, string> {
  if (region === '') return new Map();
  const { id, dnsSuffix } = partitionOf(region);
  return new Map([
    ['AWS::Region', region],
    ['AWS::Partition', id],
    ['AWS::URLSuffix', dnsSuffix],
  ]);
}
