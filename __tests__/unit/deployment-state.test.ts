// What a GitHub deployment says of a rollout.

import { describe, expect, it } from '@jest/globals';
import { type DeploymentState, deploymentWord } from '../../src/report/deployment-state.ts';
import type { Outcome } from '../../src/report/report.ts';

const word = (outcome: Outcome, stands?: DeploymentState, problems: readonly string[] = []) =>
  deploymentWord({ outcome, reason: 'because', weight: 5, problems, paused: false }, stands);

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

  it('says the weight and the reason, in what GitHub keeps of them', () => {
    const facts = { outcome: 'held', reason: 'x'.repeat(300), weight: 5, problems: [] } as const;
    const said = deploymentWord({ ...facts, paused: true }, 'in_progress');
    expect(said?.description).toMatch(/^paused at 5% of the traffic: x+…$/);
    expect(said?.description).toHaveLength(140);
  });
});
