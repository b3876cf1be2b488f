// A third kind of target, which releases no Lambda functions, needs no change in src/ but a line in the list of kinds:
// it fulfills the contract, its inputs are read, its record is stored, the commands release to it, and reports show it.

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { connect } from '../../../src/aws/clients.ts';
import { LAMBDA } from '../../../src/aws/lambda-client.ts';
import { runCommand } from '../../../src/commands/registry.ts';
import { strayInputs } from '../../../src/inputs/input-texts.ts';
import { masksOf } from '../../../src/inputs/masks.ts';
import { readInputs } from '../../../src/inputs/read.ts';
import { schemaOf } from '../../../src/inputs/schema.ts';
import { eventOf } from '../../../src/report/notify-event.ts';
import type { Report } from '../../../src/report/report.ts';
import { renderSummary } from '../../../src/report/summary.ts';
import { readStoredState, recordTags, type StoredRollout } from '../../../src/rollout/record.ts';
import type { Host } from '../../../src/run/host.ts';
import { NO_EVENT, type RunContext } from '../../../src/run/run-context.ts';
import { aliasKind } from '../../../src/targets/alias/alias-kind.ts';
import type { TargetKind } from '../../../src/targets/kind.ts';
import { TARGET_KINDS } from '../../../src/targets/kinds.ts';
import type { Target } from '../../../src/targets/target.ts';
import { memoryKind } from '../../support/memory-kind/memory-kind.ts';
import { createMemoryRouter, type MemoryRouter } from '../../support/memory-kind/memory-router.ts';
import { connectMemory } from '../../support/memory-kind/memory-target.ts';
import { holdsContract } from '../../support/target-contract.ts';
import { passing } from '../controller/pieces-play.ts';
import { REPORT } from '../report/report-fixture.ts';
import { makeRecord, STARTED_AT } from '../rollout/rollout-fixture.ts';

const KINDS = [...TARGET_KINDS, memoryKind];

const SERVICE = { router: 'orders-router', service: 'web' };
const FUNCTIONS = [{ name: 'web', from: 'web:6', to: 'web:7' }];

/** A router that serves `web:6`, and the target in a run of its own. */
function open() {
  const router = createMemoryRouter('orders-router', 'web:6');
  const never = new AbortController().signal;
  const limits = { cancelled: never, rollbackDeadline: never, ended: never };
  const clients = connect('eu-west-1', limits, undefined);
  return { router, target: connectMemory({ clients, ...SERVICE }) };
}

async function prepare(target: Target): Promise<StoredRollout> {
  const setup = await target.inspect({ problems: [], notes: [] });
  if (!setup) throw new Error('there are problems');
  const record = makeRecord({
    functions: FUNCTIONS,
    target: setup.record(FUNCTIONS),
    on: setup.storedOn,
  });
  const preparing = { say: () => undefined, pause: async () => undefined, stopped: () => false };
  return setup.prepare(record, preparing);
}

describe('A kind of target that src/ does not know', () => {
  holdsContract(async () => {
    const { router, target } = open();
    return {
      target,
      simulator: router,
      moves: 'SetRouter',
      lie: { canary: { weight: 26 } },
      repairs: /^memory set-router /,
      prepare: () => prepare(target),
      trafficState: async () => (await router.answer('GetRouter')).split,
      tags: async () => (await router.answer('GetRouter')).tags,
      meddle: async () => {
        await router.answer('SetRouter', { serves: 'web:9' });
      },
      close: async () => undefined,
    };
  });

  it('has its inputs read, declared and kept out of the masks', async () => {
    const env = { AWS_REGION: 'eu-west-1', 'INPUT_MEMORY-ROUTER': 'orders-router' };
    const { target, functions } = await readInputs(
      { ...env, 'INPUT_MEMORY-SERVICE': 'web' },
      KINDS,
    );
    const named = { memoryRouter: 'orders-router', memoryService: 'web' };
    expect(target).toEqual({ kind: 'memory', ...named });
    expect(functions).toMatchObject([{ name: 'web' }]);
    expect(strayInputs(env, TARGET_KINDS)).toEqual([
      expect.stringMatching(/memory-router: .* no such input/),
    ]);
    expect(strayInputs(env, KINDS)).toEqual([]);
    const schema = schemaOf(KINDS);
    expect(schema.inputs['memory-router']).toMatchObject({ only: 'routers' });
    const given: Readonly<Record<string, string>> = {
      'memory-router': 'orders-router',
      'step-hook': 'https://hooks.example/x?router=orders-router&token=3f9c2ab4d5e6',
    };
    const masks = masksOf(schema, (name) => given[name] ?? '');
    expect(masks).toContain('3f9c2ab4d5e6');
    expect(masks).not.toContain('orders-router');
  });

  it('is not chosen, and does not change what is chosen, where its inputs are not given', async () => {
    const env = { AWS_REGION: 'eu-west-1', INPUT_FUNCTIONS: 'orders:live' };
    expect(await readInputs(env, KINDS)).toEqual(await readInputs(env, TARGET_KINDS));
  });

  it('has its part of a record stored, and checked', () => {
    const target = { kind: 'memory', router: 'orders-router' };
    const record = makeRecord({ target, functions: FUNCTIONS });
    const tags = recordTags(record, { kind: 'preparing' });
    expect(readStoredState(tags, memoryKind.codec)).toMatchObject({
      kind: 'rollout',
      storedRollout: { record: { target } },
    });
    expect(readStoredState(tags, aliasKind.codec).kind).toBe('unreadable');
    for (const wrong of [
      { ...record, target: { ...target, router: '$(touch pwned)' } },
      { ...record, functions: [{ name: 'web', from: 'web:6', to: 'web:7;$(touch pwned)' }] },
      { ...record, functions: [{ name: 'web', from: '6', to: '7' }] },
    ]) {
      const forged = recordTags(wrong, { kind: 'preparing' });
      expect(readStoredState(forged, memoryKind.codec).kind).toBe('unreadable');
    }
  });

  it('is shown by reports as it says', () => {
    const target = open().target.describe();
    const report = { ...REPORT, target, functions: FUNCTIONS };
    const summary = renderSummary({ ...report, outcome: 'rolled-back' });
    expect(summary).toContain('- **Router:** orders-router');
    expect(summary).toContain('- **Service `web`:** version web:6 → web:7');
    expect(summary).toContain('filter version = "web:7"');
    expect(summary).not.toMatch(/lambda/i);
    expect(eventOf(report)).toMatchObject({
      resources: ['arn:aws:memory:eu-west-1::orders-router'],
    });
    expect(JSON.parse(JSON.stringify(report)).target).toEqual({
      kind: 'memory',
      region: 'eu-west-1',
    });
  });
});

describe('With its line in the list of kinds', () => {
  let router: MemoryRouter;
  let opened: jest.SpiedFunction<typeof LAMBDA.create>;
  beforeEach(() => {
    jest.useFakeTimers({ now: STARTED_AT * 1000 });
    // The line of registration.
    (TARGET_KINDS as TargetKind[]).push(memoryKind);
    opened = jest.spyOn(LAMBDA, 'create');
    router = createMemoryRouter('orders-router', 'web:6');
  });
  afterEach(() => {
    (TARGET_KINDS as TargetKind[]).pop();
    expect(opened).not.toHaveBeenCalled();
    opened.mockRestore();
    jest.useRealTimers();
  });

  const split = async () => (await router.answer('GetRouter')).split;

  it('a release is promoted', async () => {
    const { report, lines } = await command({});
    expect(report).toMatchObject({ outcome: 'promoted', functions: FUNCTIONS, weight: 100 });
    expect(lines).toContain('web: web:7');
    expect(report.stands).toBe('All traffic is served by the new version (web web:7).');
    expect(report.versions).toEqual([
      { name: 'web', version: 'web:6', description: '', codeSha256: 'old' },
      { name: 'web', version: 'web:7', description: `octo-org/orders@${SHA}`, codeSha256: 'new' },
    ]);
    const served = report.steps.map(({ label, canary }) => [label, (canary?.requests ?? 0) > 0]);
    expect(served).toEqual([
      ['10%', true],
      ['50%', true],
      ['95% (bake)', true],
      ['promoted', false],
    ]);
    expect(await router.answer('GetRouter')).toEqual({ split: { serves: 'web:7' }, tags: {} });
  });

  it('a release that fails is rolled back', async () => {
    router.broken.add('web:7');
    const { report } = await command({});
    expect(report).toMatchObject({ outcome: 'rolled-back', cause: { kind: 'errors' } });
    expect(report.impact?.excess).toBeGreaterThan(0);
    expect(await router.answer('GetRouter')).toEqual({ split: { serves: 'web:6' }, tags: {} });
  });

  it('a release that is cancelled is rolled back by calls that a cancellation does not stop', async () => {
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 150_000);
    const { report } = await command({}, cancel.signal);
    expect(report).toMatchObject({ outcome: 'rolled-back', cause: { kind: 'cancelled' } });
    expect(await split()).toEqual({ serves: 'web:6' });
  });

  it('what is served already is no release', async () => {
    router.build('old');
    expect((await command({})).report.outcome).toBe('unchanged');
    expect(await split()).toEqual({ serves: 'web:6' });
  });

  it('an open release of the same code is continued, and one of other code is not', async () => {
    const started = await command({ INPUT_COMMAND: 'start' });
    expect(started.report).toMatchObject({ outcome: 'held', weight: 10 });
    router.build('newer');
    const other = await command({});
    expect(other.report.problems.join()).toContain('it releases version web:7 of "web"');
    expect(await split()).toEqual({ serves: 'web:6', canary: { version: 'web:7', weight: 10 } });
    router.build('new');
    expect((await command({})).report.outcome).toBe('promoted');
  });

  it('an open release is rolled back on request, and a plan says what it needs', async () => {
    const planned = await command({ INPUT_COMMAND: 'plan' });
    expect(planned.report).toMatchObject({ outcome: 'planned', problems: [] });
    expect(planned.report.policy).toContain('memory:SetRouter');
    expect(planned.report.policy).not.toContain('lambda:');
    await command({ INPUT_COMMAND: 'start' });
    const { report } = await command({ INPUT_COMMAND: 'rollback' });
    expect(report).toMatchObject({ outcome: 'rolled-back', cause: { kind: 'requested' } });
    expect(await split()).toEqual({ serves: 'web:6' });
  });
});

const SHA = '0123456789abcdef0123456789abcdef01234567';

/** Runs a command as the action does, with the inputs of this kind. */
async function command(
  inputs: Readonly<Record<string, string>>,
  cancelled = new AbortController().signal,
): Promise<{ readonly report: Report; readonly lines: readonly string[] }> {
  const env = {
    AWS_REGION: 'eu-west-1',
    'INPUT_MEMORY-ROUTER': 'orders-router',
    'INPUT_MEMORY-SERVICE': 'web',
    INPUT_STEPS: '10%/5m, 50%/5m',
    ...inputs,
  };
  const given = await readInputs(env, TARGET_KINDS);
  const lines: string[] = [];
  const line = (text: string) => void lines.push(text);
  const nothing = () => undefined;
  const startedAt = Date.now() / 1000;
  const context: RunContext = {
    inputs: given,
    id: { repository: 'octo-org/orders', runId: String(startedAt), attempt: '1' },
    source: { ...REPORT.source, sha: SHA },
    event: NO_EVENT,
    lifetimes: { jobTimeoutSeconds: 21_600, credentialsExpireAt: undefined, temporary: false },
    startedAt,
    giveUpAt: startedAt + 3600,
  };
  const host: Host = {
    log: { group: nothing, endGroup: nothing, line, notice: line, warning: line, error: line },
    cancelled,
    credentials: undefined,
    ...{ conversation: undefined, variable: undefined },
    lacks: { pull: '', repository: '', comment: '', conversation: '', variable: '' },
    keepCause: nothing,
    leaveToPost: nothing,
    saveForPost: nothing,
    show: nothing,
  };
  const { report } = await passing(runCommand(context, host));
  return { report, lines };
}
