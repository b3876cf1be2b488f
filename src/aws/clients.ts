// The AWS clients, in two sets of different types (decision 19): one for everything that a cancelled job must
// not start, and one for restoring traffic and cleaning up. Endpoint, region and credentials come from the
// environment, as for any SDK client.

import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { type Place, placeOf } from './arns.ts';
import {
  type CallLimits,
  copyOf,
  hurryWhenCancelled,
  type IsRead,
  refuseWhenCancelled,
  refuseWrites,
  type StoppableClient,
} from './client-middleware.ts';
import { type ClockWatch, type TimedClient, watchClock } from './clock.ts';
import { type RenewableClient, renewWhenRefused } from './renewed-session.ts';
import type { CredentialProvider } from './role-session.ts';
import { createPromptTransport, type PromptTransport, readRetries } from './sdk-settings.ts';

/**
 * `normal`: sends nothing once the job is cancelled. `rollback`: sends every call until the rollback deadline,
 * with short timeouts once the job is cancelled.
 */
export type Mode = 'normal' | 'rollback';

/** `reads`: a run that changes nothing, so whatever else it would send is refused before it is sent. */
export type Sends = 'everything' | 'reads';

/** Every call is bound to one set, and keeps that set's mode. */
export interface Clients<M extends Mode = Mode> {
  readonly mode: M;
  readonly sends: Sends;
  readonly place: Place;
  /** This set's client of a service. A service is opened for both sets when either first asks for it. */
  readonly open: <C extends SdkClient>(service: AwsService<C>) => C;
}

/** Any client of the SDK. */
type SdkClient = StoppableClient & TimedClient & RenewableClient;

/** An AWS service that something here calls. Each is one constant, next to its calls. */
export interface AwsService<C> {
  readonly create: (settings: ClientSettings) => C;
  /** Whether a request changes nothing; omitted: if its method is GET. */
  readonly isRead?: IsRead;
}

/** The settings of every SDK client here. */
export interface ClientSettings {
  readonly region: string;
  readonly maxAttempts: number;
  /** Omitted: the credentials of the environment. */
  readonly credentials?: CredentialProvider;
  readonly retryMode: string;
  readonly customUserAgent: string;
  readonly requestHandler: PromptTransport;
}

export interface NormalClients extends Clients<'normal'> {
  readonly cloudWatch: CloudWatchClient;
  /** `undefined`: the credentials of the environment. */
  readonly credentials: CredentialProvider | undefined;
  readonly clock: Pick<ClockWatch, 'ahead'>;
}

export type RollbackClients = Clients<'rollback'>;

export interface ClientSets {
  readonly normal: NormalClients;
  readonly rollback: RollbackClients;
}

/** @param credentials `undefined`: the credentials of the environment */
export function connect(
  region: string,
  limits: CallLimits,
  credentials: CredentialProvider | undefined,
  sends: Sends = 'everything',
): ClientSets {
  const settings: ClientSettings = {
    region,
    ...readRetries(process.env),
    ...(credentials && { credentials }),
    customUserAgent: 'canary-action/1',
    requestHandler: createPromptTransport(process.env),
  };
  const place = placeOf(region);
  const clock = watchClock();
  const cloudWatch = clock.follow(renewWhenRefused(new CloudWatchClient(settings), credentials));
  const open = openPairs(settings, limits, clock, sends);
  return {
    normal: {
      mode: 'normal',
      sends,
      place,
      credentials,
      clock,
      open: (service) => open(service).normal,
      cloudWatch: refuseWhenCancelled(cloudWatch, limits),
    },
    rollback: { mode: 'rollback', sends, place, open: (service) => open(service).rollback },
  };
}

type Pair<C> = Readonly<Record<Mode, C>>;

/** Both clients of each service, made once. */
function openPairs(
  settings: ClientSettings,
  limits: CallLimits,
  clock: ClockWatch,
  sends: Sends,
): <C extends SdkClient>(service: AwsService<C>) => Pair<C> {
  const opened = new Map<AwsService<unknown>, Pair<unknown>>();
  return <C extends SdkClient>(service: AwsService<C>) => {
    const known = opened.get(service) as Pair<C> | undefined;
    if (known) return known;
    const { create, isRead } = service;
    const any = clock.follow(renewWhenRefused(create(settings), settings.credentials));
    const client = sends === 'reads' ? refuseWrites(any, isRead) : any;
    // Copied first, because the copy must send what the original is about to refuse.
    const rollback = hurryWhenCancelled(copyOf(client), limits, isRead);
    const pair = { rollback, normal: refuseWhenCancelled(client, limits, isRead) };
    opened.set(service, pair);
    return pair;
  };
}
