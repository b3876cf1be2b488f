// The tests of the bundle run its steps in processes that have run others. Nothing of one step may reach the next.

import { expect, it } from '@jest/globals';
import { openTurnClock } from '../../simulator/turns/turn-clock.ts';
import { startAction } from '../support/runner.ts';
import type { Variables } from '../support/runner-environment.ts';

const apart = process.env.CANARY_TESTS === 'apart';

async function play(inputs: Variables, options: Parameters<typeof startAction>[0] = {}) {
  const step = startAction({ ...options, inputs });
  const { pid } = step;
  const result = await step.done;
  result.dispose();
  return { ...result, pid };
}

it('A step in a process that has run another gets its own inputs, clock and exit code', async () => {
  const clocks = [await openTurnClock(), await openTurnClock(), await openTurnClock()] as const;
  const [first, second, third] = clocks.map(({ settings }) => ({ clock: settings }));
  try {
    const failed = await play({ functions: 'orders', steps: 'none', bakes: '1m' }, first);
    const next = await play({ functions: 'orders', alias: 'a b' }, second);
    const last = await play({ functions: 'orders', 'stage-name': 'x y' }, third);
    expect([failed.exitCode, next.exitCode, last.exitCode]).toEqual([1, 1, 1]);
    expect([next.pid === failed.pid, last.pid === failed.pid]).toEqual([!apart, !apart]);
    expect(failed.log).toContain('steps: "none"');
    // An input that does not exist is the first step's alone.
    expect([failed, next, last].map(({ log }) => log.includes('bakes'))).toEqual([
      true,
      false,
      false,
    ]);
    expect(next.log).toContain('"a b"');
    expect(next.log).not.toContain('steps: "none"');
    expect(last.log).not.toContain('"a b"');
  } finally {
    for (const clock of clocks) await clock.close();
  }
});

it('A step that is killed takes its process along, and the next one gets another', async () => {
  const clock = await openTurnClock();
  try {
    // Time stays, so it waits for AWS.
    const step = startAction({
      clock: clock.settings,
      inputs: { functions: 'orders', alias: 'live' },
    });
    const killed = await step.kill();
    killed.dispose();
    const next = await play({ functions: 'orders', alias: 'a b' }, { clock: clock.settings });
    expect([killed.exitCode, killed.signal, next.exitCode]).toEqual([null, 'SIGKILL', 1]);
    expect(next.pid).not.toBe(step.pid);
  } finally {
    await clock.close();
  }
});
