// The minimal IAM policy of the role for a rollout of a stage.

import type { Place } from '../../aws/arns.ts';
import type { SuiteNeeds } from '../../checks/fit-target.ts';
import type { FunctionInput } from '../../inputs/values.ts';
import { allow, only, type PolicyOrder, type Statement } from '../iam-policy.ts';
import {
  eventSourceStatement,
  type FunctionNeeds,
  functionStatements,
  needsAtMost,
  pruneStatements,
  qualified,
  uploadStatements,
} from '../lambda/function-policy.ts';
import { smokeStatements } from '../lambda/smoke-policy.ts';
import { type StageInputs, shadowNames } from './stage-inputs.ts';

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
  /** The draft is replaced by a definition before. */
  readonly imports: boolean;
  /** What the stage serves is read from its export. */
  readonly readsServed: boolean;
  /** The routes of deployments are compared. */
  readonly comparesRoutes: boolean;
  /** The rewritten pinned integrations, as `{resource}/methods/{method}`. */
  readonly rewrites: readonly string[];
  /** API Gateway gets permission to invoke what the canary calls. */
  readonly grants: boolean;
  /** The stages that are created for hooks and checks. */
  readonly shadows: readonly string[];
  /** A stage of the user's own that is set to the canary for them; `undefined`: none is. */
  readonly lent?: string | undefined;
  /** Absent: there are no smoke checks. */
  readonly smoke?: SuiteNeeds | undefined;
}

export function stagePolicy(
  needs: StageNeeds,
  place: Place,
  order: PolicyOrder,
): readonly Statement[] {
  const { functions, calls } = needs;
  const { role, prunes } = order;
  // That of a version is read once it is published.
  const readsPolicy = role === 'release' || prunes || functions.some((fn) => !fn.publishes);
  return [
    ...stageStatements(needs, place, order),
    ...functionStatements(functions, {
      calls,
      versions: [
        'lambda:GetFunctionEventInvokeConfig',
        ...only(readsPolicy, 'lambda:GetPolicy'),
        'lambda:GetProvisionedConcurrencyConfig',
      ],
      readsPolicies: true,
      readsNext: true,
      order,
    }),
    ...smokeOfStage(needs, place),
    ...uploadStatements(functions, place),
    ...(prunes ? pruneStatements(functions, ['lambda:ListTags']) : []),
    eventSourceStatement(prunes ? functions : functions.filter(({ code }) => code !== undefined)),
  ];
}

/** Where nothing is known but the inputs: each function may be pinned in any integration of the API. */
export function stagePolicyAtMost(
  inputs: StageInputs,
  released: readonly FunctionInput[],
  place: Place,
  order: PolicyOrder,
): readonly Statement[] {
  const { restApiId, stageName, definition, apiDefinition } = inputs;
  const { invokePermission } = inputs;
  const needs: StageNeeds = {
    ...{ restApiId, stageName, shadows: shadowNames(inputs), calls: [], smoke: inputs.smokeNeeds },
    lent: inputs.lendsStage ? inputs.shadowStage : undefined,
    functions: released.map((input) => needsAtMost(place, input)),
    deploys: definition === 'draft',
    imports: apiDefinition !== undefined,
    readsAuthorizers: true,
    readsServed: true,
    comparesRoutes: true,
    rewrites: released.length > 0 ? ['*/methods/*'] : [],
    grants: invokePermission === 'grant',
  };
  const account = `arn:${place.partition}:apigateway:${place.region}::/account`;
  // Whether the account writes access logs.
  return [...stagePolicy(needs, place, order), allow('LogRole', ['apigateway:GET'], [account])];
}

function smokeOfStage(
  { smoke, functions, restApiId, stageName, shadows, lent }: StageNeeds,
  place: Place,
): readonly Statement[] {
  const names = [...shadows, ...onlyNamed(lent), ...only(smoke?.stage === true, stageName)];
  return smokeStatements(
    smoke,
    functions.map(({ arn }) => arn),
    place,
    { restApiId, names },
  );
}

function stageStatements(
  needs: StageNeeds,
  { region, partition }: Place,
  { role, prunes }: PolicyOrder,
): readonly Statement[] {
  const { restApiId, stageName, deploys, comparesRoutes, shadows, functions, calls } = needs;
  const { usagePlan = '' } = needs.smoke ?? {};
  const arn = (path: string) => `arn:${partition}:apigateway:${region}::${path}`;
  const api = `/restapis/${restApiId}`;
  const [stages, deployments] = [arn(`${api}/stages`), arn(`${api}/deployments`)];
  const stage = `${stages}/${stageName}`;
  // Who else needs what the new versions got, when it is given back.
  const givesBack = role === 'release' && functions.some((fn) => fn.provisions);
  const own = onlyNamed(needs.lent).map((name) => `${stages}/${name}`);
  const looksAround = prunes || shadows.length > 0 || own.length > 0 || givesBack;
  const read = [
    arn('/restapis'),
    arn(api),
    arn(`${api}/resources`),
    ...only(!deploys && (needs.readsAuthorizers || prunes), arn(`${api}/authorizers`)),
    stage,
    ...own,
    ...only(looksAround, stages),
    ...exports(stages, needs, prunes || givesBack),
    ...only(deploys, ...DEFINITION.map((part) => arn(`${api}/${part}`))),
    ...only(comparesRoutes, `${deployments}/*`),
    ...only(prunes, deployments),
  ];
  const drafts = needs.rewrites.map((path) => arn(`${api}/resources/${path}/integration`));
  return [
    allow('Read', ['apigateway:GET'], read),
    allow('Shift', ['apigateway:PATCH'], [stage, ...own, ...drafts]),
    allow(
      'Remember',
      ['apigateway:PUT', 'apigateway:DELETE'],
      [arn(`/tags/${encodeURIComponent(stage)}`)],
    ),
    allow(
      'Make',
      ['apigateway:POST'],
      [...only(deploys, deployments), ...only(shadows.length > 0, stages)],
    ),
    allow(
      'ClearAway',
      ['apigateway:DELETE'],
      [...shadows.map((name) => `${stages}/${name}`), ...only(prunes, `${deployments}/*`)],
    ),
    allow('Import', ['apigateway:PUT'], only(needs.imports, arn(api))),
    allow(
      'AcceptKeys',
      ['apigateway:GET', 'apigateway:PATCH'],
      only(usagePlan !== '', arn(`/usageplans/${usagePlan}`)),
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

function onlyNamed(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [name];
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
