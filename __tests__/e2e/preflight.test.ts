// Whatever would go wrong later is found before anything is changed, and all of it at once.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HelloApi } from '../../demo/hello-api.ts';
import type { FaultRule } from '../../simulator/front/faults.ts';
import type { Statement } from '../../simulator/front/policy.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { CASES, type Case, fire } from './preflight-cases.ts';
import {
  acceptedWrites,
  attempt,
  makeApi,
  openAws,
  type Refusal,
  stateOf,
  twoAtATime,
} from './preflight-refusals.ts';

/** The release of the version that stands, into which each case puts its trouble. */
const usual = (api: HelloApi) => ({
  'rest-api-id': api.restApiId,
  'stage-name': 'prod',
  functions: api.functionName,
  version: '1',
});

const ALLOW_ALL: Statement = { Effect: 'Allow', Action: ['*'], Resource: ['*'] };

const nameOf = (title: string) => title.replace(/[^a-z]+/g, '-').slice(0, 60);

describe('preflight', () => {
  let simulator: Simulator;
  const said = new Map<Case, Refusal>();
  const states = new Map<Case, { before: unknown; after: unknown }>();
  beforeAll(async () => {
    simulator = await openAws();
    const apis = await Promise.all(CASES.map((one) => prepare(simulator, one)));
    const denials = CASES.flatMap(({ denied }, i): Statement[] =>
      denied ? [{ Effect: 'Deny', ...denied(apis[i]!) }] : [],
    );
    const before = await statesOf(apis);
    simulator.policy.set([ALLOW_ALL, ...denials]);
    await twoAtATime([...CASES.entries()], async ([i, one]) => {
      said.set(one, await run(simulator, apis[i]!, one));
    });
    simulator.policy.set(undefined);
    const after = await statesOf(apis);
    for (const [i, one] of CASES.entries()) {
      states.set(one, { before: before[i], after: after[i] });
    }
  });
  afterAll(() => simulator.close());

  it.each(CASES.map((one) => [one.title, one] as const))(
    'stops at %s, and changes nothing',
    (_, one) => {
      const { exitCode, errors, outputs, summary, calls, complaints } = said.get(one)!;
      expect(exitCode).toBe(1);
      const problems = one.says.length > 1 ? errors.slice(0, -1) : errors;
      expect(problems).toEqual(one.says.map((text) => expect.stringContaining(text)));
      expect(errors.at(-1)).toContain('Stopped before any traffic was shifted');
      expect(errors.at(-1)).toContain('This run did not change what users are served.');
      expect(outputs).toMatchObject({ outcome: 'failed', weight: one.weight ?? '0' });
      expect(summary).toContain('❌ Failed');
      expect(complaints).toEqual([]);
      expect(acceptedWrites(calls)).toEqual([]);
      const { before, after } = states.get(one)!;
      expect(after).toEqual(before);
    },
  );
});

async function prepare(simulator: Simulator, { title, wiring, given }: Case): Promise<HelloApi> {
  const api = await makeApi(simulator, nameOf(title), wiring ? { wiring } : {});
  await given?.(api);
  return api;
}

function statesOf(apis: readonly HelloApi[]): Promise<unknown[]> {
  return Promise.all(apis.map(stateOf));
}

function run(simulator: Simulator, api: HelloApi, { inputs, env = {} }: Case): Promise<Refusal> {
  return attempt(simulator, { inputs: { ...usual(api), ...inputs?.(api) }, env });
}

describe('preflight, where AWS is in trouble', () => {
  let simulator: Simulator;
  let api: HelloApi;
  let before: unknown;
  beforeAll(async () => {
    simulator = await openAws();
    api = await makeApi(simulator, 'troubled');
    before = await stateOf(api);
  });
  afterAll(() => simulator.close());

  const wrongFunction = (patch: Record<string, string>): FaultRule => ({
    operation: 'GetFunctionConfiguration',
    effect: { kind: 'wrong-answer', patch },
  });

  it.each<[string, FaultRule, string]>([
    [
      'a function that failed to start',
      wrongFunction({ State: 'Failed', StateReason: 'the image is gone' }),
      'functions: "troubled" is Failed (the image is gone); expected Active',
    ],
    [
      'a function whose last update failed',
      wrongFunction({ LastUpdateStatus: 'Failed' }),
      'the last update of "troubled" failed; nothing can be published',
    ],
    [
      'credentials that have expired',
      { operation: 'GetRestApi', effect: { kind: 'expired-credentials' } },
      'AWS rejected the credentials of this job',
    ],
    [
      'a role that may not read metrics',
      { operation: 'GetMetricData', effect: { kind: 'access-denied' } },
      'AWS denies cloudwatch:GetMetricData on *; the role of this job needs that permission',
    ],
    [
      'an answer that is denied without words',
      { operation: 'GetResources', effect: { kind: 'access-denied' } },
      "reading the API's resources: AWS denies apigateway:GET on arn:aws:apigateway:us-east-1::/restapis/",
    ],
  ])('stops at %s', async (_, fault, says) => {
    const { id } = simulator.faults.add(fault);
    const { exitCode, errors, calls } = await attempt(simulator, { inputs: usual(api) });
    simulator.faults.remove(id);
    expect(exitCode).toBe(1);
    expect(errors.join('\n')).toContain(says);
    expect(acceptedWrites(calls)).toEqual([]);
    expect(await stateOf(api)).toEqual(before);
  });

  it('gets over throttling and a cut connection', async () => {
    simulator.faults.add({ operation: 'GetStage', effect: { kind: 'throttle' }, times: 2 });
    simulator.faults.add({ operation: 'GetResources', effect: { kind: 'cut-before' }, times: 1 });
    const { exitCode, outputs } = await attempt(simulator, {
      inputs: { ...usual(api), definition: 'deployed' },
    });
    expect({ exitCode, outcome: outputs.outcome }).toEqual({ exitCode: 0, outcome: 'unchanged' });
  });

  it('says which permission it could not check, and takes that for neither answer', async () => {
    simulator.faults.add({ operation: 'CreateDeployment', effect: { kind: 'throttle' } });
    // What stops the release.
    const inputs = { ...usual(api), alarms: 'absent' };
    const { errors, log } = await attempt(simulator, { inputs });
    expect(errors).toEqual([expect.stringContaining('there is no alarm "absent"')]);
    expect(log).toMatch(/permissions: apigateway:POST on .*\/deployments could not be checked/);
  });

  it('accepts an alarm that already fires if requested, and says so', async () => {
    await fire(api);
    const alarms = { alarms: 'troubled-5xx', 'on-alarm-at-start': 'continue' };
    const inputs = { ...usual(api), ...alarms, definition: 'deployed' };
    const { exitCode, outputs, warnings, summary } = await attempt(simulator, { inputs });
    expect({ exitCode, outcome: outputs.outcome }).toEqual({ exitCode: 0, outcome: 'unchanged' });
    const words = '"troubled-5xx" is already in ALARM; only a new transition counts';
    expect(warnings.join('\n')).toContain(words);
    expect(summary).toContain('is already in ALARM; only a new transition counts');
  });
});
