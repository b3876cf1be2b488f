// The hooks in the inputs, with this job's AWS clients and target.

import { accountOf, type Place, versionArn } from '../aws/arns.ts';
import type { FunctionCalls } from '../aws/functions.ts';
import { readArn } from '../aws/functions.ts';
import type { CredentialProvider } from '../aws/role-session.ts';
import type { HookInput } from '../inputs/values.ts';
import type { StoredRollout } from '../rollout/record.ts';
import { connectLambdaHooks, type LambdaCaller } from './lambda-hook.ts';
import { type HookPayload, hookPayload } from './payload.ts';
import { createHookRunner, type HookRunner, type HookRunnerParts } from './runner.ts';
import { callUrl } from './url-hook.ts';

/** URLs of a stage; an alias has none. */
export interface HookUrls {
  readonly stageUrl: string | undefined;
  /** The URL of the stage that serves only the new version, if one was created. */
  readonly shadowUrl: string | undefined;
}

export interface HookConnection extends Pick<HookRunnerParts, 'inputs' | 'log' | 'now' | 'ended'> {
  readonly place: Place;
  readonly credentials: CredentialProvider | undefined;
  readonly functions: FunctionCalls;
  /** The URLs at which a hook can call the rollout's versions itself, if the target has any. */
  readonly urlsOf: (rollout: StoredRollout) => HookUrls;
}

export function connectHooks(connection: HookConnection): HookRunner {
  return createHookRunner({
    ...connection,
    payload: (rollout, weight) => describe(connection, rollout, weight),
    call: caller(connection),
  });
}

function caller({
  place,
  credentials,
  inputs: { secret },
}: HookConnection): HookRunnerParts['call'] {
  let invoke: LambdaCaller | undefined;
  return (hook: HookInput, body, signal) => {
    if (hook.kind === 'url') return callUrl(hook, body, secret, signal);
    invoke ??= connectLambdaHooks(place, credentials);
    return invoke(hook, body, signal);
  };
}

/** All functions of a rollout belong to one account, so any of them shows it. */
async function describe(
  { place, functions, urlsOf }: HookConnection,
  rollout: StoredRollout,
  weight: number,
): Promise<HookPayload> {
  const [first] = rollout.record.functions;
  const account = first ? accountOf(await readArn(functions, first.name)) : '';
  return hookPayload({
    rollout,
    weight,
    arnOf: ({ name, to }) => versionArn(place, account, name, to),
    ...urlsOf(rollout),
  });
}
