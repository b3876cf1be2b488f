// Preflight of the hooks: a function must exist, and the role must be allowed to invoke it. Lambda's dry run checks
// both without running the function. A URL is not called, because it could not tell a test from a real call.

import { InvokeCommand } from '@aws-sdk/client-lambda';
import { hookArn } from '../aws/arns.ts';
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
    const found = await attempt(findings, () => dryRun(clients, point, hook));
    if (found === 'missing') {
      findings.problems.push(
        `${point}-hook: there is no function "${hook.label}" in ${clients.place.region}`,
      );
    }
  }
}

async function dryRun(
  { place, open }: Clients<'normal'>,
  point: string,
  { functionName, qualifier, label }: FunctionHook,
): Promise<'there' | 'missing'> {
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
