// The hooks that the inputs name, bound to this job's AWS and target.

import { accountOf, type Place, stageUrl, versionArn } from '../aws/arns.ts';
import type { Functions } from '../aws/functions.ts';
import type { CredentialProvider } from '../aws/role-session.ts';
import type { HookInput } from '../inputs/inputs.ts';
import type { Remembered } from '../rollout/record.ts';
import type { Target } from '../targets/target.ts';
import { connectLambdaHooks, type LambdaCaller } from './lambda-hook.ts';
import { type HookPayload, hookPayload } from './payload.ts';
import { createHooks, type HookParts, type Hooks } from './runner.ts';
import { callUrl } from './url-hook.ts';

export interface HookConnection extends Pick<HookParts, 'inputs' | 'log' | 'now' | 'ended'> {
  readonly place: Place;
  readonly credentials: CredentialProvider | undefined;
  readonly functions: Functions;
  readonly target: Target;
}

export function connectHooks(connection: HookConnection): Hooks {
  return createHooks({
    ...connection,
    payload: (rollout, weight) => describe(connection, rollout, weight),
    call: caller(connection),
  });
}

function caller({ place, credentials, inputs: { secret } }: HookConnection): HookParts['call'] {
  let invoke: LambdaCaller | undefined;
  return (hook: HookInput, body, signal) => {
    if (hook.kind === 'url') return callUrl(hook, body, secret, signal);
    invoke ??= connectLambdaHooks(place, credentials);
    return invoke(hook, body, signal);
  };
}

/** All functions of a rollout are of one account, so one of them tells it. */
async function describe(
  { place, functions, target }: HookConnection,
  rollout: Remembered,
  weight: number,
): Promise<HookPayload> {
  const [first] = rollout.record.functions;
  const account = first ? accountOf((await functions.read(first.name))?.arn ?? '') : '';
  const where = target.describe();
  const own = rollout.record.target;
  const shadow = own.kind === 'stage' ? own.shadow : undefined;
  const urlOf = (stageName: string | undefined) =>
    where.kind === 'stage' && stageName !== undefined
      ? stageUrl(place, where.restApiId, stageName)
      : undefined;
  return hookPayload({
    rollout,
    weight,
    arnOf: ({ name, to }) => versionArn(place, account, name, to),
    stageUrl: urlOf(where.kind === 'stage' ? where.stageName : undefined),
    shadowUrl: urlOf(shadow),
  });
}
