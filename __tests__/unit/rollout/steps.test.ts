import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDuration, parseDuration } from '../../../src/base/duration.ts';
import { didYouMean } from '../../../src/base/suggest.ts';
import { formatWeight, planSeconds, stepWindow } from '../../../src/rollout/plan.ts';
import { type PRESET_NAMES, presetSteps } from '../../../src/rollout/presets.ts';
import { MAX_STEPS, parseSteps } from '../../../src/rollout/steps.ts';

const problemsOf = (text: string): readonly string[] => {
  const parsed = parseSteps(text);
  return parsed.kind === 'problems' ? parsed.problems : [];
};

const stepsOf = (text: string) => {
  const parsed = parseSteps(text);
  if (parsed.kind === 'problems') throw new Error(parsed.problems.join('\n'));
  return parsed.steps;
};

/** Weights in hundredths of a percent, each larger than the previous one. */
const schedule = fc
  .uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: MAX_STEPS })
  .chain((hundredths) =>
    fc.record({
      hundredths: fc.constant(hundredths.sort((a, b) => a - b)),
      holds: fc.array(fc.integer({ min: 1, max: 86_400 }), {
        minLength: hundredths.length,
        maxLength: hundredths.length,
      }),
    }),
  )
  .map(({ hundredths, holds }) =>
    hundredths.map((h, i) => ({ weight: h / 100, holdSeconds: holds[i] ?? 1 })),
  );

describe('a duration', () => {
  it.each([
    ['90s', 90],
    ['5m', 300],
    ['2h', 7200],
    ['1h30m', 5400],
    ['1h1m1s', 3661],
    [' 5m ', 300],
    ['0s', 0],
    ['120m', 7200],
  ])('%j is %d s', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each(['', ' ', '5', '5 m', 'm', '-5m', '5.5m', '5M', '5m5h', '1e3s', '5m,', '123456h', '٥m'])(
    '%j is none',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );

  it('is formatted as it was written, whatever its length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 * 3600 }), (seconds) => {
        expect(parseDuration(formatDuration(seconds))).toBe(seconds);
      }),
    );
  });

  it('shows only nonzero units, rounds fractions, and is never negative', () => {
    const shown = [5400, 0, 0.4, 59.6, 3600, 3661, -5].map(formatDuration);
    expect(shown).toEqual(['1h30m', '0s', '0s', '1m', '1h', '1h1m1s', '0s']);
  });
});

describe('the steps', () => {
  it('are weights and times, separated by commas or lines', () => {
    const steps = [
      { weight: 5, holdSeconds: 300 },
      { weight: 12.25, holdSeconds: 90 },
      { weight: 100, holdSeconds: 3600 },
    ];
    expect(stepsOf('5%/5m, 12.25%/90s,100 % / 1h')).toEqual(steps);
    expect(stepsOf('\n 5%/5m\n12.25%/1m30s,\n100%/1h\n')).toEqual(steps);
  });

  it('are formatted as they were written, for every valid schedule', () => {
    fc.assert(
      fc.property(schedule, (steps) => {
        const text = steps
          .map((s) => `${formatWeight(s.weight)}/${formatDuration(s.holdSeconds)}`)
          .join(', ');
        expect(stepsOf(text)).toEqual(steps);
      }),
    );
  });

  it('are refused unless each is higher than the previous one', () => {
    fc.assert(
      fc.property(schedule, fc.nat(), fc.nat(), (steps, a, b) => {
        const [i, j] = [a % steps.length, b % steps.length].sort((x, y) => x - y);
        const shuffled = steps.map((s) => s.weight);
        [shuffled[i ?? 0], shuffled[j ?? 0]] = [shuffled[j ?? 0] ?? 0, shuffled[i ?? 0] ?? 0];
        const text = shuffled.map((w) => `${w}%/1m`).join(',');
        expect(parseSteps(text).kind).toBe(i === j ? 'steps' : 'problems');
      }),
    );
  });

  it('never make the parser throw, and never have a weight outside (0, 100]', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'0123456789.%/smh, \n') }),
    );
    fc.assert(
      fc.property(text, (given) => {
        const parsed = parseSteps(given);
        if (parsed.kind === 'problems') expect(parsed.problems.length).toBeGreaterThan(0);
        else {
          for (const { weight, holdSeconds } of parsed.steps) {
            expect(weight).toBeGreaterThan(0);
            expect(weight).toBeLessThanOrEqual(100);
            expect(holdSeconds).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['', 'it is empty'],
    [',\n,', 'it is empty'],
    ['0%/5m', 'a weight of 0% sends no traffic to the canary; expected more than 0%'],
    ['0.00%/5m', 'sends no traffic to the canary'],
    ['100.001%/5m', '"100.001%" has more than two decimals'],
    ['100.01%/5m', 'a weight of 100.01% is above 100%'],
    ['5%%/5m', '"5%%" is not a percentage'],
    ['5/5m', '"5" is not a percentage'],
    ['-5%/5m', '"-5%" is not a percentage'],
    ['1e1%/5m', '"1e1%" is not a percentage'],
    ['5%', 'expected a weight and a duration such as "5%/5m"'],
    ['5%/5m/5m', 'expected a weight and a duration such as "5%/5m"'],
    ['5%/', '"" is not a duration'],
    ['5%/5', '"5" is not a duration; expected for example 30s, 5m or 1h'],
    ['5%/0s', 'a step of 0 s measures nothing; expected at least 1s'],
    ['25%/5m, 5%/5m', '5% follows 25%; expected each step to be larger than the last'],
    ['5%/5m, 5%/5m', '5% follows 5%; expected each step to be larger than the last'],
  ])('%j are refused: %s', (text, problem) => {
    expect(problemsOf(text)).toEqual([expect.stringContaining(problem)]);
  });

  it('have all their problems listed together', () => {
    expect(problemsOf('0%/5m, 5%%/5m, 50%/0s, 30%/5m, 20%/5m')).toEqual([
      expect.stringContaining('"0%/5m"'),
      expect.stringContaining('"5%%/5m"'),
      expect.stringContaining('"50%/0s"'),
      expect.stringContaining('20% follows 30%'),
    ]);
  });

  it('are limited in number, also if they come from a preset', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => `${i + 1}%/1m`).join(',');
    expect(stepsOf(many(MAX_STEPS))).toHaveLength(MAX_STEPS);
    expect(problemsOf(many(MAX_STEPS + 1))).toEqual(['51 steps; expected at most 50']);
    expect(stepsOf('Linear2PercentEvery1Minute')).toHaveLength(49);
    expect(problemsOf('Linear1PercentEvery1Minute')).toEqual(['99 steps; expected at most 50']);
  });
});

/** `minute after the first shift: %`, as CodeDeploy's user guide describes each preset. */
const PRESETS: Readonly<Record<(typeof PRESET_NAMES)[number], string>> = {
  AllAtOnce: '0:100',
  Canary10Percent5Minutes: '0:10 5:100',
  Canary10Percent10Minutes: '0:10 10:100',
  Canary10Percent15Minutes: '0:10 15:100',
  Canary10Percent30Minutes: '0:10 30:100',
  Linear10PercentEvery1Minute: '0:10 1:20 2:30 3:40 4:50 5:60 6:70 7:80 8:90 9:100',
  Linear10PercentEvery2Minutes: '0:10 2:20 4:30 6:40 8:50 10:60 12:70 14:80 16:90 18:100',
  Linear10PercentEvery3Minutes: '0:10 3:20 6:30 9:40 12:50 15:60 18:70 21:80 24:90 27:100',
  Linear10PercentEvery10Minutes: '0:10 10:20 20:30 30:40 40:50 50:60 60:70 70:80 80:90 90:100',
};

function timetable(name: string): string {
  let minute = 0;
  const entries = stepsOf(name).map((step) => {
    const entry = `${minute}:${step.weight}`;
    minute += step.holdSeconds / 60;
    return entry;
  });
  return [...entries, `${minute}:100`].join(' ');
}

describe('a preset', () => {
  it.each(Object.entries(PRESETS))('%s shifts as CodeDeploy does', (name, expected) => {
    expect(timetable(name)).toBe(expected);
    expect(timetable(`CodeDeployDefault.Lambda${name}`)).toBe(expected);
    expect(timetable(`Lambda${name}`)).toBe(expected);
  });

  it('accepts other numbers in the same pattern, with the remainder last', () => {
    expect(timetable('Linear33PercentEvery7Minutes')).toBe('0:33 7:66 14:99 21:100');
    expect(timetable('Linear50PercentEvery1Minute')).toBe('0:50 1:100');
    expect(timetable('Canary99Percent1Minute')).toBe('0:99 1:100');
  });

  it.each([
    'Canary0Percent5Minutes',
    'Canary100Percent5Minutes',
    'Canary10Percent0Minutes',
    'Canary10Percent2881Minutes',
    'Linear0PercentEvery1Minute',
    'constructor',
    'toString',
  ])('%s is none', (name) => {
    expect(presetSteps(name)).toBeUndefined();
    expect(problemsOf(name)).toEqual([expect.stringContaining('is not the name of a preset')]);
  });

  it.each([
    ['Canary10Percent5Minuts', 'Canary10Percent5Minutes'],
    ['canary10percent5minutes', 'Canary10Percent5Minutes'],
    ['CodeDeployDefault.LambdaLinear10PercentEvery1Minutes2', 'Linear10PercentEvery1Minute'],
    ['allatonce', 'AllAtOnce'],
  ])('%s is misspelt, and meant %s', (misspelt, meant) => {
    expect(problemsOf(misspelt)).toEqual([
      `"${misspelt}" is not the name of a preset. Did you mean "${meant}"?`,
    ]);
  });

  it('with an unknown name gets a list of what is expected', () => {
    expect(problemsOf('Banana')).toEqual([
      '"Banana" is not the name of a preset. Expected steps such as "5%/5m, 50%/10m", or a preset such as Canary10Percent5Minutes.',
    ]);
  });
});

describe('a plan', () => {
  const steps = [
    { weight: 5, holdSeconds: 300 },
    { weight: 50, holdSeconds: 600 },
  ];

  it('lasts as long as its steps and its bake', () => {
    const advance = { kind: 'time', maxSeconds: undefined } as const;
    expect(planSeconds({ steps: [], advance, bakeSeconds: 60 })).toBe(60);
    expect(planSeconds({ steps, advance, bakeSeconds: 300 })).toBe(1200);
  });

  it('lasts as long as its evidence may take', () => {
    const advance = { kind: 'evidence', minSeconds: 60, maxSeconds: 1800 } as const;
    expect(planSeconds({ steps, advance, bakeSeconds: 300 })).toBe(3900);
  });

  it('lets a step end within a window that is never reversed', () => {
    const seconds = fc.integer({ min: 0, max: 7200 });
    const advance = fc.oneof(
      fc.record({
        kind: fc.constant('time' as const),
        maxSeconds: fc.option(seconds, { nil: undefined }),
      }),
      fc.record({
        kind: fc.constant('evidence' as const),
        minSeconds: seconds,
        maxSeconds: seconds,
      }),
    );
    fc.assert(
      fc.property(advance, seconds, (given, holdSeconds) => {
        const step = { weight: 5, holdSeconds };
        const window = stepWindow({ steps: [step], advance: given, bakeSeconds: 0 }, step);
        expect(window.latest).toBeGreaterThanOrEqual(window.earliest);
        expect(window.earliest).toBe(given.kind === 'time' ? holdSeconds : given.minSeconds);
      }),
    );
    const patient = {
      steps,
      advance: { kind: 'time', maxSeconds: undefined },
      bakeSeconds: 0,
    } as const;
    expect(stepWindow(patient, steps[0]!)).toEqual({ earliest: 300, latest: 540 });
  });

  it('shows weights without trailing zeros', () => {
    expect([5, 12.25, 0.1 + 0.2, 100, 33.333].map(formatWeight)).toEqual([
      '5%',
      '12.25%',
      '0.3%',
      '100%',
      '33.33%',
    ]);
  });
});

describe('a suggestion', () => {
  it('is made only for near misses, regardless of case', () => {
    const known = ['alarms', 'bake-time', 'steps'];
    expect(didYouMean('alrams', known)).toBe(' Did you mean "alarms"?');
    expect(didYouMean('BAKE-TIME', known)).toBe(' Did you mean "bake-time"?');
    expect(didYouMean('colour', known)).toBe('');
    expect(didYouMean('steps', [])).toBe('');
  });

  it('is not searched for a long text, which could be slow', () => {
    expect(didYouMean(`steps${' '.repeat(65)}`, ['steps'])).toBe('');
    expect(didYouMean('x'.repeat(1_000_000), ['x'.repeat(1_000_000)])).toBe('');
  });
});
