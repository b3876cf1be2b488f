// Two reports that together have every member with and without a value. Their texts are invented placeholders
// for the sentences, which may change.

import type { Evidence } from '../../../src/analysis/evidence.ts';
import type { Finding } from '../../../src/analysis/finding.ts';
import { REPORT_SCHEMA, type Report } from '../../../src/report/report.ts';
import { aliasReport } from '../../../src/targets/alias/alias-report.ts';
import { type StageReportFacts, stageReport } from '../../../src/targets/stage/stage-report.ts';

const START = 1_764_000_000;

const ALARM: Evidence = {
  source: { kind: 'alarm', name: 'orders-5xx' },
  verdict: 'inconclusive',
  detail: { kind: 'alarm-gone' },
  since: START + 30,
  unread: true,
};

const ERRORS: Finding = {
  source: { kind: 'errors' },
  verdict: 'failing',
  canary: { requests: 241, events: 60 },
  stable: { requests: 4602, events: 127 },
  comparison: { ratio: 9.02, difference: 0.2214, excessEvents: 53.35, stableRate: 0.0276 },
  interval: { estimate: 9.02, low: 6.5, high: 12.4, level: 0.994 },
  reading: { nats: 61.2, threshold: 4.6, failing: true },
  safe: { nats: -60.5, threshold: 2.3 },
  failingSince: 29_400_001,
};

/** Nothing failed on stable. */
const LATENCY: Finding = {
  ...ERRORS,
  source: { kind: 'latency', percentile: 90, aboveMs: 812 },
  verdict: 'healthy',
  comparison: { ratio: Number.NaN, difference: 0, excessEvents: 0, stableRate: 0 },
  interval: undefined,
  failingSince: undefined,
};

const SOURCE = {
  repository: 'octo-org/orders',
  sha: '0123456789abcdef0123456789abcdef01234567',
  title: 'Round prices up',
  actor: 'octocat',
  runUrl: 'https://github.com/octo-org/orders/actions/runs/7000000001',
};

export const STAGE_TARGET: StageReportFacts = {
  kind: 'stage',
  region: 'eu-west-1',
  restApiId: 'a1b2c3d4e5',
  apiName: 'orders-api',
  stageName: 'prod',
  deploymentBefore: 'old111',
  deploymentAfter: 'old111',
  canaryDeployment: 'new222',
  canaryDimension: 'prod/Canary',
};

export const STAGE_REPORT: Report = {
  schema: REPORT_SCHEMA,
  outcome: 'rolled-back',
  cause: { kind: 'errors', evidence: [ERRORS] },
  reason: 'The reason.',
  stands: 'Who is served what.',
  advice: ['What to do.'],
  commands: ['aws sts get-caller-identity'],
  startedAt: START,
  endedAt: START + 600.5,
  source: SOURCE,
  target: stageReport(STAGE_TARGET),
  functions: [
    { name: 'carts', from: '3', to: '4' },
    { name: 'orders', from: '7', to: '8' },
  ],
  versions: [
    {
      name: 'orders',
      version: '8',
      description: 'octo-org/orders@0123456, after 7',
      codeSha256: 'q1W2e3R4t5Y6u7I8o9P0a1S2d3F4g5H6j7K8l9Z0x1c=',
    },
  ],
  plan: {
    steps: [
      { weight: 5, holdSeconds: 300 },
      { weight: 50, holdSeconds: 600 },
    ],
    advance: { kind: 'evidence', minSeconds: 60, maxSeconds: 1800 },
    bakeSeconds: 300,
    readSeconds: 15,
  },
  weight: 0,
  waitsFor: { kind: 'stop', switch: { kind: 'parameter', name: '/stop' }, says: 'Why.' },
  overridden: {
    closed: { kind: 'window', hours: 'Mon 09:00-16:00', zone: 'UTC', opensAt: START + 3600 },
    reason: 'Why.',
  },
  previewUrl: 'https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/pr-12',
  door: {
    url: 'https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod-canary-shadow',
    commands: ['aws apigatewayv2 create-routing-rule --region eu-west-1'],
    notes: ['The stage is in no usage plan.'],
  },
  approvals: [{ weight: 50, at: 1_764_000_300, by: 'maria' }],
  pull: 12,
  open: { phase: 'step 1/2', step: 1, paused: true, nextStepAt: START + 900 },
  verdict: 'failing',
  evidence: [ALARM, ERRORS, LATENCY],
  notCompared: [{ what: 'client-errors', why: 'off' }],
  steps: [
    {
      label: '5%',
      weight: 5,
      plannedSeconds: 300,
      began: START,
      ended: START + 300,
      canary: { requests: 241, errors: 60 },
      stable: { requests: 4602, errors: 127 },
    },
  ],
  hooks: [
    {
      point: 'pre-traffic',
      calls: 'orders-smoke:live',
      weight: 0,
      began: START - 4,
      ended: START - 1,
      result: 'passed',
      says: '12 checks',
    },
  ],
  people: [{ at: START + 200, login: 'hubot', asked: 'pause', result: 'What came of it.' }],
  timeline: [{ at: START, kind: 'traffic', what: 'What happened.' }],
  weights: [{ at: START, weight: 5 }],
  series: {
    from: START,
    every: 60,
    canary: { requests: [240, 1, null], errors: [60, 0, null] },
    stable: { requests: [4602, 0, null], errors: [127, 0, null] },
    comparisons: [
      {
        source: { kind: 'errors' },
        canary: { requests: [240, 1, null], events: [60, 0, null] },
        stable: { requests: [4602, 0, null], events: [127, 0, null] },
        nats: [61.2, -0.02, null],
        threshold: [4.6, 4.6, null],
      },
    ],
  },
  impact: {
    source: { kind: 'errors' },
    since: START + 60,
    requests: 241,
    events: 60,
    excess: 53.35,
    estimated: 118.5,
  },
  broke: {
    requests: { canary: 241, stable: 4602 },
    kinds: [
      {
        route: 'POST /orders',
        functionName: 'orders',
        status: 502,
        how: 'error',
        errorType: 'TypeError',
        location: 'checkout.mjs:41',
        canary: 37,
        stable: 0,
        firstSeen: START + 61,
        novelty: 'new',
        newest: true,
        samples: ['A masked line.'],
      },
      { canary: 4, stable: 6, firstSeen: START + 60, novelty: 'more' },
    ],
    more: 2,
  },
  logs: {
    requests: { canary: 241, stable: 4602 },
    lagSeconds: 4.2,
    calls: 96,
    abstained: ['the log group "orders/Canary" does not exist yet'],
    dimension: { canarySeries: 'complete', otherSeries: 'without-canary' },
  },
  countedAt: START + 180,
  countedBy: 'gateway',
  foresight: ['What the step can detect.'],
  policy: '{"Version":"2012-10-17","Statement":[]}',
  problems: ['A problem.'],
  notes: ['A note.'],
};

export const ALIAS_REPORT: Report = {
  schema: REPORT_SCHEMA,
  outcome: 'promoted',
  cause: { kind: 'completed', evidence: [] },
  reason: 'The reason.',
  stands: 'Who is served what.',
  advice: [],
  commands: [],
  startedAt: START,
  endedAt: START + 1200,
  source: { ...SOURCE, title: '' },
  target: aliasReport(
    { kind: 'alias', region: 'eu-west-1', aliases: ['carts:live', 'orders:live'] },
    STAGE_REPORT.functions,
  ),
  functions: STAGE_REPORT.functions,
  versions: [],
  plan: {
    steps: [{ weight: 10, holdSeconds: 300 }],
    advance: { kind: 'time', maxSeconds: undefined },
    bakeSeconds: 0,
  },
  weight: 100,
  pull: undefined,
  open: undefined,
  verdict: 'healthy',
  evidence: [],
  notCompared: [],
  steps: [],
  hooks: [],
  people: [],
  timeline: [],
  weights: [],
  series: undefined,
  impact: undefined,
  countedBy: undefined,
  foresight: [],
  problems: [],
  notes: [],
};
