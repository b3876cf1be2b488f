// What whole runs store in tags and publish as outputs and report, for the outcomes that matter most. What the
// texts are, letter by letter, is pinned next to the code that writes them.

import { describe, expect, it } from '@jest/globals';
import { playFleet } from '../support/fleet-scene.ts';
import { pathsIn, readText } from '../support/formats.ts';
import { exactProblemsOf } from '../support/report-validator.ts';
import { play, readReport } from '../support/rollout.ts';
import type { ActionResult } from '../support/runner.ts';
import { followFunctions, followStage } from '../support/tag-history.ts';

const OUTPUTS = [
  'outcome',
  'cause',
  'reason',
  'versions',
  'versions-before',
  'deployment-before',
  'deployment-after',
  'weight',
  'verdict',
  'phase',
  'paused',
  'next-step-at',
  'preview-url',
  'problem-ids',
  'report',
  'report-html',
];

/** The members that may be absent, and are not; `schema` says that no other is there. */
function optionalMembersOf(run: ActionResult): readonly string[] {
  const report = readReport(run);
  expect(exactProblemsOf(report)).toEqual([]);
  expect(Object.keys(run.outputs)).toEqual(OUTPUTS);
  const found = new Set(pathsIn(report));
  const optional = readText('report-members.txt')
    .split('\n')
    .map((line) => line.replace(/:.*/, '').replace(/<\w+>/g, ''))
    .filter((member) => member.includes('?'))
    .map((member) => member.replace(/\?[^?]*$/, '').replaceAll('?', ''));
  return [...new Set(optional)].filter((member) => found.has(member) && !RENAMED.has(member));
}

/** Every report has these; files of earlier versions have only the earlier names. */
const RENAMED = new Set([
  ...['currentState', 'forecast', 'hooks[].message', 'people[].request'],
  ...['evidence[].check', 'evidence[].result', 'impact.check', 'series.comparisons[].check'],
]);

const TWO_STEPS = { steps: '20%/1m, 50%/1m', 'bake-time': '30s', analysis: 'off' };

/** Without the sentence, and the paths of the two files. */
function valuesOf({ outputs }: ActionResult): Readonly<Record<string, string>> {
  const { reason: _, report: __, 'report-html': ___, ...values } = outputs;
  return values;
}

const ENDED = {
  ...{ phase: '', paused: 'false', 'next-step-at': '', 'preview-url': '', 'problem-ids': '' },
};
const OF_STAGE = { versions: '{"hello":"2"}', 'versions-before': '{"hello":"1"}' };
const OF_ALIASES = { 'deployment-before': '', 'deployment-after': '' };
/** Of what was counted. */
const COUNTED = ['notCompared', 'steps[].ended', 'series', 'countedAt', 'countedBy', 'comment'];
const PREPARED = 'canary=DEPLOYMENT phase=preparing record rollout=RUN.JOB';
const IN_STEP = 'phase=step/0/TIME record rollout=RUN.JOB shifts=SECONDS';
/** Left by a run that had seen its weight in AWS. */
const LEFT = IN_STEP.replace('TIME', 'TIME/reached');
const PAUSED = `paused=TIME/RUN.JOB ${LEFT}`;

describe('A release of a stage', () => {
  it('that is promoted', async () => {
    await play({}, async (scene) => {
      const states = followStage(scene);
      const { deploymentId: before } = await scene.api.stage();
      scene.users();
      const run = await scene.release(TWO_STEPS);
      const { deploymentId: after } = await scene.api.stage();
      expect(valuesOf(run)).toEqual({
        ...{ outcome: 'promoted', cause: 'completed', weight: '100', verdict: '' },
        ...{ ...OF_STAGE, 'deployment-before': before, 'deployment-after': after },
        ...ENDED,
      });
      expect(before).not.toBe(after);
      expect(states).toEqual([
        'phase=preparing record rollout=RUN.JOB',
        PREPARED,
        `canary=DEPLOYMENT ${IN_STEP}`,
        'canary=DEPLOYMENT phase=step/1/TIME record rollout=RUN.JOB shifts=SECONDS.SECONDS',
        'canary=DEPLOYMENT phase=baking/TIME record rollout=RUN.JOB shifts=SECONDS.SECONDS',
        '',
      ]);
      expect(optionalMembersOf(run)).toEqual(['cause', ...COUNTED, 'followUp']);
    });
  });

  it('that is rolled back', async () => {
    await play({}, async (scene) => {
      await scene.setAlarm('orders-5xx', 'OK');
      const states = followStage(scene);
      const run = scene.start({ ...TWO_STEPS, alarms: 'orders-5xx' });
      await run.sees(/step 1\/2 .* 20%/);
      await scene.setAlarm('orders-5xx', 'ALARM');
      const ended = await run.done;
      const { deploymentId } = await scene.api.stage();
      expect(valuesOf(ended)).toEqual({
        ...{ outcome: 'rolled-back', cause: 'alarm', weight: '0', verdict: 'failing' },
        ...{ ...OF_STAGE, 'deployment-before': deploymentId, 'deployment-after': deploymentId },
        ...ENDED,
      });
      expect(states).toEqual([
        'phase=preparing record rollout=RUN.JOB',
        PREPARED,
        `canary=DEPLOYMENT ${IN_STEP}`,
        '',
      ]);
      expect(optionalMembersOf(ended)).toEqual([
        ...['cause', 'evidence[].source', 'evidence[].source.name', 'evidence[].since'],
        ...[...COUNTED, 'followUp'],
      ]);
    });
  });

  it('that several runs drive until it is rolled back', async () => {
    await play({}, async (scene) => {
      const states = followStage(scene);
      const run = (command: string) => scene.release({ ...TWO_STEPS, command });
      const held = await run('start');
      const paused = await run('pause');
      await run('resume');
      await run('rollback');
      const last = 'last=rolled-back/TIME/RUN.JOB/of/TARGET';
      expect(states).toEqual([
        'phase=preparing record rollout=RUN.JOB',
        PREPARED,
        `canary=DEPLOYMENT ${IN_STEP}`,
        `canary=DEPLOYMENT ${LEFT}`,
        `canary=DEPLOYMENT ${PAUSED}`,
        `canary=DEPLOYMENT ${LEFT}`,
        `canary=DEPLOYMENT ${last} ${LEFT}`,
        last,
      ]);
      expect(optionalMembersOf(held)).toEqual([
        ...['cause', 'open', 'open.step', 'open.nextStepAt', 'evidence[].source'],
        ...COUNTED,
      ]);
      expect(optionalMembersOf(paused)).toEqual([
        'cause',
        'open',
        'open.step',
        'notCompared',
        'comment',
      ]);
      expect(held.outputs).toMatchObject({ outcome: 'held', phase: 'step 1/2', paused: 'false' });
      expect(held.outputs['next-step-at']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(paused.outputs).toMatchObject({ outcome: 'held', phase: 'step 1/2', paused: 'true' });
    });
  });

  it('that is refused', async () => {
    await play({}, async (scene) => {
      const states = followStage(scene);
      const run = await scene.release({ 'stage-name': 'nowhere' });
      expect(run.outputs).toMatchObject({ outcome: 'failed', weight: '', versions: '{}' });
      expect(optionalMembersOf(run)).toEqual(['cause', 'notCompared', 'comment']);
      expect(states).toEqual([]);
    });
  });
});

describe('A release of aliases', () => {
  it('that is promoted', async () => {
    await playFleet({ names: ['carts', 'orders'] }, async (scene) => {
      const states = followFunctions(scene);
      scene.users();
      const run = await scene.release(TWO_STEPS);
      expect(valuesOf(run)).toEqual({
        ...{ outcome: 'promoted', cause: 'completed', weight: '100', verdict: '' },
        versions: '{"carts":"2","orders":"2"}',
        'versions-before': '{"carts":"1","orders":"1"}',
        ...OF_ALIASES,
        ...ENDED,
      });
      const mark = 'rollout=RUN.JOB with=carts';
      const baking = 'phase=baking/TIME record rollout=RUN.JOB shifts=SECONDS.SECONDS';
      expect(states).toEqual([
        'carts: phase=preparing record rollout=RUN.JOB; orders: ',
        `carts: phase=preparing record rollout=RUN.JOB; orders: ${mark}`,
        `carts: ${IN_STEP}; orders: ${mark}`,
        `carts: phase=step/1/TIME record rollout=RUN.JOB shifts=SECONDS.SECONDS; orders: ${mark}`,
        `carts: ${baking}; orders: ${mark}`,
        `carts: ${baking}; orders: `,
        'carts: ; orders: ',
      ]);
      expect(optionalMembersOf(run)).toEqual(['cause', ...COUNTED, 'followUp']);
    });
  });

  it('that is rolled back', async () => {
    await playFleet({ failing: 1 }, async (scene) => {
      const states = followFunctions(scene);
      scene.users();
      const run = await scene.release({ steps: '20%/10m', 'bake-time': '0s' });
      expect(valuesOf(run)).toEqual({
        ...{ outcome: 'rolled-back', cause: 'errors', weight: '0', verdict: 'failing' },
        ...{ versions: '{"orders":"2"}', 'versions-before': '{"orders":"1"}' },
        ...OF_ALIASES,
        ...ENDED,
      });
      expect(states).toEqual([
        'orders: phase=preparing record rollout=RUN.JOB',
        `orders: ${IN_STEP}`,
        'orders: ',
      ]);
      const compared = ['canary', 'stable', 'comparison', 'reading', 'safe', 'failingSince'];
      const evidence = compared.map((name) => `evidence[].${name}`);
      const expected = [...evidence, ...COUNTED, 'impact'];
      expect(optionalMembersOf(run)).toEqual(expect.arrayContaining(expected));
    });
  });

  it('that several runs drive until it is promoted', async () => {
    await playFleet({}, async (scene) => {
      const states = followFunctions(scene);
      const run = (command: string) => scene.release({ ...TWO_STEPS, command });
      const held = await run('start');
      const paused = await run('pause');
      await run('resume');
      await run('promote');
      const last = 'last=promoted/TIME/RUN.JOB/of/TARGET';
      const baking = 'phase=baking/TIME record rollout=RUN.JOB shifts=SECONDS';
      expect(states).toEqual([
        'orders: phase=preparing record rollout=RUN.JOB',
        `orders: ${IN_STEP}`,
        `orders: ${LEFT}`,
        `orders: ${PAUSED}`,
        `orders: ${LEFT}`,
        `orders: ${baking}`,
        `orders: ${last} ${baking}`,
        `orders: ${last}`,
      ]);
      expect(optionalMembersOf(held)).toEqual([
        ...['cause', 'open', 'open.step', 'open.nextStepAt', 'evidence[].source'],
        ...COUNTED,
      ]);
      expect(optionalMembersOf(paused)).toEqual([
        'cause',
        'open',
        'open.step',
        'notCompared',
        'comment',
      ]);
      expect(held.outputs).toMatchObject({ outcome: 'held', phase: 'step 1/2', paused: 'false' });
      expect(paused.outputs).toMatchObject({ outcome: 'held', phase: 'step 1/2', paused: 'true' });
    });
  });

  it('that is refused', async () => {
    await playFleet({}, async (scene) => {
      const states = followFunctions(scene);
      const run = await scene.release({ functions: 'nobody' });
      expect(run.outputs).toMatchObject({ outcome: 'failed', weight: '0', versions: '{}' });
      expect(optionalMembersOf(run)).toEqual(['cause', 'notCompared', 'comment']);
      expect(states).toEqual([]);
    });
  });
});
