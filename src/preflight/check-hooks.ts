// Preflight of the hooks: a function must exist, and the role must be allowed to invoke it. Lambda's dry run checks
// both without running the function; a run that only reads looks whether it exists, and no further. A URL is not called, because it could not tell a test from a real call.

import { GetFunctionConfigurationCommand, InvokeCommand } from '@aws-sdk/client-lambda';
import { hookArn } from '../aws/arns.ts';
import { isDenied } from '../aws/aws-errors.ts';
import { call, ifThere } from '../aws/call.ts';
import type { Clients } from '../aws/clients.ts';
import { LAMBDA } from '../aws/lambda-client.ts';
import { attempt, type Problems } from '../base/problems.ts';
import type { FunctionHook, HookInputs } from '../inputs/values.ts';
import type { TargetSetup } from '../targets/target.ts';

export interface HookServices {
  readonly clients: Clients<'normal'>;
  /** `undefined` when problems prevent it. */
  readonly opening: TargetSetup | undefined;
}

export async function inspectHooks(
  { clients, opening }: HookServices,
  { calls }: HookInputs,
  findings: Problems,
): Promise<void> {
  if (opening?.serveFirst && Object.values(calls).flat().length > 0) {
    findings.notes.push(
      'hooks: a first release receives all traffic immediately, without calling a hook',
    );
  }
  const all = Object.entries(calls).flatMap(([point, hooks]) =>
    hooks.map((hook) => ({ point, hook })),
  );
  for (const { point, hook } of all) {
    if (hook.kind !== 'function') continue;
    const found = await attempt(findings, () => look({ clients, point, hook }, findings));
    if (found === 'missing') {
      findings.problems.push(
        `${point}-hook: there is no function "${hook.label}" in ${clients.place.region}`,
      );
    }
  }
}

interface HookToCheck {
  readonly clients: Clients<'normal'>;
  readonly point: string;
  readonly hook: FunctionHook;
}

type Found = 'there' | 'missing' | 'unknown';

function look(check: HookToCheck, findings: Problems): Promise<Found> {
  return check.clients.sends === 'reads' ? lookUp(check, findings) : dryRun(check);
}

/** The role that releases may invoke what the role of a plan may not read, such as a function of another account. */
async function lookUp(
  { clients, point, hook: { functionName, qualifier, label } }: HookToCheck,
  { notes }: Problems,
): Promise<Found> {
  const resource = hookArn(clients.place, functionName, qualifier);
  const words = {
    doing: `${point}-hook: reading "${label}"`,
    permission: { action: 'lambda:GetFunctionConfiguration', resource },
  };
  const which = {
    FunctionName: functionName,
    ...(qualifier !== undefined && { Qualifier: qualifier }),
  };
  const command = new GetFunctionConfigurationCommand(which);
  try {
    const answer = await ifThere(() => call(words, () => clients.open(LAMBDA).send(command)));
    return answer === undefined ? 'missing' : 'there';
  } catch (error) {
    if (!isDenied(error)) throw error;
    notes.push(
      `${point}-hook: whether "${label}" exists was not checked, because the role of this job has no lambda:GetFunctionConfiguration on ${resource}`,
    );
    return 'unknown';
  }
}

async function dryRun({
  clients: { place, open },
  point,
  hook: { functionName, qualifier, label },
}: HookToCheck): Promise<Found> {
  const resource = hookArn(place, functionName, qualifier);
  const words = {
    doing: `${point}-hook: a dry run of "${label}"`,
    permission: { action: 'lambda:InvokeFunction', resource },
  };
  const command = new InvokeCommand({
    FunctionName: functionName,
    ...(qualifier !== undefined && { Qualifier: qualifier }),
    InvocationType: 'DryRun',
  });
  const answer = await ifThere(() => call(words, () => open(LAMBDA).send(command)));
  return answer === undefined ? 'missing' : 'there';
}
