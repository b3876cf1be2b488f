// The hooks in the inputs, with this job's AWS clients and target.

import type { Place } from '../aws/arns.ts';
import type { CredentialProvider } from '../aws/role-session.ts';
import { must } from '../base/assert.ts';
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

export interface HookConnection
  extends Pick<HookRunnerParts, 'inputs' | 'log' | 'now' | 'ended' | 'smoke'> {
  readonly place: Place;
  readonly credentials: CredentialProvider | undefined;
  /** The ARNs of the new versions, by function name. */
  readonly arnsOf: (rollout: StoredRollout) => Promise<ReadonlyMap<string, string>>;
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

async function describe(
  { arnsOf, urlsOf }: HookConnection,
  rollout: StoredRollout,
  weight: number,
): Promise<HookPayload> {
  const arns = await arnsOf(rollout);
  return hookPayload({
    rollout,
    weight,
    arnOf: ({ name }) => must(arns.get(name), 'each function has its ARN'),
    ...urlsOf(rollout),
  });
}
