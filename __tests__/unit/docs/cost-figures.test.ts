// What the FAQ and the README say about the cost of a release is what `command: plan` computes for it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { closingSeconds } from '../../../src/analysis/closed.ts';
import { CLASSES } from '../../../src/analysis/measure-class.ts';
import { parseDuration } from '../../../src/base/duration.ts';
import { scheduleInputs } from '../../../src/inputs/schedule-inputs.ts';
import { LOOK_SECONDS } from '../../../src/monitor/due-reading.ts';
import { forecastCost } from '../../../src/preflight/cost.ts';
import { plannedReading } from '../../../src/rollout/bake.ts';
import { DEFAULT_HOLD_BACK, type HoldBack, withBake } from '../../../src/rollout/hold-back.ts';
import { type Plan, planSeconds } from '../../../src/rollout/plan.ts';
import { parseSteps } from '../../../src/rollout/steps.ts';
import { aliasKind } from '../../../src/targets/alias/alias-kind.ts';
import { stageKind } from '../../../src/targets/stage/stage-kind.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8').replaceAll(/\s+/g, ' ');
const FAQ = read('docs/faq.md');
const README = read('README.md');

/** GitHub, "Actions runner pricing": Linux with two cores, a minute, since January 1, 2026. */
const DOLLARS_PER_MINUTE = 0.006;
/** Amazon CloudWatch pricing: a standard-resolution alarm, a month. */
const DOLLARS_PER_ALARM = 0.1;
/** GitHub, "GitHub Actions billing": minutes a month of the plan Free. */
const FREE_MINUTES = 2000;
const RELEASES = 20;
/** Of a function behind an API, which answers within 30 s. */
const CLOSING_SECONDS = closingSeconds(29);

const { steps, 'bake-time': bake } = scheduleInputs.inputs;

/** With enough traffic, the bake keeps a share of it on the previous version. */
const HELD_BACK = { kind: 'held-back', share: DEFAULT_HOLD_BACK, asked: false } as const;
const NOT_HELD_BACK = { kind: 'none', why: { kind: 'asked' } } as const;

function defaultPlan(holdBack: HoldBack = NOT_HELD_BACK): Plan {
  const parsed = parseSteps(steps.default);
  const bakeSeconds = parseDuration(bake.default) ?? 0;
  if (parsed.kind !== 'steps') throw new Error(parsed.problems.join());
  return {
    ...withBake(parsed.steps, bakeSeconds, holdBack),
    advance: { kind: 'time', maxSeconds: undefined },
    ...plannedReading(bakeSeconds, true, CLOSING_SECONDS),
  };
}

type Kind = Pick<typeof stageKind, 'metricCost' | 'freeCalls'>;

/** The figures in a plan's own sentences, for the bake that costs more. */
function figuresOf(kind: Kind) {
  const [alone, heldBack] = [
    figuresIn(defaultPlan(), kind),
    figuresIn(defaultPlan(HELD_BACK), kind),
  ];
  return countOf(alone) < countOf(heldBack) ? heldBack : alone;
}

function figuresIn(plan: Plan, { metricCost, freeCalls }: Kind) {
  const sentences = forecastCost({
    ...{ plan, metricCost, freeCalls, functions: 1, compare: CLASSES },
    ...{ routes: 0, metrics: 0, judged: true, lookSeconds: LOOK_SECONDS },
    ...{ closingSeconds: CLOSING_SECONDS, provisionedForNew: 0, staysSeconds: undefined },
  }).join(' ');
  const [, minutes] = /about (\d+)m of runner time/.exec(sentences) ?? [];
  const [, dollars, metrics] =
    /about ([\d.]+) USD for about ([\d,]+) CloudWatch/.exec(sentences) ?? [];
  return { minutes: Number(minutes), dollars: Number(dollars), metrics };
}

const countOf = ({ metrics }: ReturnType<typeof figuresIn>) => Number(metrics?.replace(',', ''));

const ALIAS = figuresOf(aliasKind);
const STAGE = figuresOf(stageKind);
/** Starting the job, and preflight. */
const MINUTES = ALIAS.minutes + 1;
const RUNNER = MINUTES * DOLLARS_PER_MINUTE;
/** As the page rounds it. */
const METRICS = Number(ALIAS.dollars.toFixed(3));
const MONTH = RELEASES * METRICS + DOLLARS_PER_ALARM;

describe('The cost of a release', () => {
  it('is made of the parts of the default plan', () => {
    const plan = defaultPlan();
    const parts = plan.steps.map(({ holdSeconds }) => holdSeconds / 60).join(' + ');
    const [baked, reading] = [plan.bakeSeconds / 60, (plan.readSeconds ?? 0) / 60];
    expect(planSeconds(plan)).toBe(ALIAS.minutes * 60);
    expect(FAQ).toContain(
      `${parts} minutes of steps, ${baked} of bake, ${reading} to read its end, 1 to start: ${MINUTES} × ${DOLLARS_PER_MINUTE} | ${RUNNER.toFixed(3)} |`,
    );
  });

  it.each([
    ['minutes', `${MINUTES} minutes with the default steps: ${RUNNER.toFixed(2)} USD on Linux`],
    [
      'metrics of an alias',
      `about ${ALIAS.metrics} × 0.01 / 1,000 | ${ALIAS.dollars.toFixed(3)} |`,
    ],
    [
      'metrics of a stage',
      `A stage needs about ${STAGE.metrics} metrics: ${STAGE.dollars.toFixed(3)} USD`,
    ],
    ['metrics, rounded', `about ${ALIAS.dollars.toFixed(2)} USD for one function`],
    [
      'a month',
      `${RELEASES} × ${(RUNNER + METRICS).toFixed(3)}, and ${DOLLARS_PER_ALARM.toFixed(2)} for one alarm`,
    ],
    ['the sum', `| ${(RELEASES * RUNNER + MONTH).toFixed(2)} |`],
    [
      'the minutes of a month',
      `The ${RELEASES * MINUTES} minutes of such a month are fewer than the ${FREE_MINUTES.toLocaleString('en-US')}`,
    ],
    ['what is left of it', `the month costs ${MONTH.toFixed(2)} USD`],
  ])('is on the page: %s', (_, text) => {
    expect(FAQ).toContain(text);
  });

  it('is the same in the README', () => {
    expect(STAGE.dollars.toFixed(2)).toBe(ALIAS.dollars.toFixed(2));
    expect(README).toContain(
      `AWS charges about ${ALIAS.dollars.toFixed(2)} USD for a release, and GitHub charges for ${MINUTES} minutes of a runner`,
    );
  });
});
