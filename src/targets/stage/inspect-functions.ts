// Preflight of the functions: whether they are ready, whether a stage canary can reach their new versions, and
// whether API Gateway may invoke those.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { Place } from '../../aws/arns.ts';
import type { Clients } from '../../aws/clients.ts';
import type { FunctionCalls, FunctionReading } from '../../aws/functions.ts';
import { whyNotReady } from '../../aws/readiness.ts';
import type { Integration } from '../../aws/rest-api-model.ts';
import { KnownError } from '../../base/errors.ts';
import { attempt, type Problems } from '../../base/problems.ts';
import type { FunctionInput } from '../../inputs/values.ts';
import { wrongCode } from '../lambda/check-code.ts';
import { checkFunction } from '../lambda/check-function.ts';
import { noteAsyncSettings } from '../lambda/inspect-async.ts';
import { checkWarm } from '../lambda/inspect-warm.ts';
import { type InvokePolicies, isDenied, refusedCalls } from '../lambda/invoke-policy.ts';
import { createNewCodes, inspectNewCode, type NewCode, type NewCodes } from '../lambda/new-code.ts';
import { type LambdaRelease, versionToRelease } from '../lambda/next-version.ts';
import { notePolicyAccess, readPolicies, readPoliciesOfNext } from '../lambda/read-policies.ts';
import { inspectUnqualified, type UploadedFunction } from '../lambda/unqualified-callers.ts';
import { sharedVariables } from './canary-change.ts';
import type { StageFacts } from './inspect-stage.ts';
import { findReleaseWiring } from './served-wiring.ts';
import type { StageBound } from './stage-context.ts';
import type { StageInputs } from './stage-inputs.ts';
import { describeRefusals, sourceArns } from './stage-prepare.ts';
import { findWiring, type Wiring } from './wiring.ts';

/** A function that can be released, and how the canary reaches it. */
export interface FunctionFacts {
  readonly input: FunctionInput;
  readonly place: Place;
  /** Of the function. */
  readonly arn: string;
  readonly release: LambdaRelease;
  readonly wiring: Wiring;
  /** The source ARNs that API Gateway uses when it invokes the function on this stage. */
  readonly sourceArns: readonly string[];
  /** Provisioned environments of the version that the stage serves. */
  readonly warm: number;
  readonly durable: boolean;
}

/** What preflight reads. */
export interface FunctionReads extends StageBound {
  readonly codes: NewCodes;
  readonly cloudWatch: CloudWatchClient;
}

/** The code in the inputs is read once, however often it is asked for. */
export function withCodes(
  clients: Pick<Clients, 'sends'>,
  reads: Omit<FunctionReads, 'codes'>,
  released: readonly FunctionInput[],
): FunctionReads {
  return { ...reads, codes: createNewCodes(clients, reads.functions, released) };
}

export async function inspectFunctions(
  reads: FunctionReads,
  released: readonly FunctionInput[],
  stage: StageFacts | undefined,
  findings: Problems,
): Promise<readonly FunctionFacts[]> {
  const { functions, provisioned, qualifiers, api, inputs, codes } = reads;
  const facts: FunctionFacts[] = [];
  for (const input of released) {
    const reading = await attempt(findings, async () => {
      const found = await functions.read(input.name);
      if (found) return found;
      throw new KnownError(
        `functions: there is no function "${input.name}" in ${api.place.region}`,
      );
    });
    if (reading) checkFunction(input, reading, findings);
    const code = reading && (await inspectNewCode(codes, input, reading, findings));
    const wiring = stage && wiringOf(input, stage, inputs, findings);
    if (!reading || !wiring) continue;
    const called = [...wiring.integrations, ...afterwards(wiring, stage, inputs)];
    const arns = sourceArns(api, reading.arn, called);
    const release = await releaseOf(functions, input, wiring, { latest: reading, code }, findings);
    const served = { name: input.name, from: wiring.from, version: input.version };
    const warm = await checkWarm(provisioned, served, findings);
    const { arn, durable } = reading;
    const { place } = api;
    const fact = { input, place, arn, release, wiring, sourceArns: arns, warm, durable };
    const succession = { functionName: input.name, region: place.region, ...release };
    await noteAsyncSettings(qualifiers, succession, findings);
    facts.push(fact);
    await checkVersion(functions, fact, inputs, findings);
    if (arns.length > 0) await notePolicyAccess(functions, arn, findings);
  }
  checkChoices(facts, inputs, findings);
  await inspectUnqualified(reads, facts.flatMap(uploadedOf), findings);
  return facts;
}

/** A route of this API that names no version is refused with the wiring. */
function uploadedOf({ input: { name, code }, arn }: FunctionFacts): UploadedFunction[] {
  return code ? [{ name, arn, aliases: [] }] : [];
}

function wiringOf(
  input: FunctionInput,
  { draft, served, reading }: StageFacts,
  { definition, promote }: StageInputs,
  findings: Problems,
): Wiring | undefined {
  if (!served) return undefined;
  const { integrations } = served;
  const released = definition === 'draft' ? draft.integrations : integrations;
  const { variables } = reading.state;
  const found = findReleaseWiring(input.name, { served: integrations, released }, variables);
  if (found.kind !== 'found') {
    findings.problems.push(`functions: ${found.problem}`);
    return undefined;
  }
  const { wiring } = found;
  if (wiring.kind === 'variable' && !promote.deployment) {
    const stays = findWiring(input.name, integrations, variables);
    const same = stays.kind === 'found' && stays.wiring.kind === 'variable';
    if (!same || stays.wiring.variable !== wiring.variable) {
      findings.problems.push(
        `promote: the deployment that stays on the stage does not take the version of "${input.name}" from stage variable "${wiring.variable}", as the draft does; expected promote with deployment`,
      );
    }
  }
  return wiring;
}

/** The calls to the new version after only the variable is promoted. */
function afterwards(
  { functionName }: Wiring,
  { served, reading }: StageFacts,
  { promote }: StageInputs,
): readonly Integration[] {
  if (promote.deployment) return [];
  const stays = findWiring(functionName, served?.integrations ?? [], reading.state.variables);
  return stays.kind === 'found' ? stays.wiring.integrations : [];
}

async function releaseOf(
  functions: FunctionCalls,
  input: FunctionInput,
  { from }: Wiring,
  { latest, code }: { readonly latest: FunctionReading; readonly code: NewCode | undefined },
  findings: Problems,
): Promise<LambdaRelease> {
  const { name, version } = input;
  const serving =
    version === undefined && from !== ''
      ? await attempt(findings, () => functions.read(name, from))
      : undefined;
  return versionToRelease(input, from, latest, serving, code);
}

async function checkVersion(
  functions: FunctionCalls,
  fact: FunctionFacts,
  inputs: StageInputs,
  findings: Problems,
): Promise<void> {
  const { name, version } = fact.input;
  if (version === undefined) {
    if (fact.release.version !== undefined) return;
    const why = await whyNextRefused(functions, fact, inputs, findings);
    if (why !== undefined) findings.problems.push(`invoke-permission: ${why}`);
    return;
  }
  const there = await attempt(findings, () => functions.read(name, version));
  if (!there) {
    findings.problems.push(`version: "${name}" has no published version ${version}`);
    return;
  }
  const wrong = wrongCode(fact.input, there);
  if (wrong !== undefined) findings.problems.push(wrong);
  const why = whyNotReady(there);
  if (why !== undefined) findings.problems.push(`version: version ${version} of "${name}" ${why}`);
  if (version === fact.wiring.from) return;
  const policies = await attempt(findings, () => readPolicies(functions, fact.arn, version));
  const missing = policies && whyRefused(fact, version, policies, inputs);
  if (missing !== undefined) findings.problems.push(`invoke-permission: ${missing}`);
}

/**
 * A version that is not published yet has no policy of its own, so unless the policy of the function covers it, or
 * the release adds a permission, its users would get a 500.
 */
async function whyNextRefused(
  functions: FunctionCalls,
  fact: FunctionFacts,
  inputs: StageInputs,
  findings: Problems,
): Promise<string | undefined> {
  const policies = await attempt(findings, () => readPoliciesOfNext(functions, fact.arn));
  return policies && whyRefused(fact, undefined, policies, inputs);
}

/** The release can add a permission, and nothing against a denial. */
function whyRefused(
  { place, input, sourceArns: calls }: FunctionFacts,
  version: string | undefined,
  policies: InvokePolicies,
  { invokePermission }: StageInputs,
): string | undefined {
  const refused = refusedCalls(policies, calls);
  if (invokePermission === 'grant' && !refused.some(isDenied)) return undefined;
  if (refused.length === 0) return undefined;
  return describeRefusals(place, { functionName: input.name, version }, refused);
}

/** Whether all functions that share a variable get the same known value of it. */
function agreeOn(variable: string, facts: readonly FunctionFacts[]): boolean {
  const values = facts.flatMap(({ input: { version }, wiring }) =>
    wiring.kind === 'variable' && wiring.variable === variable
      ? [version === undefined ? undefined : wiring.prefix + version]
      : [],
  );
  return values[0] !== undefined && values.every((value) => value === values[0]);
}

/** Checks for inputs that contradict how the new versions are reached. */
function checkChoices(
  facts: readonly FunctionFacts[],
  inputs: StageInputs,
  findings: Problems,
): void {
  const wirings = facts.map((fact) => fact.wiring);
  for (const variable of sharedVariables(wirings)) {
    if (agreeOn(variable, facts)) continue;
    findings.problems.push(
      `functions: several of them take their version from the same stage variable "${variable}"; expected a separate variable for each, or one published version for all of them in version`,
    );
  }
  const pinned = wirings.find((wiring) => wiring.kind === 'pinned');
  const variable = wirings.find((wiring) => wiring.kind === 'variable');
  if (pinned && inputs.definition === 'deployed') {
    findings.problems.push(
      `definition: "${pinned.functionName}" is pinned in its integration URI, so its canary needs a deployment of its own; expected definition: draft`,
    );
  }
  if (pinned && !inputs.promote.deployment) {
    findings.problems.push(
      `promote: without "deployment" the new version of "${pinned.functionName}" would be tested and never promoted`,
    );
  }
  if (variable && !inputs.promote.variables) {
    findings.problems.push(
      `promote: without "variables" the new version of "${variable.functionName}" would be tested and never promoted`,
    );
  }
}
