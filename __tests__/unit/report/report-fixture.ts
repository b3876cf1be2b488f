// The report that the rendering tests use: a promoted release of `orders`.

import type { Evidence } from '../../../src/analysis/evidence.ts';
import { REPORT_SCHEMA, type Report } from '../../../src/report/report.ts';
import { type StageReportFacts, stageReport } from '../../../src/targets/stage/stage-report.ts';
import { PLAN, STARTED_AT } from '../rollout/rollout-fixture.ts';

/** 16:00:00 UTC. */
export const BEGAN = STARTED_AT;

const step = (label: string, weight: number, began: number, seconds: number) => ({
  label,
  weight,
  plannedSeconds: seconds,
  began,
  ended: began + seconds,
});

export const TARGET: StageReportFacts = {
  kind: 'stage',
  region: 'eu-west-1',
  restApiId: 'a1b2c3d4e5',
  apiName: 'orders-api',
  stageName: 'prod',
  deploymentBefore: 'old111',
  deploymentAfter: 'new222',
  canaryDeployment: 'new222',
  canaryDimension: 'prod/Canary',
};

export const REPORT: Report = {
  schema: REPORT_SCHEMA,
  outcome: 'promoted',
  cause: { kind: 'completed', evidence: [] },
  reason: 'The canary completed all steps and the bake.',
  stands: 'All traffic is served by the new version (orders 8).',
  advice: [],
  commands: [],
  foresight: [],
  startedAt: BEGAN,
  endedAt: BEGAN + 1200,
  source: {
    repository: 'octo-org/orders',
    sha: '0123456789abcdef0123456789abcdef01234567',
    title: 'Round prices up',
    actor: 'octocat',
    runUrl: 'https://github.com/octo-org/orders/actions/runs/7000000001',
  },
  target: stageReport(TARGET),
  functions: [{ name: 'orders', from: '7', to: '8' }],
  versions: [
    {
      name: 'orders',
      version: '7',
      description: 'octo-org/orders@89abcdef0123456789abcdef0123456789abcdef, after 6',
      codeSha256: 'Hf8kQ3nD2m0b4Yx1c5v6b7n8m9L0k1j2h3g4f5d6s7a=',
    },
    {
      name: 'orders',
      version: '8',
      description: 'octo-org/orders@0123456789abcdef0123456789abcdef01234567, after 7',
      codeSha256: 'q1W2e3R4t5Y6u7I8o9P0a1S2d3F4g5H6j7K8l9Z0x1c=',
    },
  ],
  plan: PLAN,
  weight: 100,
  pull: 12,
  open: undefined,
  verdict: 'healthy',
  notCompared: [],
  evidence: [
    {
      source: { kind: 'alarm', name: 'orders-5xx' },
      verdict: 'healthy',
      detail: { kind: 'alarm-ok' },
    },
    {
      source: { kind: 'traffic' },
      verdict: 'healthy',
      detail: { kind: 'requests', requests: 1204, errors: 5 },
    },
  ],
  steps: [
    {
      ...step('5%', 5, BEGAN, 300),
      canary: { requests: 1204, errors: 5 },
      stable: { requests: 23_010, errors: 80 },
    },
    {
      ...step('50%', 50, BEGAN + 300, 600),
      canary: { requests: 24_001, errors: 0 },
      stable: { requests: 23_999, errors: 0 },
    },
    {
      ...step('bake', 100, BEGAN + 900, 300),
      canary: { requests: 0, errors: 0 },
      stable: { requests: 0, errors: 0 },
    },
  ],
  people: [
    {
      at: BEGAN + 200,
      login: 'hubot',
      asked: 'pause',
      result: 'the weight stays the same until the rollout is resumed',
    },
  ],
  hooks: [
    {
      point: 'pre-traffic',
      calls: 'orders-smoke:live',
      weight: 0,
      began: BEGAN - 4,
      ended: BEGAN - 1,
      result: 'passed',
      says: '12 checks',
    },
  ],
  timeline: [
    { at: BEGAN, kind: 'traffic', what: 'shifted 5% to the canary' },
    { at: BEGAN + 900, kind: 'traffic', what: 'promoted: all traffic goes to the new version' },
  ],
  weights: [
    { at: BEGAN, weight: 5 },
    { at: BEGAN + 300, weight: 50 },
    { at: BEGAN + 900, weight: 100 },
  ],
  series: {
    from: BEGAN,
    every: 60,
    canary: { requests: [240, 241, null], errors: [1, 0, null] },
    stable: { requests: [4602, 4599, null], errors: [16, 17, null] },
    comparisons: [
      {
        source: { kind: 'errors' },
        canary: { requests: [240, null, null], events: [1, null, null] },
        stable: { requests: [4602, null, null], events: [16, null, null] },
        nats: [-0.02, null, null],
        threshold: [4.605, null, null],
      },
    ],
  },
  impact: undefined,
  countedBy: 'gateway',
  problems: [],
  notes: [],
};

const [firstStep] = REPORT.steps;

const SILENT: Evidence = {
  source: { kind: 'traffic' },
  verdict: 'inconclusive',
  detail: { kind: 'too-few-requests', requests: 0, minRequests: 1 },
};
const FIRED: Evidence = {
  source: { kind: 'alarm', name: 'orders-5xx' },
  verdict: 'failing',
  detail: { kind: 'alarm-fired', reason: '12 > 5' },
};
const PROBLEMS = [
  'alarms: there is no alarm "orders-5xx" in eu-west-1',
  'functions: there is no function "orders" in eu-west-1',
];

/** One report for each outcome, as the action creates them. */
export const REPORTS: Readonly<Record<Report['outcome'], Report>> = {
  promoted: REPORT,
  running: {
    ...REPORT,
    outcome: 'running',
    cause: undefined,
    reason:
      '5% of the traffic is served by the canary (orders 8), the rest by the current version (orders 7).',
    endedAt: BEGAN + 120,
    weight: 5,
    open: { phase: 'step 1/2', step: 1, paused: false, nextStepAt: BEGAN + 300 },
    steps: firstStep ? [{ ...firstStep, ended: undefined }] : [],
    timeline: REPORT.timeline.slice(0, 1),
  },
  held: {
    ...REPORT,
    outcome: 'held',
    cause: { kind: 'inconclusive', evidence: [SILENT] },
    reason: 'inconclusive: canary traffic: none counted in this step yet',
    stands:
      '5% of the traffic is served by the canary (orders 8), the rest by the current version (orders 7).',
    advice: ['To continue, run the action again: it takes over this rollout.'],
    weight: 5,
    open: { phase: 'step 1/2', step: 1, paused: true, nextStepAt: undefined },
    verdict: 'inconclusive',
    evidence: [SILENT],
    steps: REPORT.steps.slice(0, 1),
    timeline: REPORT.timeline.slice(0, 1),
    countedBy: undefined,
    target: stageReport({ ...TARGET, deploymentAfter: 'old111' }),
  },
  planned: {
    ...REPORT,
    outcome: 'planned',
    cause: undefined,
    reason: 'No problems found; the release would take at least 20m.',
    stands: 'All traffic is served by the previous version (orders 7).',
    functions: [{ name: 'orders', from: '7', to: 'a version to be published' }],
    weight: 0,
    evidence: [],
    hooks: [],
    steps: [],
    timeline: [],
    countedBy: undefined,
    foresight: ['step 1 (5%, 5 min): about 1,500 canary requests'],
    target: stageReport({ ...TARGET, deploymentAfter: 'old111', canaryDeployment: '' }),
  },
  unchanged: {
    ...REPORT,
    outcome: 'unchanged',
    cause: {
      kind: 'nothing-new',
      why: 'code and configuration are the same as in the version that the stage serves',
    },
    reason:
      'There is nothing to release: code and configuration are the same as in the version that the stage serves.',
    stands: 'All traffic is served by the previous version (orders 7).',
    functions: [{ name: 'orders', from: '7', to: '7' }],
    weight: 0,
    evidence: [],
    hooks: [],
    steps: [],
    timeline: [],
    countedBy: undefined,
    target: stageReport({ ...TARGET, deploymentAfter: 'old111', canaryDeployment: '' }),
  },
  previewed: {
    ...REPORT,
    outcome: 'previewed',
    cause: undefined,
    previewUrl: 'https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/pr-12',
    reason:
      'There is nothing to release: code and configuration are the same as in the version that the stage serves.',
    stands: 'All traffic is served by the previous version (orders 7).',
    functions: [{ name: 'orders', from: '7', to: '7' }],
    weight: 0,
    evidence: [],
    hooks: [],
    steps: [],
    timeline: [],
    countedBy: undefined,
    target: {
      ...stageReport({ ...TARGET, deploymentAfter: 'old111', canaryDeployment: '' }),
      previewLabel: 'orders-api/pr-12',
    },
  },
  'rolled-back': {
    ...REPORT,
    outcome: 'rolled-back',
    cause: { kind: 'alarm', evidence: [FIRED] },
    reason:
      'alarm orders-5xx: in ALARM: Threshold Crossed: 1 datapoint [12.0] was greater than the threshold (5.0), rolled back after 2m',
    stands: 'All traffic is served by the previous version (orders 7).',
    advice: [
      'Look into the logs /aws/lambda/orders (version 8) between 16:00:00 UTC and 16:05:00 UTC.',
    ],
    weight: 0,
    verdict: 'failing',
    evidence: [FIRED],
    steps: REPORT.steps.slice(0, 1),
    timeline: REPORT.timeline.slice(0, 1),
    countedBy: 'functions',
    impact: {
      source: { kind: 'errors' },
      since: BEGAN + 60,
      requests: 241,
      events: 60,
      excess: 59,
      estimated: 118,
    },
    target: stageReport({ ...TARGET, deploymentAfter: 'old111' }),
  },
  stuck: {
    ...REPORT,
    outcome: 'stuck',
    cause: { kind: 'alarm', evidence: [FIRED] },
    reason:
      'the rollback failed: closing the canary: AWS denies apigateway:PATCH. Reason for the rollback: alarm orders-5xx: in ALARM',
    stands:
      'The current state could not be read. At worst: 5% of the traffic is served by the canary (orders 8), the rest by the current version (orders 7).',
    advice: ['Return all traffic to the previous version by running, in this order:'],
    commands: ['aws apigateway update-stage --region eu-west-1 --rest-api-id a1b2c3d4e5'],
    weight: 5,
    verdict: 'failing',
    timeline: REPORT.timeline.slice(0, 1),
    target: stageReport({ ...TARGET, deploymentAfter: 'old111' }),
  },
  failed: {
    ...REPORT,
    outcome: 'failed',
    cause: { kind: 'preflight', problems: PROBLEMS },
    reason: 'Stopped before any traffic was shifted, because of 2 problems.',
    stands: 'This run did not change what users are served.',
    functions: [],
    weight: 0,
    evidence: [],
    hooks: [],
    steps: [],
    timeline: [],
    countedBy: undefined,
    problems: PROBLEMS,
    notes: ['the steps and the bake take 20m'],
    target: stageReport({
      ...TARGET,
      apiName: '',
      deploymentBefore: '',
      deploymentAfter: '',
      canaryDeployment: '',
    }),
  },
};
