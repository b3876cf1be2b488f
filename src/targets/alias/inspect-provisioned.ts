// Preflight of provisioned concurrency: the new version must get what the previous version or its alias has
// (decision 12).

import type { AliasRef, AliasState } from '../../aws/aliases.ts';
import type { Provision, Provisioned } from '../../aws/provisioned.ts';
import { aliasCommand, awsCommand } from '../../base/command-line.ts';
import { attempt, type Problems } from '../../base/problems.ts';
import type { FunctionInput } from '../../inputs/values.ts';
import { sameWeight } from '../../rollout/plan.ts';
import { checkWarm } from '../lambda/inspect-warm.ts';
import { labelOf } from './alias-set.ts';
import { describeAlias, mainVersion } from './alias-state.ts';

/** What the ready environments belong to. A version never has them twice. */
export interface ProvisionedFacts {
  readonly of: 'none' | 'version' | 'alias';
  /** The number of environments; 0: none. */
  readonly count: number;
}

const NOT_WARM: ProvisionedFacts = { of: 'none', count: 0 };

/** Reads the environments of the version that serves now. @param state of the alias */
export async function checkProvisioned(
  { provisioned, region }: { readonly provisioned: Provisioned; readonly region: string },
  input: FunctionInput,
  { ref, state }: { readonly ref: AliasRef; readonly state: AliasState },
  findings: Problems,
): Promise<ProvisionedFacts> {
  const { name, version } = input;
  if (state.version === '') return NOT_WARM;
  const read = (qualifier: string) => attempt(findings, () => provisioned.read(name, qualifier));
  const shared = await read(ref.alias);
  if (shared) checkSettled({ region, ref, state }, shared, findings);
  const from = mainVersion(state);
  if (from === version) return NOT_WARM;
  if (shared) {
    if (version !== undefined && (await read(version))) refuseTwice(region, ref, version, findings);
    findings.notes.push(noteOfAlias(ref, from, shared.requested));
    return { of: 'alias', count: shared.requested };
  }
  const served = { name, from, version };
  const count = await checkWarm(provisioned, served, findings);
  return count > 0 ? { of: 'version', count } : NOT_WARM;
}

function noteOfAlias(ref: AliasRef, from: string, count: number): string {
  return (
    `provisioned concurrency: ${labelOf(ref)} has ${count} of its own; the new version gets the same amount before it receives traffic, and both cost money until the release ends. ` +
    `Lambda then moves the alias's own. Until that is ready, for a minute or more, it serves version ${from} again`
  );
}

interface Settling {
  readonly region: string;
  readonly ref: AliasRef;
  readonly state: AliasState;
}

/** While Lambda holds an alias with weights of its own, neither a repair nor a release would succeed. */
function checkSettled(
  { region, ref, state }: Settling,
  { status, reason }: Provision,
  findings: Problems,
): void {
  const [other, ...more] = Object.values(state.weights);
  const held = other !== undefined && more.length === 0 && sameWeight(other, 100);
  if (!held || status === 'READY') return;
  const why =
    status === 'FAILED'
      ? `failed (${reason || 'Lambda gives no reason'}). Point the alias to a version that starts: ${aliasCommand(region, ref, mainVersion(state))}`
      : 'is not ready yet. Run the release again when it is';
  findings.problems.push(
    `alias: Lambda itself keeps ${labelOf(ref)} on the previous version, ${describeAlias(state)}, because the alias's provisioned concurrency of version ${state.version} ${why}`,
  );
}

function refuseTwice(
  region: string,
  { functionName, alias }: AliasRef,
  version: string,
  findings: Problems,
): void {
  const giveBack = awsCommand('lambda delete-provisioned-concurrency-config', {
    region,
    'function-name': functionName,
    qualifier: version,
  });
  findings.problems.push(
    `version: version ${version} of "${functionName}" has provisioned concurrency of its own, and the alias ${alias} has some too; Lambda allows it only once for each version. ` +
      `Remove the version's: ${giveBack}`,
  );
}
