// Preflight of aliases: each function is ready, each alias stands on one published version, and the
// two versions may share an alias.

import type { Aliases, AliasRef } from '../../aws/aliases.ts';
import { accountOf } from '../../aws/arns.ts';
import { RolloutError } from '../../aws/errors.ts';
import type { FunctionReading, Functions } from '../../aws/functions.ts';
import type { FunctionInput } from '../../inputs/inputs.ts';
import { attempt, type Findings } from '../../preflight/findings.ts';
import { type AliasState, describeAlias } from '../../rollout/alias-standing.ts';
import { ourTagKeys } from '../../rollout/record.ts';
import { labelOf } from './fleet.ts';

export interface AliasFacts {
  readonly input: FunctionInput;
  readonly ref: AliasRef;
  readonly arn: string;
  /** The version that all traffic goes to now. */
  readonly from: string;
  readonly timeoutSeconds: number;
}

export interface AliasBound {
  readonly aliases: Aliases;
  readonly functions: Functions;
  readonly region: string;
}

/** Looks at one function and its alias. `undefined` when there are problems with it. */
export async function inspectAlias(
  bound: AliasBound,
  input: FunctionInput,
  findings: Findings,
): Promise<AliasFacts | undefined> {
  const ref = refOf(input);
  const before = findings.problems.length;
  const latest = await attempt(findings, () => readFunction(bound, input));
  const state = await attempt(findings, () => readAlias(bound, ref));
  if (!latest || !state) return undefined;
  checkFunction(input, latest, findings);
  checkAlias(ref, state, findings);
  await checkMemory(bound, ref, latest.arn, findings);
  await checkVersions(bound, input, latest, state, findings);
  await checkProvisioned(bound, ref, findings);
  if (findings.problems.length > before) return undefined;
  const { arn, timeoutSeconds } = latest;
  return { input, ref, arn, from: state.version, timeoutSeconds };
}

export function refOf({ name, alias }: FunctionInput): AliasRef {
  return { functionName: name, alias: alias ?? '' };
}

async function readFunction({ functions, region }: AliasBound, { name }: FunctionInput) {
  const found = await functions.read(name);
  if (found) return found;
  throw new RolloutError(`functions: there is no function "${name}" in ${region}`);
}

async function readAlias({ aliases }: AliasBound, ref: AliasRef) {
  const found = await aliases.read(ref);
  if (found) return found;
  const { functionName, alias } = ref;
  throw new RolloutError(
    `alias: "${functionName}" has no alias "${alias}". A first release has nothing to be compared with; ` +
      `make it once: aws lambda create-alias --function-name ${functionName} --name ${alias} --function-version VERSION`,
  );
}

function checkFunction(input: FunctionInput, reading: FunctionReading, findings: Findings): void {
  const { name } = input;
  if (!['Active', 'Inactive', 'Pending'].includes(reading.state)) {
    findings.problems.push(`functions: "${name}" is ${reading.state}; expected Active`);
  }
  if (reading.lastUpdateStatus === 'Failed') {
    findings.problems.push(
      `functions: the last update of "${name}" failed; there is nothing sound to publish`,
    );
  }
  const account = accountOf(reading.arn);
  if (input.account !== undefined && input.account !== account) {
    findings.problems.push(
      `functions: "${name}" is of account ${input.account}, and the job works in account ${account}`,
    );
  }
}

/** An alias that is split and that nobody remembers was left so by a release that was cut off. */
function checkAlias(ref: AliasRef, state: AliasState, findings: Findings): void {
  const label = labelOf(ref);
  if (!/^\d+$/.test(state.version)) {
    findings.problems.push(
      `alias: ${label} points to ${state.version}; expected a published version, for only those can be split`,
    );
  }
  if (Object.keys(state.weights).length > 0) {
    findings.problems.push(
      `alias: ${label} is split between ${describeAlias(state)} already, by someone else or a release that was cut off. ` +
        `To give all of it to ${state.version}: aws lambda update-alias --function-name ${ref.functionName} --name ${ref.alias} --routing-config '{"AdditionalVersionWeights":{}}'`,
    );
  }
}

async function checkMemory(
  { aliases }: AliasBound,
  ref: AliasRef,
  arn: string,
  findings: Findings,
): Promise<void> {
  const tags = await attempt(findings, () => aliases.readTags(arn));
  if (tags && ourTagKeys(tags).length > 0) {
    findings.problems.push(
      `alias: "${ref.functionName}" takes part in an unfinished rollout (${tags['canary-action:rollout'] ?? 'unknown'}), together with other functions than this one. Finish it first`,
    );
  }
}

/** Lambda developer guide, "weighted alias": the same role, and the same dead-letter queue. */
async function checkVersions(
  { functions }: AliasBound,
  { name, version }: FunctionInput,
  latest: FunctionReading,
  { version: from }: AliasState,
  findings: Findings,
): Promise<void> {
  const old = await attempt(findings, () => functions.read(name, from));
  const next =
    version === undefined ? latest : await attempt(findings, () => functions.read(name, version));
  if (!next) {
    findings.problems.push(`version: "${name}" has no published version ${version}`);
    return;
  }
  if (!old) return;
  const wanted = version ?? 'the version to be published';
  if (old.role !== next.role) {
    findings.problems.push(
      `functions: version ${from} of "${name}" has the role ${old.role}, and ${wanted} has ${next.role}; versions behind one alias must share it`,
    );
  }
  if (old.deadLetterQueue !== next.deadLetterQueue) {
    findings.problems.push(
      `functions: version ${from} of "${name}" and ${wanted} have different dead-letter queues; versions behind one alias must share it`,
    );
  }
}

/** Ready instances belong to a version: the new one would be cold, and Lambda moves them by itself. */
async function checkProvisioned(
  { aliases }: AliasBound,
  ref: AliasRef,
  findings: Findings,
): Promise<void> {
  const provisioned = await attempt(findings, () => aliases.isProvisioned(ref));
  if (provisioned) {
    findings.problems.push(
      `alias: ${labelOf(ref)} has provisioned concurrency, which this action does not move; expected an alias without`,
    );
  }
}
