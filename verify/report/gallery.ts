// A report for each way in which a release can end, as the action would make it.

import { NO_EVENTS } from '../../src/analysis/count-table.ts';
import { errorsMeasure } from '../../src/analysis/errors-measure.ts';
import type { Evidence } from '../../src/analysis/evidence.ts';
import type { FailureGroup } from '../../src/logs/failure-groups.ts';
import { rollbackText } from '../../src/report/ending-text.ts';
import type { HookReport, Report } from '../../src/report/report.ts';
import { type Cause, failing } from '../../src/rollout/cause.ts';
import type { Ending } from '../../src/rollout/decision.ts';
import type { Plan } from '../../src/rollout/plan.ts';
import { formatRolloutId } from '../../src/rollout/release.ts';
import type { TrafficState } from '../../src/rollout/traffic-state.ts';
import type { StageReportFacts } from '../../src/targets/stage/stage-report.ts';
import { type Cast, COMMIT, type Play, play } from './play.ts';

export interface Exhibit {
  /** Also the name of its files. */
  readonly name: string;
  readonly report: Report;
}

const TARGET: StageReportFacts = {
  kind: 'stage',
  region: 'eu-west-1',
  restApiId: 'a1b2c3d4e5',
  apiName: 'orders-api',
  stageName: 'prod',
  deploymentBefore: 'a1f4x8',
  deploymentAfter: 'a1f4x8',
  canaryDeployment: 'b7k2p9',
  canaryDimension: 'prod/Canary',
};

const PLAN: Plan = {
  steps: [
    { weight: 5, holdSeconds: 300 },
    { weight: 25, holdSeconds: 600 },
    { weight: 50, holdSeconds: 600 },
  ],
  advance: { kind: 'time', maxSeconds: undefined },
  bakeSeconds: 300,
};

const CAST: Cast = {
  functions: [{ name: 'orders', from: '7', to: '8' }],
  target: TARGET,
  plan: PLAN,
  source: {
    repository: 'octo-org/orders',
    sha: COMMIT,
    title: 'Round prices to the cent before tax (#482)',
    actor: 'octocat',
    runUrl: 'https://github.com/octo-org/orders/actions/runs/7000000001',
  },
  requests: 1200,
  failing: () => 0.004,
  slow: () => 0.1,
};

const OK: Evidence = {
  source: { kind: 'alarm', name: 'orders-5xx' },
  verdict: 'healthy',
  detail: { kind: 'alarm-ok' },
};
const STABLE: TrafficState = { kind: 'stable' };
const PROMOTED: TrafficState = { kind: 'promoted', open: false };

export function gallery(): readonly Exhibit[] {
  return [
    { name: 'promoted', report: promoted(CAST) },
    { name: 'running', report: running() },
    { name: 'paused', report: paused() },
    { name: 'rolled-back-errors', report: worse({ failing: (m) => (m < 8 ? 0.004 : 0.036) }) },
    { name: 'rolled-back-logs', report: byLogs() },
    { name: 'rolled-back-latency', report: worse({ slow: (m) => (m < 6 ? 0.1 : 0.24) }) },
    { name: 'rolled-back-alarm', report: byAlarm() },
    { name: 'rolled-back-hook', report: byHook() },
    { name: 'rolled-back-comment', report: byComment() },
    { name: 'rolled-back-cancelled', report: cancelled() },
    { name: 'rolled-back-bake', report: inTheBake() },
    { name: 'held', report: held() },
    { name: 'inconclusive', report: inconclusive() },
    { name: 'unchanged', report: unchanged() },
    { name: 'planned', report: planned() },
    { name: 'problems', report: problems() },
    { name: 'stuck', report: stuck() },
    { name: 'twenty-functions', report: twenty() },
    { name: 'one-minute', report: oneMinute() },
    { name: 'thirty-hours', report: thirtyHours() },
  ];
}

/** Plays all steps and the bake, or until a comparison fails. */
function through(cast: Cast, more: readonly Evidence[] = [OK]): Play {
  const scene = play(cast);
  scene.journal.recordHook(SMOKE(scene.now()));
  for (const [i, step] of cast.plan.steps.entries()) {
    if (scene.failing()) return scene;
    scene.shift(i);
    scene.wait(step.holdSeconds / 60, more);
  }
  if (scene.failing()) return scene;
  scene.promote();
  scene.wait(cast.plan.bakeSeconds / 60, more);
  return scene;
}

const SMOKE = (now: number): HookReport => ({
  point: 'pre-traffic',
  calls: 'orders-smoke:live',
  weight: 0,
  began: now - 7,
  ended: now - 2,
  result: 'passed',
  says: '12 checks passed',
});

function end(scene: Play, ending: Ending, trafficState: TrafficState): Report {
  scene.journal.endStep();
  if (ending.kind === 'rolled-back') {
    scene.journal.note(`rolled back: ${rollbackText(ending.cause, formatRolloutId)}`, 'traffic');
  }
  const snapshot = { rollout: scene.rollout(), trafficState };
  return scene.reporter.ended({ ending, snapshot, presumed: false, cleanup: 'clean' }, []);
}

function promoted(cast: Cast): Report {
  const scene = through({ ...cast, target: served(cast.target) });
  return end(scene, { kind: 'promoted' }, PROMOTED);
}

function served(target: Cast['target']): Cast['target'] {
  return target.kind === 'stage' ? { ...target, deploymentAfter: target.canaryDeployment } : target;
}

function running(): Report {
  const scene = play(CAST);
  scene.shift(0);
  scene.wait(5, [OK]);
  scene.shift(1);
  scene.wait(4, [OK]);
  return scene.reporter.running(
    { rollout: scene.rollout(), trafficState: { kind: 'split', weight: 25 } },
    [],
  );
}

function paused(): Report {
  const scene = play(CAST);
  scene.shift(0);
  scene.wait(3, [OK]);
  scene.journal.recordRequest({
    login: 'hubot',
    asked: 'pause',
    result: 'the weight stays the same until the rollout is resumed',
  });
  scene.wait(4, [OK]);
  const { record } = scene.rollout();
  const rollout = { ...scene.rollout(), paused: { since: scene.now() - 240, by: record.id } };
  return scene.reporter.running({ rollout, trafficState: { kind: 'split', weight: 5 } }, []);
}

function worse(more: Partial<Cast>): Report {
  const scene = through({ ...CAST, ...more });
  return back(scene, scene.failing());
}

/** The logs of the same failures: most are new, and some happen on both versions. */
function byLogs(): Report {
  const scene = through({ ...CAST, failing: (m) => (m < 8 ? 0.004 : 0.25) });
  const at = 1000 * scene.now();
  const requests = (of: number) => ({ requests: new Map([[scene.now(), of]]), events: new Map() });
  const row = {
    ...{ measure: errorsMeasure(), canary: requests(2_483), stable: requests(11_932) },
    promoted: NO_EVENTS,
  };
  const post = { method: 'POST', route: '/orders', examples: [] };
  const failures: readonly FailureGroup[] = [
    {
      ...{ ...post, status: 502, errorType: 'TypeError', location: 'src/checkout.mjs:41' },
      ...{ firstSeen: at - 361_000, canary: 330, stable: 0 },
      samples: [
        "TypeError: the order has no member 'total'",
        'at price (file:///var/task/src/checkout.mjs:41:11)',
      ],
    },
    {
      ...{ method: 'GET', route: '/orders/{id}', status: 504, errorType: 'INTEGRATION_TIMEOUT' },
      ...{ firstSeen: at - 22_000, canary: 12, stable: 0, examples: [] },
    },
    { ...post, status: 503, firstSeen: at - 470_000, canary: 9, stable: 17 },
    { ...post, status: 500, firstSeen: at - 675_000, canary: 3, stable: 28 },
  ];
  const table = { bucketSeconds: 1, closedUntil: scene.now() - 120, rows: [row] };
  scene.journal.recordFailures({ kind: 'read', table, failures }, scene.rollout());
  return back(scene, scene.failing());
}

function back(scene: Play, because: Evidence | undefined): Report {
  const cause: Cause = because ? failing([because]) : { kind: 'cancelled' };
  return end(scene, { kind: 'rolled-back', cause }, STABLE);
}

function byAlarm(): Report {
  const scene = play({ ...CAST, failing: (m) => (m < 6 ? 0.004 : 0.011) });
  scene.shift(0);
  scene.wait(5, [OK]);
  scene.shift(1);
  scene.wait(2, [OK]);
  const fired: Evidence = {
    source: { kind: 'alarm', name: 'orders-5xx' },
    verdict: 'failing',
    detail: {
      kind: 'alarm-fired',
      reason:
        'Threshold Crossed: 1 out of the last 1 datapoints [12.0 (24/11/25 16:06:00)] was greater than the threshold (10.0)',
    },
    since: scene.now() + 40,
  };
  scene.wait(1, [fired]);
  return back(scene, fired);
}

function byHook(): Report {
  const scene = play(CAST);
  scene.shift(0);
  scene.wait(5, [OK]);
  const failure: Evidence = {
    source: { kind: 'hook', point: 'step', name: 'https://checks.example.com/canary' },
    verdict: 'failing',
    detail: { kind: 'hook-result', result: 'failed', message: 'two carts of 40 were empty' },
  };
  scene.journal.recordHook({
    point: 'step',
    calls: 'https://checks.example.com/canary',
    weight: 5,
    began: scene.now() - 21,
    ended: scene.now(),
    result: 'failed',
    says: 'two carts of 40 were empty',
  });
  scene.wait(1, [OK, failure]);
  return back(scene, failure);
}

function byComment(): Report {
  const scene = play(CAST);
  scene.shift(0);
  scene.wait(2, [OK]);
  scene.journal.recordRequest({
    login: 'hubot',
    asked: '👎',
    result: 'noted; it does not affect the rollout',
  });
  scene.wait(1, [OK]);
  scene.journal.recordRequest({
    login: 'mona',
    asked: 'rollback',
    result: 'will be rolled back immediately',
  });
  const cause = { kind: 'requested', by: 'mona', through: 'comment' } as const;
  return end(scene, { kind: 'rolled-back', cause }, STABLE);
}

function cancelled(): Report {
  const scene = play(CAST);
  scene.shift(0);
  scene.wait(3, [OK]);
  return back(scene, undefined);
}

function inTheBake(): Report {
  const scene = through({ ...CAST, failing: (m) => (m < 26 ? 0.004 : 0.09) });
  const fired: Evidence = {
    source: { kind: 'alarm', name: 'orders-5xx' },
    verdict: 'failing',
    detail: {
      kind: 'alarm-fired',
      reason:
        'Threshold Crossed: 1 datapoint [104.0 (24/11/25 16:28:00)] was greater than the threshold (10.0)',
    },
  };
  return back(scene, scene.failing() ?? fired);
}

function held(): Report {
  const scene = play({ ...CAST, incident: (m) => (m < 9 ? 0 : 0.055) });
  scene.shift(0);
  scene.wait(5, [OK]);
  scene.shift(1);
  scene.wait(10, [OK]);
  const incident = { canaryRate: 0.061, stableRate: 0.059, rateBefore: 0.004 };
  const cause = { kind: 'shared-incident', incident } as const;
  return end(scene, { kind: 'held', cause }, { kind: 'split', weight: 25 });
}

function inconclusive(): Report {
  const quiet: Evidence = {
    source: { kind: 'traffic' },
    verdict: 'inconclusive',
    detail: { kind: 'too-few-requests', requests: 0, minRequests: 1 },
  };
  const missing: Evidence = {
    source: { kind: 'alarm', name: 'orders-latency' },
    verdict: 'inconclusive',
    detail: { kind: 'alarm-no-data' },
  };
  const scene = play({ ...CAST, requests: 2 });
  scene.shift(0);
  scene.wait(8, [OK, missing, quiet]);
  const cause = { kind: 'inconclusive', evidence: [missing, quiet] } as const;
  return end(scene, { kind: 'held', cause }, { kind: 'split', weight: 5 });
}

function unchanged(): Report {
  const { reporter } = play(CAST);
  return reporter.unchanged(
    [{ name: 'orders', from: '7', to: '7' }],
    'code and configuration are the same as in the version that the stage serves',
    PLAN,
    [],
  );
}

function planned(): Report {
  const { reporter } = play(CAST);
  return reporter.planned(
    [{ name: 'orders', from: '7', version: undefined }],
    PLAN,
    [
      'Step 1 (5%, 5m): about 300 canary requests; detects ×4.1 errors and worse, most likely within 4 minutes',
      'Step 2 (25%, 10m): about 3,000 canary requests; detects ×1.9 errors and worse',
      'Step 3 (50%, 10m): about 6,000 canary requests; detects ×1.5 errors and worse',
    ],
    {
      notes: [
        'alarm orders-latency needs 15 minutes of data before it can fire; the steps are shorter',
      ],
      policy: '{"Version": "2012-10-17", "Statement": []}',
      planPolicy: '{"Version": "2012-10-17", "Statement": []}',
      blindSpots: [
        { kind: 'small-regressions', below: 0.004, requestsPerMinute: 1200 },
        { kind: 'quiet-routes' },
        { kind: 'other-regions', region: 'eu-west-1' },
      ],
      weight: 0,
      effect: { kind: 'release' },
    },
  );
}

function problems(): Report {
  const { reporter } = play(CAST);
  return reporter.refused(
    [
      'alarms: there is no alarm "orders-5xx" in eu-west-1. Did you mean "orders-5XX"?',
      'invoke-permission: API Gateway has no permission to invoke "orders:8"; expected a statement for apigateway.amazonaws.com, or invoke-permission: grant',
      'route-guard: GET /orders/{id} is served by the canary only; a caller gets 403 at random for as long as traffic is split',
    ],
    ['the steps and the bake take 30m'],
  );
}

function stuck(): Report {
  const scene = through({ ...CAST, failing: (m) => (m < 3 ? 0.004 : 0.08) });
  const why = scene.failing();
  const failure = 'API Gateway answers 429 Too Many Requests';
  scene.journal.note(`the rollback failed: ${failure}`, 'traffic');
  const weight = PLAN.steps[scene.rollout().stepStartTimes.length - 1]?.weight ?? 5;
  const cause = failing(why ? [why] : []);
  return end(scene, { kind: 'stuck', cause, failure }, { kind: 'split', weight });
}

function twenty(): Report {
  const names = [
    'orders',
    'payments',
    'carts',
    'invoices',
    'shipping',
    'customers',
    'notification-dispatcher',
  ];
  const functions = Array.from({ length: 20 }, (_, i) => ({
    name: i < names.length ? names[i]! : `warehouse-inventory-reconciliation-worker-${i}`,
    from: String(7 + i),
    to: String(8 + i),
  }));
  const target: Cast['target'] = {
    kind: 'alias',
    region: 'eu-west-1',
    aliases: functions.map(({ name }) => `${name}:live`),
  };
  const alarms = functions.map(({ name }) => ({
    ...OK,
    source: { kind: 'alarm', name: `${name}-errors` } as const,
  }));
  const scene = through(
    { ...CAST, functions, target, failing: (m) => (m < 12 ? 0.004 : 0.02) },
    alarms,
  );
  return back(scene, scene.failing());
}

function oneMinute(): Report {
  const plan: Plan = { ...PLAN, steps: [{ weight: 10, holdSeconds: 60 }], bakeSeconds: 0 };
  return promoted({ ...CAST, plan, requests: 40 });
}

function thirtyHours(): Report {
  const steps = Array.from({ length: 30 }, (_, i) => ({ weight: 3 * (i + 1), holdSeconds: 3600 }));
  const daily = (m: number) => 0.002 + 0.002 * Math.sin(m / 230);
  const cast = { ...CAST, plan: { ...PLAN, steps }, incident: daily, checkEvery: 10 };
  const scene = play(cast);
  for (const [i] of steps.entries()) {
    scene.shift(i);
    scene.wait(30, [OK]);
    // An alarm that fires and recovers repeatedly.
    scene.wait(1, [{ ...OK, verdict: 'inconclusive', detail: { kind: 'alarm-no-data' } }]);
    scene.wait(29, [OK]);
  }
  scene.promote();
  scene.wait(5, [OK]);
  return end(scene, { kind: 'promoted' }, PROMOTED);
}
