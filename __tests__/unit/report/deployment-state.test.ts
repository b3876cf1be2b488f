// The state of a rollout's GitHub deployment.

import { describe, expect, it } from '@jest/globals';
import { type DeploymentState, deploymentStatus } from '../../../src/report/deployment-state.ts';
import type { Outcome } from '../../../src/report/report.ts';
import { gallery } from '../../../verify/report/gallery.ts';

const word = (outcome: Outcome, stands?: DeploymentState, problems: readonly string[] = []) =>
  deploymentStatus({ outcome, reason: 'because', weight: 5, problems, paused: false }, stands);

describe('a deployment', () => {
  it.each<[Outcome, DeploymentState | undefined, DeploymentState | undefined]>([
    ['running', undefined, 'in_progress'],
    ['held', 'in_progress', 'in_progress'],
    ['promoted', 'in_progress', 'success'],
    ['rolled-back', 'in_progress', 'failure'],
    ['rolled-back', 'success', 'inactive'],
    ['failed', 'in_progress', 'failure'],
    ['stuck', 'in_progress', 'failure'],
    ['failed', 'success', undefined],
    ['failed', undefined, undefined],
    ['unchanged', 'success', undefined],
    ['planned', 'success', undefined],
  ])('of a release that is %s and that was %s becomes %s', (outcome, stands, state) => {
    expect(word(outcome, stands)?.state).toBe(state);
  });

  it('is left alone by a command that was refused', () => {
    expect(word('failed', 'in_progress', ['the wrong plan'])).toBeUndefined();
  });

  it('states the weight and the reason, within the length that GitHub stores', () => {
    const facts = { outcome: 'held', reason: 'x'.repeat(300), weight: 5, problems: [] } as const;
    const said = deploymentStatus({ ...facts, paused: true }, 'in_progress');
    expect(said?.description).toMatch(/^paused at 5% of the traffic: x+…$/);
    expect(said?.description).toHaveLength(140);
  });
});

describe('of every ending', () => {
  const STATES: Readonly<Record<Outcome, DeploymentState | undefined>> = {
    running: 'in_progress',
    held: 'in_progress',
    promoted: 'success',
    'rolled-back': 'failure',
    stuck: 'failure',
    // The one in the gallery was stopped by problems before it began.
    failed: undefined,
    planned: undefined,
    unchanged: undefined,
    previewed: undefined,
  };

  it.each(gallery().map(({ name, report }) => [name, report] as const))(
    '%s: the deployment says what the report says',
    (_, report) => {
      const paused = report.open?.paused ?? false;
      const said = deploymentStatus({ ...report, paused }, 'in_progress');
      expect(said?.state).toBe(STATES[report.outcome]);
      if (!said) return;
      const words = said.description.replace(/^.*? of the traffic: /, '').replace(/…$/, '');
      expect(report.reason.startsWith(words)).toBe(true);
      expect(words.length).toBeGreaterThan(20);
      const open = said.state === 'in_progress';
      expect(said.description.includes('% of the traffic: ')).toBe(open);
      if (open) expect(said.description).toContain(`at ${report.weight}%`);
      expect(said.description.startsWith('paused')).toBe(paused);
    },
  );
});
