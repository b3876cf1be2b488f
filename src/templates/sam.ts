// A template of SAM, CloudFormation or the Serverless Framework → the inputs of a release.

import { known } from '../base/errors.ts';
import { listed } from '../base/listed.ts';
import { readAliasUpdates } from './alias-updates.ts';
import type { Findings } from './entry-values.ts';
import { together } from './one-release.ts';
import { type OtherInputs, onlyProblem, type ReleaseFacts } from './release-facts.ts';
import type { ReleasedFunction } from './released-function.ts';
import { type Gap, resolution } from './resolution.ts';
import { readSamFunctions } from './sam-functions.ts';
import { isServerless, serverlessTemplate } from './serverless.ts';
import { canaryStages, readStageCanary } from './stage-canary.ts';
import { stillMoved } from './still-moved.ts';
import { checkSupplied, pseudoParameters } from './template-parameters.ts';
import { isMap, mapAt, type Tree, type TreeMap } from './tree.ts';
import { reportUnread } from './unread.ts';

/** Reads a template. Every error becomes a problem; nothing is thrown. */
export function readSam(tree: Tree, given: OtherInputs): ReleaseFacts {
  return isServerless(tree)
    ? readMade(serverlessTemplate(tree), given)
    : readResources(tree, given);
}

/** A template that was made of something else, and what there is to say about that. */
export interface MadeTemplate extends Pick<ReleaseFacts, 'notes' | 'problems'> {
  readonly template: TreeMap;
}

export function readMade(made: MadeTemplate, given: OtherInputs): ReleaseFacts {
  const { template, notes, problems } = made;
  const isNothing = mapAt(template, 'Resources').size === 0;
  // What is wrong with it explains everything else.
  if (isNothing && problems.length > 0) return { values: {}, current: {}, notes, problems };
  const facts = readResources(template, given, notes);
  return { ...facts, problems: [...problems, ...facts.problems] };
}

/** @param notes on how the template was made */
function readResources(
  tree: Tree,
  given: OtherInputs,
  notes: readonly string[] = [],
): ReleaseFacts {
  if (!isMap(tree) || mapAt(tree, 'Resources').size === 0) {
    return onlyProblem('it has no Resources; expected a template of SAM or CloudFormation');
  }
  try {
    const { functions, stage, found, why } = readingOf(tree, given, notes);
    if (why !== undefined) found.problems.push(nothingToRelease(why));
    const moved = stillMoved(functions, tree);
    if (moved !== undefined) found.notes.push(moved);
    found.problems.push(...checkSupplied(tree, given.supplied));
    const { notes: own, ...facts } = together(functions, given.stepsOf, found);
    const all = { ...facts, notes: [...own, ...notes] };
    return stage ? { ...all, values: { ...all.values, ...stage } } : all;
  } catch (error) {
    return onlyProblem(known(error).message);
  }
}

/** What a template releases, before it is put together. */
export interface Reading {
  readonly functions: readonly ReleasedFunction[];
  readonly stage: ReleaseFacts['values'] | undefined;
  readonly found: Findings;
  /** Why there is nothing to release; `undefined`: there is something, or a problem. */
  readonly why: readonly string[] | undefined;
}

/** @param notes on how the template was made. Throws a `KnownError` if it calls itself endlessly. */
export function readingOf(tree: TreeMap, given: OtherInputs, notes: readonly string[]): Reading {
  const found = findings(tree, given, pseudoParameters(given.region));
  const updates = readAliasUpdates(tree, found);
  const functions = [...readSamFunctions(tree, found), ...updates.functions];
  // A release moves aliases or one stage. What a template has besides is said.
  const stage = isOnlyStage(functions, found) ? readStageCanary(tree, found) : undefined;
  const read = new Set([...updates.groups, ...(stage ? stageIds(tree) : [])]);
  reportUnread(tree, read, found.notes);
  const isNothing = functions.length === 0 && !stage && found.problems.length === 0;
  const reasons = notes.filter((note) => / is not (?:read|released)/.test(note));
  const why = isNothing ? [...found.notes, ...reasons] : undefined;
  return { functions, stage, found, why };
}

/** For aliases that are inputs, a stage is none of the template's business. */
function isOnlyStage(functions: readonly unknown[], { gives, problems }: Findings): boolean {
  return functions.length === 0 && problems.length === 0 && !gives('alias');
}

function stageIds(template: TreeMap): readonly string[] {
  return canaryStages(template).map(({ id }) => id);
}

function findings(
  template: TreeMap,
  { gives, supplied: own, configured = new Map(), namesLater = false }: OtherInputs,
  pseudo: ReadonlyMap<string, string>,
): Findings {
  const problems: string[] = [];
  const asked = new Set<string>();
  const resources = mapAt(template, 'Resources');
  const parameters = mapAt(template, 'Parameters');
  const supplied = new Map([...[...configured].filter(([name]) => parameters.has(name)), ...own]);
  const gap = (where: string, { name, what }: Gap, input: string) => {
    if (input === 'steps' && name !== undefined && isMap(resources.get(name))) {
      // The name of a resource is not a schedule.
      problems.push(`${where}: "${name}" is no schedule; expected the input steps`);
    } else if (name === undefined) {
      const instead =
        input === 'template-parameters' ? INSTEAD : `expected the input ${input} instead`;
      problems.push(`${where}: ${what}; ${instead}`);
    } else if (!asked.has(name)) {
      asked.add(name);
      problems.push(
        `${where}: ${what}; expected a line ${name}=VALUE in template-parameters${input === 'template-parameters' ? '' : `, or the input ${input}`}`,
      );
    }
  };
  return {
    at: resolution({ template, supplied, pseudo, namesLater }),
    notes: [],
    problems,
    gives,
    gap,
  };
}

/** What can be set if the template does not say enough. */
const INSTEAD = 'expected the inputs functions, alias and steps instead of template';

/** @param reasons why each candidate is left out */
function nothingToRelease(reasons: readonly string[]): string {
  const because = reasons.length === 0 ? '' : `: ${listed(reasons, '; ')}`;
  return `no function has both an AutoPublishAlias and a DeploymentPreference that is enabled, and no alias is updated by CodeDeploy, so there is nothing to release${because}; ${INSTEAD}`;
}
