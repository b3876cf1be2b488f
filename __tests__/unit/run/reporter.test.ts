// What a report says in its reason and about the traffic: each fact once, and nothing that its command does not do.

import { describe, expect, it } from '@jest/globals';
import { createRecorder } from '../../../src/controller/recorder.ts';
import type { Report } from '../../../src/report/report.ts';
import { createReporter } from '../../../src/run/reporter.ts';
import { REPORTS } from '../report/report-fixture.ts';

const { source, target } = REPORTS.promoted;
const none = () => [];
const reporter = createReporter(
  { source, linkTo: () => 'https://example.test/run' },
  {
    ...{ words: 'the alias orders:live', describe: () => target },
    ...{ showCommands: none, repairCommands: none },
    wayIn: () => ({ commands: [], notes: [] }),
  },
  createRecorder(() => 1_800_000_000),
  () => 1_800_000_000,
);
const said = ({ reason, stands, weight }: Report) => ({ reason, stands, weight });

describe('A report without a release', () => {
  it('says once that none is open, and what is known of the traffic', () => {
    const reason = 'No rollout is open on the alias orders:live.';
    expect(said(reporter.nothingOpen(reason))).toEqual({
      ...{ reason, weight: 0 },
      stands: 'The traffic is not split between versions.',
    });
    expect(reporter.nothingOpen(reason, null).stands).toBe(
      'How the traffic is split now is not known.',
    );
  });

  it('that did nothing says what it did not read', () => {
    expect(said(reporter.declined(['there is no pull request']))).toEqual({
      ...{ reason: 'Nothing was done: there is no pull request', weight: null },
      stands: 'The current state was not read.',
    });
    expect(reporter.declined(['x'], undefined, { weight: 0 }).stands).toBe(
      'The traffic is not split between versions.',
    );
    expect(reporter.idle('There is no preview.').stands).toBe('Nothing was changed.');
    expect(reporter.idle('Removed pr-1.', { kind: 'removed' }).stands).toBe(
      'No other stage was changed.',
    );
  });
});

describe('A command that only reads, if it is refused', () => {
  it('as a plan, says what the release would meet, and who is served', () => {
    expect(said(reporter.notPlanned(['alarms: there is no alarm "x"'], [], 5))).toEqual({
      reason: 'A release would be refused: alarms: there is no alarm "x"',
      stands:
        '5% of the traffic is served by the new version of an unfinished rollout, the rest by the current version.',
      weight: 5,
    });
    expect(reporter.notPlanned(['x', 'y'], [], 0).reason).toBe(
      'A release would be refused, because of 2 problems.',
    );
  });

  it('as status, says why there is nothing to show', () => {
    expect(said(reporter.notShown('access denied', undefined))).toEqual({
      reason: 'There is no state to show: access denied',
      stands: 'How the traffic is split now is not known.',
      weight: null,
    });
  });

  it('has the causes that it had', () => {
    expect(reporter.notPlanned(['x'], [], null).cause?.kind).toBe('preflight');
    expect(reporter.notShown('x', undefined).cause?.kind).toBe('refused');
  });
});

describe('A run that is refused at once', () => {
  it('does not say that no traffic was shifted: it may continue a release', () => {
    const cause = { kind: 'refused', problems: ['unmerged'] } as const;
    expect(reporter.refused(['unmerged'], [], cause).reason).toBe('Nothing was done: unmerged');
    expect(reporter.refused(['x'], []).reason).toBe('Stopped before any traffic was shifted: x');
  });
});

describe('A plan', () => {
  const plan = REPORTS.promoted.plan;
  const more = {
    notes: [],
    policy: '',
    planPolicy: '',
    blindSpots: [],
    weight: 0,
    effect: { kind: 'release' } as const,
  };
  const planned = (from: string) =>
    reporter.planned([{ name: 'orders', from, version: '8' }], plan, [], more).stands;

  it.each([
    [{ kind: 'release' }, 'No problems found; the release would take at least 20m.'],
    [{ kind: 'uncertain' }, 'No problems found; the release would take at least 20m.'],
    [{ kind: 'first' }, 'No problems found; the first version would get all traffic immediately.'],
    [
      { kind: 'nothing', why: 'it is served' },
      'No problems found, and there is nothing to release: it is served.',
    ],
  ] as const)('says what the release would do: %j', (effect, reason) => {
    expect(reporter.planned([], plan, [], { ...more, effect }).reason).toBe(reason);
  });

  it('without steps and bake does not say that it takes no time', () => {
    const none = { ...plan, steps: [], bakeSeconds: 0 };
    expect(reporter.planned([], none, [], more).reason).toBe(
      'No problems found; the release would shift all traffic at once, without a bake.',
    );
  });

  it('names the version that is served, if there is one', () => {
    expect(planned('7')).toBe('All traffic is served by the current version (orders 7).');
    expect(planned('')).toBe('No version is served yet.');
  });
});
