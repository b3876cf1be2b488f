// The judge on real traffic: an access log, split at random between two versions that are the same.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createChance } from '../../bench/judge/random.ts';
import { clientErrorsMeasure } from '../../src/analysis/client-errors-measure.ts';
import { errorsMeasure } from '../../src/analysis/errors-measure.ts';
import { judge } from '../../src/analysis/judge.ts';
import { slowMeasure } from '../../src/analysis/slow-measure.ts';
import { type LogLine, readLog } from '../access-log/read-log.ts';
import { type Event, replay, type Split } from '../access-log/replay.ts';
import { Unavailable, type Verifier, type VerifyContext } from '../verifier.ts';

const ROLLOUTS = 2000;
/** The promise is 1%. With 2,000 rollouts, chance alone exceeds this in about one run of a thousand. */
const MOST = 0.0175;

export const accessLog: Verifier = {
  name: 'access-log',
  title: 'The judge on a real access log',
  shows: 'Identical versions are not rolled back on your own traffic.',
  byDefault: true,
  verify: async (context) => {
    const { logs } = context.options;
    if (logs.length === 0) {
      throw new Unavailable(
        'no log given: pass --log FILE, an access log in the Common or Combined Log Format',
      );
    }
    for (const file of logs) await verifyLog(context, file);
  },
};

async function verifyLog(context: VerifyContext, file: string): Promise<void> {
  const name = basename(file);
  const lines = readLog(name, await readFile(file, 'utf8'));
  const failed = lines.filter(({ status }) => status >= 500).length;
  const rejected = lines.filter(({ status }) => status >= 400 && status < 500).length;
  context.print(
    `${name}: ${lines.length} requests, ${failed} of them 5XX responses and ${rejected} 4XX`,
  );
  for (const overlays of [1, 8]) {
    const rolledBack = rateOf(lines, 'per request', overlays);
    await context.check(
      `${name} × ${overlays}, split per request: ${shown(rolledBack)}`,
      [],
      () => {
        if (rolledBack > MOST) throw new Error(`expected at most 1%, found ${shown(rolledBack)}`);
      },
    );
    const sticky = rateOf(lines, 'per client', overlays);
    context.print(
      `${name} × ${overlays}, split per client: ${shown(sticky)} (AWS splits per request; nothing is promised here)`,
    );
  }
}

const shown = (rate: number) =>
  `${(100 * rate).toFixed(2)}% of ${ROLLOUTS.toLocaleString('en-US')} releases of the same code rolled back`;

/** The share of rollouts, 0 to 1, that are rolled back although both versions are the same. */
function rateOf(lines: readonly LogLine[], split: Split, overlays: number): number {
  const sizes = lines.map(({ bytes }) => bytes).sort((a, b) => a - b);
  const measures = [
    { measure: errorsMeasure(), isEvent: ({ status }: LogLine) => status >= 500 },
    {
      measure: clientErrorsMeasure(),
      isEvent: ({ status }: LogLine) => status >= 400 && status < 500,
    },
    // A log has no latency. The size of a response stands for it: another heavy-tailed number of each request.
    ...[0.9, 0.99].map((quantile) => {
      const limit = sizes[Math.floor(quantile * sizes.length)] ?? 0;
      const measure = slowMeasure({ quantile, milliseconds: limit });
      return { measure, isEvent: ({ bytes }: LogLine) => bytes > limit };
    }),
  ];
  const events: readonly Event[] = measures.map(({ isEvent }) => isEvent);
  const chance = createChance(overlays, split.length);
  let count = 0;
  for (let i = 0; i < ROLLOUTS; i++) {
    const series = replay(lines, events, { split, overlays }, chance);
    const judged = measures.map(({ measure }, k) => ({ measure, ...series[k]! }));
    if (judge(judged).verdict === 'failing') count += 1;
  }
  return count / ROLLOUTS;
}
