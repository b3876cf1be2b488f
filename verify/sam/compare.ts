// What our reader says of a template, and what it says of SAM's own translation of it.

import { parseSteps } from '../../src/rollout/steps.ts';
import { parseTree } from '../../src/templates/parse.ts';
import { plainValue } from '../../src/templates/plain-scalar.ts';
import type { ReleaseFacts } from '../../src/templates/release-facts.ts';
import { readSam } from '../../src/templates/sam.ts';

/** What SAM's translator answered. */
export interface Translation {
  readonly template?: unknown;
  readonly error?: string;
}

export type Comparison =
  | { readonly kind: 'same' }
  /** By both. */
  | { readonly kind: 'refused' }
  /** Known and harmless; `why` is the kind. */
  | { readonly kind: 'by-design'; readonly why: string }
  | { readonly kind: 'different'; readonly ours: string; readonly sams: string };

/** Problems that say what SAM leaves to CloudFormation, or what one release cannot do. */
const STRICTER: readonly (readonly [RegExp, string])[] = [
  [/one release has one schedule/, 'several schedules'],
  [/\{\{resolve:/, 'a dynamic reference'],
  [/nothing to release/, 'nothing to release'],
  [/has no Type: it is empty/, 'a Type that is empty once it is resolved'],
  [/AutoPublishAlias of "\w+" is empty/, 'an alias that is empty'],
  [/has no Type; expected one/, 'no Type'],
  [/has a DeploymentPreference and no AutoPublishAlias/, 'no alias'],
];

/** Errors of SAM about what a release can do without. */
const LENIENT: readonly (readonly [RegExp, string])[] = [
  [/AutoPublishAlias/, 'an alias by a function of CloudFormation'],
  [/Alarms/, 'alarms by a function of CloudFormation'],
];

export async function compare(text: string, translation: Translation): Promise<Comparison> {
  const ours = await read(text);
  const { error } = translation;
  if (error !== undefined) {
    if (ours.problems.length > 0) return { kind: 'refused' };
    return (
      known(error, LENIENT) ??
      notThere(error, ours) ?? { kind: 'different', ours: summary(ours), sams: error }
    );
  }
  const sams = await read(JSON.stringify(translation.template));
  const [one, two] = [summary(ours), summary(sams)];
  if (one === two) return { kind: one === REFUSED ? 'refused' : 'same' };
  return known(ours.problems.join('\n'), STRICTER) ?? { kind: 'different', ours: one, sams: two };
}

/** SAM also checks a function whose Condition is false. It is not released, so nothing depends on it. */
function notThere(error: string, { notes }: ReleaseFacts): Comparison | undefined {
  const named = [...error.matchAll(/InvalidResourceException\('(\w+)'/g)].map(([, id]) => id);
  const isLeftOut = (id = '') =>
    notes.some((note) => note.startsWith(`"${id}" `) && /its Condition .* is false/.test(note));
  return named.length > 0 && named.every(isLeftOut)
    ? { kind: 'by-design', why: 'a function whose Condition is false' }
    : undefined;
}

function known(
  text: string,
  kinds: readonly (readonly [RegExp, string])[],
): Comparison | undefined {
  const found = kinds.find(([pattern]) => pattern.test(text));
  return found && { kind: 'by-design', why: found[1] };
}

async function read(text: string): Promise<ReleaseFacts> {
  const parsed = await parseTree(text, plainValue);
  if (parsed.kind === 'problem')
    return { values: {}, current: {}, notes: [], problems: [parsed.problem] };
  return readSam(parsed.tree, {
    gives: () => false,
    supplied: new Map([['AWS::AccountId', '123456789012']]),
    region: 'eu-west-1',
    stepsOf,
  });
}

function stepsOf(text: string): string {
  const parsed = parseSteps(text);
  return parsed.kind === 'steps' ? JSON.stringify(parsed.steps) : text;
}

const REFUSED = 'refused';

/** What decides a release, in an order of its own. */
function summary({ values, problems }: ReleaseFacts): string {
  if (problems.length > 0) return REFUSED;
  const lines = (name: string) => [...new Set((values[name] ?? '').split('\n'))].sort();
  const sets = ['functions', 'alarms', 'pre-traffic-hook', 'post-traffic-hook'].map((name) => [
    name,
    lines(name),
  ]);
  return JSON.stringify([...sets, ['steps', stepsOf(values.steps ?? '')]]);
}
