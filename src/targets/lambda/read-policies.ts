// Reads every resource policy that decides who may invoke a version: its own, and that of its function, which may
// name the versions as well.

import { isAccessDenied } from '../../aws/aws-errors.ts';
import { causedBy } from '../../aws/call.ts';
import type { FunctionCalls } from '../../aws/functions.ts';
import { attempt, type Problems } from '../../base/problems.ts';
import type { InvokePolicies } from './invoke-policy.ts';

type PolicyReads = Pick<FunctionCalls, 'readPolicy' | 'readResourcePolicy'>;

/**
 * Without permission to read it, the policy of the function is left out: `notePolicyAccess` reports that.
 *
 * @param functionArn without a qualifier
 */
export async function readPolicies(
  functions: PolicyReads,
  functionArn: string,
  qualifier: string,
): Promise<InvokePolicies> {
  const whole = await ifPermitted(() => functions.readResourcePolicy(functionArn));
  return readOwnPolicies(functions, functionArn, qualifier, whole);
}

/** @param whole the policy of the function; `undefined`: there is none */
export async function readOwnPolicies(
  functions: PolicyReads,
  functionArn: string,
  qualifier: string,
  whole: string | undefined,
): Promise<InvokePolicies> {
  const name = functionArn.split(':')[6] ?? '';
  const own = await functions.readPolicy(name, qualifier);
  return invokePolicies(functionArn, qualifier, [own, whole]);
}

/** Of a version that is not published yet, and so has no policy of its own. */
export async function readPoliciesOfNext(
  functions: PolicyReads,
  functionArn: string,
): Promise<InvokePolicies> {
  const whole = await ifPermitted(() => functions.readResourcePolicy(functionArn));
  return invokePolicies(functionArn, UNKNOWN_NUMBER, [whole]);
}

/** Stands for the number of the next version: only a pattern that covers every version matches it. */
const UNKNOWN_NUMBER = '999999999';

/** Preflight: reports that a denial for all versions would go unnoticed. */
export async function notePolicyAccess(
  functions: PolicyReads,
  functionArn: string,
  findings: Problems,
): Promise<void> {
  const read = () => functions.readResourcePolicy(functionArn).then(() => 'permitted' as const);
  const found = await attempt(findings, () => ifPermitted(read).then((whole) => whole ?? 'denied'));
  if (found !== 'denied') return;
  findings.notes.push(
    `invoke-permission: the role has no lambda:GetResourcePolicy on ${functionArn}, so a policy of the whole function that denies the new version to API Gateway would not be noticed`,
  );
}

/** @returns `undefined` also if the role may not read it */
async function ifPermitted<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!causedBy(error, isAccessDenied)) throw error;
    return undefined;
  }
}

function invokePolicies(
  functionArn: string,
  qualifier: string,
  found: readonly (string | undefined)[],
): InvokePolicies {
  return {
    arn: qualifier === '$LATEST' ? functionArn : `${functionArn}:${qualifier}`,
    documents: found.filter((document) => document !== undefined),
  };
}
