// The hooks of a run: each runs once in its phase, and is aborted when its result is no longer needed.

import { describe, expect, it } from '@jest/globals';
import { KnownError } from '../../../src/base/errors.ts';
import type { HookResult } from '../../../src/hooks/answer.ts';
import type { HookPayload } from '../../../src/hooks/payload.ts';
import { createHookRunner, type HookRunnerParts } from '../../../src/hooks/runner.ts';
import type { HookInput } from '../../../src/inputs/values.ts';
import { verdictReason } from '../../../src/report/evidence-text.ts';
import type { HookReport } from '../../../src/report/report.ts';
import type { Phase } from '../../../src/rollout/phase.ts';
import { makeRemembered } from '../rollout/rollout-fixture.ts';

const HOOK: HookInput = {
  kind: 'function',
  functionName: 'smoke',
  qualifier: undefined,
  label: 'smoke',
};
const OTHER: HookInput = { ...HOOK, functionName: 'carts', label: 'carts' };
const PASSED: HookResult = { kind: 'passed', message: '12 checks' };
const FAILED: HookResult = { kind: 'failed', message: 'two carts' };
const preparing: Phase = { kind: 'preparing' };
const step = (index: number): Phase => ({ kind: 'step', index, since: 1 });

function scene(
  call: HookRunnerParts['call'],
  parts: Partial<HookRunnerParts> = {},
  timeoutSeconds = 60,
) {
  const lines: string[] = [];
  const heard: HookReport[] = [];
  const say = (text: string) => void lines.push(text);
  const hooks = createHookRunner({
    inputs: {
      calls: { 'pre-traffic': [HOOK, OTHER], step: [HOOK], 'post-traffic': [] },
      timeoutSeconds,
      secret: '',
    },
    log: { group: say, endGroup: () => {}, line: say, notice: say, warning: say, error: say },
    now: () => 100,
    payload: async () => ({ hook: 'step' }) as HookPayload,
    call,
    ended: (report) => void heard.push(report),
    ...parts,
  });
  const run = (phase: Phase) => hooks.run(makeRemembered({ phase }), 5);
  return { hooks, run, lines, heard };
}

describe('the hooks of a run', () => {
  it('of one point run one after the other', async () => {
    const { hooks, run, heard } = scene(async () => PASSED);
    await run(preparing);
    expect(heard.map(({ calls, result }) => `${calls} ${result}`)).toEqual([
      'smoke passed',
      'carts passed',
    ]);
    expect(hooks.stateIn(preparing)).toBe('clear');
    expect(hooks.evidence().map(verdictReason)).toEqual([
      'smoke passed: 12 checks',
      'carts passed: 12 checks',
    ]);
  });

  it('are due until they have passed, phase by phase', async () => {
    const bodies: string[] = [];
    const { hooks, run, heard } = scene(async (_, body) => {
      bodies.push(body);
      return PASSED;
    });
    expect(hooks.stateIn(step(0))).toBe('due');
    await run(step(0));
    expect(hooks.stateIn(step(0))).toBe('clear');
    expect(hooks.stateIn(step(1))).toBe('due');
    await run(step(1));
    expect(bodies).toEqual(['{"hook":"step"}', '{"hook":"step"}']);
    expect(heard.map(({ point, result }) => `${point} ${result}`)).toEqual([
      'step passed',
      'step passed',
    ]);
    expect(hooks.evidence()).toEqual([
      {
        source: { kind: 'hook', point: 'step', name: 'smoke' },
        verdict: 'healthy',
        detail: { kind: 'hook-result', result: 'passed', message: '12 checks' },
      },
    ]);
  });

  it('of the bake are clear if an earlier run has run them', () => {
    const { hooks } = scene(async () => FAILED, {
      inputs: {
        calls: { 'pre-traffic': [], step: [], 'post-traffic': [HOOK] },
        timeoutSeconds: 60,
        secret: '',
      },
    });
    const baking = { kind: 'baking', since: 1 } as const;
    expect(hooks.stateIn(baking)).toBe('due');
    expect(hooks.stateIn({ ...baking, asked: true })).toBe('clear');
  });

  it('are clear where none is wanted', async () => {
    const { hooks, run, heard } = scene(async () => FAILED);
    const baking: Phase = { kind: 'baking', since: 1 };
    expect(hooks.stateIn(baking)).toBe('clear');
    await run(baking);
    expect(heard).toEqual([]);
  });

  it('run once, however often the loop repeats', async () => {
    let calls = 0;
    let answer: (given: HookResult) => void = () => {};
    const { hooks, run } = scene(() => {
      calls += 1;
      return new Promise((resolve) => {
        answer = resolve;
      });
    });
    const both = [run(preparing), run(preparing)];
    await new Promise(setImmediate);
    expect(hooks.stateIn(preparing)).toBe('due');
    expect(hooks.evidence()).toEqual([]);
    answer(FAILED);
    await Promise.all(both);
    expect(calls).toBe(1);
    expect(hooks.stateIn(preparing)).toBe('failed');
    expect(hooks.evidence()).toEqual([
      {
        source: { kind: 'hook', point: 'pre-traffic', name: 'smoke' },
        verdict: 'failing',
        detail: { kind: 'hook-result', result: 'failed', message: 'two carts' },
      },
    ]);
  });

  it('fail without a response in time, and abort the call', async () => {
    let signal: AbortSignal | undefined;
    const never: HookRunnerParts['call'] = (_, __, given) => {
      signal = given;
      return new Promise(() => {});
    };
    const { hooks, run, heard } = scene(never, {}, 0.01);
    await run(preparing);
    expect(signal?.aborted).toBe(true);
    expect(hooks.stateIn(preparing)).toBe('failed');
    expect(heard[0]?.says).toMatch(/^no response within .* \(hook-timeout\)$/);
  });

  it('fail if their payload cannot be read', async () => {
    const payload = () => Promise.reject(new KnownError('AWS denies it'));
    const { run, heard } = scene(async () => PASSED, { payload });
    await run(preparing);
    expect(heard[0]).toMatchObject({
      result: 'failed',
      says: 'it could not be called: AWS denies it',
    });
  });

  it('are given up at once, and are no evidence then', async () => {
    const { hooks, run, heard, lines } = scene(() => new Promise(() => {}));
    const asked = run(preparing);
    await new Promise(setImmediate);
    await hooks.stop();
    await asked;
    expect(heard).toMatchObject([{ result: 'stopped' }]);
    expect(hooks.evidence()).toEqual([]);
    expect(lines.at(-1)).toMatch(/^The pre-traffic hook stopped after /);
    await hooks.stop();
    expect(heard).toHaveLength(1);
  });
});
