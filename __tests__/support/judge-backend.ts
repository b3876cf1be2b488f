// The backend of the judge's trials: both versions of a service, which behave as the test scripts them. It answers
// inside the simulator, and its own metrics go there: a trial has thousands of requests.

import type { Simulator } from '../../simulator/simulator.ts';
import type { Scene } from './rollout.ts';

export type Version = '1' | '2';

/** What a version does with its requests. Shares are 0 to 1. */
export interface Conduct {
  /** Share that is answered with a 500; default 0. */
  readonly failing?: number;
  /** Share that is answered with a 403; default 0. */
  readonly rejecting?: number;
  /** The shortest and the longest answer in milliseconds, told to the gateway rather than waited. */
  readonly took?: readonly [shortest: number, longest: number];
  /** Share of the visits that end in an order; default 0. Counted as a metric of the service's own. */
  readonly ordering?: number;
  /** Share of the visits whose payment is declined; default 0. Counted likewise. */
  readonly declined?: number;
}

/**
 * @param at simulated seconds since the epoch
 * @param path what follows the version; empty for the route that all users call
 */
export type Script = (version: Version, at: number, path: string) => Conduct;

export interface Backend {
  /** Answers under `/1` and `/2`. */
  readonly origin: string;
  script: Script;
  /** Called for every request, when those before it have been counted. */
  onRequest: () => void;
  /** Called for every request that version 2 is about to fail. */
  onCanaryFailure: () => void;
  canaryFailures(): number;
  close(): void;
}

/** The namespace of the service's own metrics: Visits, Orders and Declined, by Version. */
export const OWN_METRICS = 'Shop';

/** Simulated. */
const PUBLISH_MS = 9000;
const USUAL = [20, 40] as const;

const ORIGIN = 'http://backend.test';

export function openBackend({ simulator }: Scene, script: Script): Backend {
  const { clock } = simulator.world;
  const isDue = createQuotas();
  const books = createBooks(simulator);
  let failures = 0;
  simulator.backends.set(ORIGIN, async (request) => {
    // Those that came at the same time are answered and counted one after the other.
    await new Promise(setImmediate);
    backend.onRequest();
    const version: Version = request.path.startsWith('/2') ? '2' : '1';
    const at = clock.now() / 1000;
    const path = request.path.slice(2);
    const conduct = backend.script(version, at, path);
    const fails = isDue(`${version} fails${path}`, conduct.failing);
    books.visit(version, at, {
      Orders: isDue(`${version} orders`, conduct.ordering),
      Declined: isDue(`${version} declines`, conduct.declined),
    });
    if (fails && version === '2') {
      failures++;
      backend.onCanaryFailure();
    }
    const took = between(conduct.took ?? USUAL).toFixed(0);
    const rejects = !fails && isDue(`${version} rejects`, conduct.rejecting);
    const status = fails ? 500 : rejects ? 403 : 200;
    return { status, headers: { 'x-simulator-took': took }, body: '{}' };
  });
  const backend = { script, onRequest: () => {}, onCanaryFailure: () => {} };
  const endPublishing = clock.every(PUBLISH_MS, books.publish);
  return Object.assign(backend, {
    canaryFailures: () => failures,
    origin: ORIGIN,
    close: endPublishing,
  });
}

const between = ([shortest, longest]: readonly [number, number]): number =>
  shortest + Math.random() * (longest - shortest);

/** Meets each share exactly: of a fifth, every fifth request is due. */
function createQuotas(): (name: string, share?: number) => boolean {
  const owed = new Map<string, number>();
  return (name, share = 0) => {
    const sum = (owed.get(name) ?? 0) + share;
    owed.set(name, sum >= 1 ? sum - 1 : sum);
    return sum >= 1;
  };
}

type Own = 'Orders' | 'Declined';

/** Counts what the service counts itself, and hands it to CloudWatch under the minute it was in. */
function createBooks({ recordStatistics }: Simulator) {
  let open = new Map<string, number>();
  const add = (version: Version, minute: number, name: string) => {
    const key = `${version} ${minute} ${name}`;
    open.set(key, (open.get(key) ?? 0) + 1);
  };
  return {
    visit: (version: Version, at: number, own: Readonly<Record<Own, boolean>>) => {
      const minute = Math.floor(at / 60);
      add(version, minute, 'Visits');
      for (const [name, happened] of Object.entries(own)) if (happened) add(version, minute, name);
    },
    /** As PutMetricData does: each count is one value. */
    publish: () => {
      for (const [key, sum] of open) {
        const [Version = '', minute = '', name = ''] = key.split(' ');
        const event = { namespace: OWN_METRICS, name, dimensionSets: [{ Version }], unit: 'None' };
        const set = { count: 1, sum, min: sum, max: sum };
        recordStatistics({ ...event, at: Number(minute) * 60_000 }, set);
      }
      open = new Map();
    },
  };
}
