// Steady traffic in simulated time. Each request is routed, answered and counted as one over HTTP would be, without the
// costs of HTTP.

import type { Clock } from '../../simulator/clock.ts';
import type { Simulator } from '../../simulator/simulator.ts';

export interface Tally {
  readonly requests: number;
  /** Answers with a status of 500 or above. */
  readonly failed: number;
  /** Counts of answers by body. */
  readonly answers: Readonly<Record<string, number>>;
}

export interface Users {
  tally(): Tally;
  /** Ends the traffic and waits for the last answers. */
  stop(): Promise<Tally>;
}

/** Simulated milliseconds between two looks at what is due. */
const TICK_MS = 3000;

/**
 * Sends so many in each simulated minute, until it is stopped.
 *
 * @returns stops it, and resolves once the last has been answered
 */
export function sendSteadily(
  clock: Clock,
  perMinute: number,
  send: () => Promise<unknown>,
): () => Promise<void> {
  const open = new Set<Promise<unknown>>();
  const from = clock.now();
  let sent = 0;
  const end = clock.every(TICK_MS, () => {
    const due = Math.floor(((clock.now() - from) / 60_000) * perMinute);
    for (; sent < due; sent++) {
      const one: Promise<unknown> = send().finally(() => open.delete(one));
      open.add(one);
    }
  });
  return async () => {
    end();
    await Promise.all(open);
  };
}

interface Address {
  readonly restApiId: string;
  readonly stageName: string;
  readonly path: string;
}

/** One GET without HTTP. */
export function requestStage({ request }: Simulator, { restApiId, stageName, path }: Address) {
  return request({
    ...{ method: 'GET', apiId: restApiId, stageName, path, query: '' },
    ...{ headerLines: [], body: Buffer.alloc(0), sourceIp: '127.0.0.1' },
  });
}

/** The users of a stage. */
export function openUsers(simulator: Simulator, stage: Address, perMinute: number): Users {
  const answers = new Map<string, number>();
  let [requests, failed] = [0, 0];
  const send = async () => {
    requests++;
    const { status, body } = await requestStage(simulator, stage);
    if (status >= 500) failed++;
    const label = status < 300 ? Buffer.from(body).toString().slice(0, 80) : `HTTP ${status}`;
    answers.set(label, (answers.get(label) ?? 0) + 1);
  };
  const stop = sendSteadily(simulator.world.clock, perMinute, send);
  const tally = () => ({ requests, failed, answers: Object.fromEntries(answers) });
  return {
    tally,
    stop: async () => {
      await stop();
      return tally();
    },
  };
}
