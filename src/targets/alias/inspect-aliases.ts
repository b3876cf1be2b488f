// Preflight of aliases: each function is ready, each alias points to one published version, and the two versions
// can share an alias.

import type { Aliases, AliasRef, AliasState } from '../../aws/aliases.ts';
import type { FunctionCalls, FunctionReading } from '../../aws/functions.ts';
import type { Provisioned } from '../../aws/provisioned.ts';
import { whyNotReady } from '../../aws/readiness.ts';
import { must } from '../../base/assert.ts';
import { aliasCommand } from '../../base/command-line.ts';
import { KnownError } from '../../base/errors.ts';
import { attempt, type Problems } from '../../base/problems.ts';
import type { FunctionInput } from '../../inputs/values.ts';
import { whyNotOwned } from '../../report/stored-state-text.ts';
import type { RolloutId } from '../../rollout/release.ts';
import { wrongCode } from '../lambda/check-code.ts';
import { checkFunction } from '../lambda/check-function.ts';
import { inspectNewCode, type NewCodes } from '../lambda/new-code.ts';
import { type LambdaRelease, versionToRelease } from '../lambda/next-version.ts';
import type { OnSplitAlias } from './alias-inputs.ts';
import { type AliasSet, labelOf } from './alias-set.ts';
import { describeAlias, mainVersion } from './alias-state.ts';
import { checkProvisioned, type ProvisionedFacts } from './inspect-provisioned.ts';
import type { TagStore } from './tag-store.ts';

export interface AliasFacts {
  readonly input: FunctionInput;
  readonly ref: AliasRef;
  /** Of the function. */
  readonly arn: string;
  /** The version that gets all traffic now; empty if the alias does not exist yet. */
  readonly from: string;
  readonly release: LambdaRelease;
  /** The split that something else left on the alias, if it is to be repaired. */
  readonly split: AliasState | undefined;
  /** The longer timeout of the two versions; that of `$LATEST` says nothing about them. */
  readonly timeoutSeconds: number;
  readonly durable: boolean;
  /** Its provisioned concurrency. */
  readonly warmth: ProvisionedFacts;
}

export interface AliasBound {
  readonly aliases: Pick<Aliases, 'read'>;
  readonly aliasSet: Pick<AliasSet, 'saw'>;
  readonly functions: FunctionCalls;
  readonly provisioned: Provisioned;
  readonly codes: NewCodes;
  readonly region: string;
  readonly onSplit: OnSplitAlias;
  readonly stored: Pick<TagStore, 'readSeen'>;
  /** All functions that are released. */
  readonly names: readonly string[];
  /** The URL of a run, for people. */
  readonly linkTo: (id: RolloutId) => string;
}

/** Inspects one function and its alias. `undefined` when there are problems with it. */
export async function inspectAlias(
  bound: AliasBound,
  input: FunctionInput,
  findings: Problems,
): Promise<AliasFacts | undefined> {
  const ref = refOf(input);
  const before = findings.problems.length;
  const latest = await attempt(findings, () => readFunction(bound, input));
  if (!latest) return undefined;
  checkFunction(input, latest, findings);
  const code = await inspectNewCode(bound.codes, input, latest, findings);
  const open = await checkMemory(bound, ref, findings);
  const next = await readNext(bound, input, latest, findings);
  const traffic = next && (await inspectTraffic(bound, { ref, open }, next, findings));
  if (!traffic) return undefined;
  const { state: stood, serving } = traffic;
  const from = mainVersion(stood);
  checkCurrent(ref, from, input, findings);
  const trafficState = { ref, state: stood };
  const warmth = await checkProvisioned(bound, input, trafficState, findings);
  if (findings.problems.length > before) return undefined;
  const { arn, durable } = latest;
  const timeoutSeconds = Math.max(serving?.timeoutSeconds ?? 0, next.reading.timeoutSeconds);
  const split = isSplit(stood) ? stood : undefined;
  const release = versionToRelease(input, from, latest, serving, code);
  return { input, ref, arn, from, release, split, timeoutSeconds, durable, warmth };
}

interface Traffic {
  readonly state: AliasState;
  /** The version that gets all traffic; `undefined` if there is none, or it could not be read. */
  readonly serving: FunctionReading | undefined;
}

const ABSENT: AliasState = { version: '', weights: {}, revisionId: '' };

/**
 * Reads the current version of the alias.
 *
 * @returns no version if the alias does not exist; `undefined` if it could not be read
 */
async function inspectTraffic(
  bound: AliasBound,
  { ref, open }: { readonly ref: AliasRef; readonly open: boolean },
  next: Next,
  findings: Problems,
): Promise<Traffic | undefined> {
  const before = findings.problems.length;
  const state = await attempt(findings, () => bound.aliases.read(ref));
  if (!state) {
    return findings.problems.length > before ? undefined : { state: ABSENT, serving: undefined };
  }
  // A split is repaired first, or belongs to an open rollout.
  if (!isSplit(state)) bound.aliasSet.saw(ref, state);
  checkAlias(bound, ref, state, findings, open);
  const from = mainVersion(state);
  const serving = await attempt(findings, () => bound.functions.read(ref.functionName, from));
  if (serving) checkVersions(ref, next, { version: from, reading: serving }, findings);
  return { state, serving };
}

export function refOf({ name, alias }: FunctionInput): AliasRef {
  return { functionName: name, alias: must(alias, `the function ${name} has its alias`) };
}

async function readFunction({ functions, region }: AliasBound, { name }: FunctionInput) {
  const found = await functions.read(name);
  if (found) return found;
  throw new KnownError(`functions: there is no function "${name}" in ${region}`);
}

/** The version to release, or what it will be published from. */
interface Next {
  readonly words: string;
  readonly reading: FunctionReading;
}

async function readNext(
  { functions }: AliasBound,
  input: FunctionInput,
  latest: FunctionReading,
  findings: Problems,
): Promise<Next | undefined> {
  const { name, version } = input;
  if (version === undefined) return { words: 'the version to be published', reading: latest };
  const before = findings.problems.length;
  const reading = await attempt(findings, () => functions.read(name, version));
  if (reading) {
    const why = whyNotReady(reading);
    if (why !== undefined)
      findings.problems.push(`version: version ${version} of "${name}" ${why}`);
    const wrong = wrongCode(input, reading);
    if (wrong !== undefined) findings.problems.push(wrong);
    return { words: `version ${version}`, reading };
  }
  if (findings.problems.length === before) {
    findings.problems.push(`version: "${name}" has no published version ${version}`);
  }
  return undefined;
}

function isSplit({ weights }: AliasState): boolean {
  return Object.keys(weights).length > 0;
}

/** A split alias without stored state was left by an interrupted release. */
function checkAlias(
  { region, onSplit }: Pick<AliasBound, 'region' | 'onSplit'>,
  ref: AliasRef,
  state: AliasState,
  findings: Problems,
  explained: boolean,
): void {
  const label = labelOf(ref);
  if (!/^\d+$/.test(state.version)) {
    findings.problems.push(
      `alias: ${label} points to ${state.version}; expected a published version, because only those can be split`,
    );
  }
  if (!isSplit(state) || explained) return;
  const main = mainVersion(state);
  if (onSplit === 'repair') {
    findings.notes.push(
      `alias: ${label} is split between ${describeAlias(state)}; on-split-alias: repair first gives all traffic to ${main}`,
    );
  } else {
    findings.problems.push(
      `alias: ${label} is split between ${describeAlias(state)} already, by another tool or an interrupted release. ` +
        `To give all traffic to ${main}, set on-split-alias: repair, or run: ${aliasCommand(region, ref, main)}`,
    );
  }
}

/**
 * An AppSpec names the version that the alias points to before. If the alias points to the target version
 * already, an earlier run moved it, and there is nothing left to do.
 */
function checkCurrent(
  ref: AliasRef,
  from: string,
  { current, version }: FunctionInput,
  findings: Problems,
): void {
  if (current === undefined || from === current || from === version) return;
  const stands = from === '' ? 'does not exist yet' : `points to version ${from}`;
  findings.problems.push(
    `appspec: ${labelOf(ref)} ${stands}, but CurrentVersion is ${current}; expected the version that the alias points to`,
  );
}

/** @returns whether a rollout of the alias is open, which then explains a split */
async function checkMemory(
  { stored, names, linkTo }: AliasBound,
  { functionName }: AliasRef,
  findings: Problems,
): Promise<boolean> {
  const found = await attempt(findings, () => stored.readSeen(functionName));
  if (!found || found.kind === 'none') return false;
  // The stored state of that function is checked when that function is inspected.
  if (found.kind === 'takes-part' && found.rememberedBy === [...names].sort()[0]) return true;
  if (found.kind !== 'rollout') {
    findings.problems.push(`alias: ${whyNotOwned(`"${functionName}"`, found, linkTo)}`);
    return found.kind === 'takes-part';
  }
  const { id, functions } = found.storedRollout.record;
  const same = functions.length === names.length && functions.every((f) => names.includes(f.name));
  // The same release: on-unfinished decides what to do with it.
  if (same) return true;
  findings.problems.push(
    `alias: the rollout of ${linkTo(id)} is unfinished, is stored on "${functionName}", and has different functions from this release. Wait until it ends`,
  );
  return true;
}

/**
 * Lambda developer guide, "weighted alias": the versions must have the same role and the same dead-letter queue.
 */
function checkVersions(
  { functionName }: AliasRef,
  { words, reading: next }: Next,
  { version: from, reading: old }: { readonly version: string; readonly reading: FunctionReading },
  findings: Problems,
): void {
  if (old.role !== next.role) {
    findings.problems.push(
      `functions: version ${from} of "${functionName}" has the role ${old.role}, and ${words} has ${next.role}; versions of one alias must share it`,
    );
  }
  if (old.deadLetterQueue !== next.deadLetterQueue) {
    findings.problems.push(
      `functions: version ${from} of "${functionName}" and ${words} have different dead-letter queues; versions of one alias must share it`,
    );
  }
}
