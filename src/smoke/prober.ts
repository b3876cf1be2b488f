// Sends probes at their rate while traffic is split. Nothing waits for them: they run next to the loop.

import type { MinuteCounts } from '../analysis/counts.ts';
import { known } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { quote } from '../base/quote.ts';
import { sleep } from '../base/time.ts';
import { withoutSecrets } from '../base/without-secrets.ts';
import { probesIn, type Suite } from '../checks/check.ts';
import type { Reach } from '../checks/reach.ts';
import { secretsIn } from '../checks/secrets.ts';
import type { StoredRollout } from '../rollout/record.ts';
import { FRESH_STAGE_SECONDS } from './fresh-stage.ts';
import { type ProbePair, probeBoth } from './probe-pair.ts';
import { createProbeTally } from './probe-tally.ts';
import type { SendServices } from './send-check.ts';

export interface ProberServices extends SendServices {
  readonly reach: (rollout: StoredRollout) => Promise<Reach>;
  readonly log: Pick<Log, 'line' | 'warning'>;
  /** Seconds since the epoch. */
  readonly now: () => number;
}

export interface SuiteProber {
  /** Sends probes until the signal is aborted, which stops those that are running. Rejects only for a bug. */
  send(rollout: StoredRollout, signal: AbortSignal): Promise<void>;
  minutes(now: number): readonly MinuteCounts[];
}

/** As many may run at once. If answers take longer, fewer are sent, to both versions alike. */
const MOST_OPEN = 8;

export function createProber(suite: Suite, services: ProberServices): SuiteProber {
  const { log, now, reach } = services;
  const { probesPerMinute = 1 } = suite;
  const every = 60 / probesPerMinute;
  const tally = createProbeTally();
  const say = sayOnce(suite, log);

  const sendOne = async (found: Reach, freshUntil: number, signal: AbortSignal) => {
    const end = tally.begin(now());
    const pair = await probeBoth({ ...services, reach: found, freshUntil, signal }, suite);
    if (pair === 'unreached') {
      say.warning(
        'A probe was not counted, because API Gateway does not know one of the stages that serve a single version.',
      );
    }
    if (typeof pair === 'string') return end();
    end(pair);
    for (const text of failuresIn(pair)) say.line(text);
  };

  return {
    minutes: tally.minutes,
    send: async (rollout, signal) => {
      const found = await reachOf(reach, rollout);
      if (signal.aborted) return;
      const why = typeof found === 'string' ? found : unreachable(found, suite);
      if (typeof found === 'string' || why !== undefined) {
        say.warning(`No probes are sent for now: ${why}.`);
        return;
      }
      const freshUntil = now() + (found.freshSeconds ?? FRESH_STAGE_SECONDS);
      const running = new Set<Promise<void>>();
      let onBug: (error: unknown) => void = () => undefined;
      const bug = new Promise<never>((_, reject) => {
        onBug = reject;
      });
      for (let due = now(); !signal.aborted; due = Math.max(due + every, now() - every)) {
        await Promise.race([sleep(due - now(), signal), bug]);
        if (signal.aborted || tally.open() >= MOST_OPEN) continue;
        const one = sendOne(found, freshUntil, signal).then(() => {
          running.delete(one);
        }, onBug);
        running.add(one);
      }
      await Promise.race([Promise.all(running), bug]);
    },
  };
}

async function reachOf(
  reach: ProberServices['reach'],
  rollout: StoredRollout,
): Promise<Reach | string> {
  try {
    return await reach(rollout);
  } catch (error) {
    return `the versions could not be reached: ${known(error).message}`;
  }
}

/** A version that cannot be reached must not look like one that fails. */
function unreachable({ addresses }: Reach, suite: Suite): string | undefined {
  const sends = probesIn(suite).some(({ call }) => call.kind === 'request');
  if (!sends || !addresses || (addresses.canary && addresses.stable)) return undefined;
  return 'no stage serves one of the versions alone, because the release was begun without probes';
}

function failuresIn({ canary, stable }: ProbePair): readonly string[] {
  return [
    ...(canary.kind === 'failed'
      ? [`Probe of the new version failed: ${quote(canary.check)}: ${canary.differs}`]
      : []),
    ...(stable.kind === 'failed'
      ? [`Probe of the current version failed: ${quote(stable.check)}: ${stable.differs}`]
      : []),
  ];
}

/** Probes are many. */
const MOST_SAID = 10;

function sayOnce(suite: Suite, log: ProberServices['log']) {
  const said = new Set<string>();
  const secrets = secretsIn(suite, new Map());
  const once = (say: (text: string) => void) => (text: string) => {
    const clean = withoutSecrets(text, secrets);
    if (said.has(clean) || said.size >= MOST_SAID) return;
    said.add(clean);
    say(clean);
  };
  return { line: once(log.line), warning: once(log.warning) };
}
