// The minimal IAM policy of the role for a rollout of a stage.

import type { Place } from '../../aws/arns.ts';
import { allow, type Statement } from '../iam-policy.ts';
import {
  eventSourceStatement,
  type FunctionNeeds,
  functionStatements,
  pruneStatements,
  qualified,
  uploadStatements,
} from '../lambda/function-policy.ts';

/** What a rollout of a stage calls. */
export interface StageNeeds {
  readonly functions: readonly FunctionNeeds[];
  readonly restApiId: string;
  readonly stageName: string;
  /**
   * What the canary calls in addition to the released functions: functions, or with `:*` their versions and
   * aliases.
   */
  readonly calls: readonly string[];
  /** The API uses authorizers. */
  readonly readsAuthorizers: boolean;
  /** A deployment of the draft is created. */
  readonly deploys: boolean;
  /** What the stage serves is read from its export. */
  readonly readsServed: boolean;
  /** The routes of deployments are compared. */
  readonly comparesRoutes: boolean;
  /** The rewritten pinned integrations, as `{resource}/methods/{method}`. */
  readonly rewrites: readonly string[];
  /** API Gateway gets permission to invoke what the canary calls. */
  readonly grants: boolean;
  /** The stage that is created for the pre-traffic hook. */
  readonly shadow: string | undefined;
}

/** @param prunes whether leftovers of earlier releases are deleted after the promotion */
export function stagePolicy(
  needs: StageNeeds,
  place: Place,
  prunes: boolean,
): readonly Statement[] {
  const { functions, calls } = needs;
  return [
    ...stageStatements(needs, place, prunes),
    ...functionStatements(functions, {
      calls,
      versions: [
        'lambda:GetFunctionEventInvokeConfig',
        'lambda:GetPolicy',
        'lambda:GetProvisionedConcurrencyConfig',
      ],
      readsPolicies: true,
      prunes,
    }),
    ...uploadStatements(functions, place),
    ...(prunes ? pruneStatements(functions, ['lambda:ListTags']) : []),
    eventSourceStatement(prunes ? functions : functions.filter(({ code }) => code !== undefined)),
  ];
}

function stageStatements(
  needs: StageNeeds,
  { region, partition }: Place,
  prunes: boolean,
): readonly Statement[] {
  const { restApiId, stageName, deploys, comparesRoutes, shadow, functions, calls } = needs;
  const arn = (path: string) => `arn:${partition}:apigateway:${region}::${path}`;
  const api = `/restapis/${restApiId}`;
  const [stages, deployments] = [arn(`${api}/stages`), arn(`${api}/deployments`)];
  const stage = `${stages}/${stageName}`;
  const only = (wanted: boolean, ...arns: readonly string[]) => (wanted ? arns : []);
  const looksAround = prunes || shadow !== undefined || functions.some((fn) => fn.provisions);
  const read = [
    arn('/restapis'),
    arn(api),
    arn(`${api}/resources`),
    ...only(!deploys && (needs.readsAuthorizers || prunes), arn(`${api}/authorizers`)),
    stage,
    ...only(looksAround, stages),
    ...exports(stages, needs, prunes || functions.some((fn) => fn.provisions)),
    ...only(deploys, ...DEFINITION.map((part) => arn(`${api}/${part}`))),
    ...only(comparesRoutes, `${deployments}/*`),
    ...only(prunes, deployments),
  ];
  const drafts = needs.rewrites.map((path) => arn(`${api}/resources/${path}/integration`));
  return [
    allow('Read', ['apigateway:GET'], read),
    allow('Shift', ['apigateway:PATCH'], [stage, ...drafts]),
    allow(
      'Remember',
      ['apigateway:PUT', 'apigateway:DELETE'],
      [arn(`/tags/${encodeURIComponent(stage)}`)],
    ),
    allow(
      'Make',
      ['apigateway:POST'],
      [...only(deploys, deployments), ...only(shadow !== undefined, stages)],
    ),
    allow(
      'ClearAway',
      ['apigateway:DELETE'],
      [...only(shadow !== undefined, `${stages}/${shadow}`), ...only(prunes, `${deployments}/*`)],
    ),
    {
      ...allow(
        'Grant',
        ['lambda:AddPermission'],
        needs.grants ? [...new Set([...qualified(functions), ...calls])] : [],
      ),
      Condition: { StringEquals: { 'lambda:Principal': 'apigateway.amazonaws.com' } },
    },
  ];
}

/** The parts of a draft other than its resources. */
const DEFINITION = ['models', 'gatewayresponses', 'authorizers', 'requestvalidators'];

/** Exports of every stage, if other callers of a version matter. */
function exports(
  stages: string,
  { readsServed, stageName, functions }: StageNeeds,
  ofAll: boolean,
): readonly string[] {
  if (ofAll && functions.length > 0) return [`${stages}/*/exports/*`];
  return readsServed ? [`${stages}/${stageName}/exports/*`] : [];
}
