// The inputs for a stage's canary, and their combined meaning.

import { type SuiteNeeds, suiteNeeds } from '../../checks/fit-target.ts';
import { type DefinitionFile, readDefinitionText } from '../../inputs/api-definition.ts';
import type { KindInputs } from '../../inputs/declaration.ts';
import { beginsRelease, type Effects } from '../../inputs/effect.ts';
import { stageName } from '../../inputs/fields.ts';
import { booleanOr, choice, file, listOf, map, text } from '../../inputs/input-types.ts';
import { inputsIn, type MembersOf, membersOf, type ValuesOf } from '../../inputs/members.ts';
import { nameOf } from '../../inputs/names.ts';
import type { Values } from '../../inputs/schema.ts';
import {
  type GivenInputs,
  inapplicableInputs,
  type NamedTarget,
  waitsForPeople,
} from '../../inputs/target-inputs.ts';
import { cannotLend, lentName } from './lent-input.ts';
import {
  dimension,
  PROMOTE_PARTS,
  promote,
  restApiId,
  shadowStage,
  stageCache,
  stageVariables,
} from './stage-fields.ts';
import { stableShadowOf } from './stage-record.ts';

const target = {
  title: 'Release target',
  inputs: {
    'rest-api-id': {
      type: text(restApiId),
      default: '',
      open: true,
      names: nameOf('REST API'),
      doc: 'The ID of the REST API, such as `a1b2c3d4e5`.',
    },
    'stage-name': {
      type: text(stageName),
      default: '',
      open: true,
      names: nameOf('API stage'),
      doc: 'The stage to release to.',
      details: 'It must already serve a deployment.',
    },
  },
} as const satisfies KindInputs;

const canary = {
  title: 'Stage canary',
  inputs: {
    'stage-variable-overrides': {
      type: map(stageVariables),
      default: '',
      member: 'overrides',
      doc: "Stage variables that the canary uses instead of the stage's own, one `name=value` per line.",
    },
    'use-stage-cache': {
      type: booleanOr(stageCache),
      default: 'auto',
      doc: "Whether the canary uses the stage's cache.",
      details:
        '`auto`: it does if it has a deployment of its own, whose responses AWS caches separately. With `definition: deployed` it does not, because each version would get responses of the other.',
    },
    promote: {
      type: listOf(PROMOTE_PARTS, promote),
      default: 'deployment, variables, close',
      defaultText: 'all three',
      doc: 'What a promotion changes on the stage.',
      details:
        "`deployment`: the stage takes the canary's deployment. `variables`: the stage takes the overrides. `close`: the canary is removed. Without `close` the canary stays at 0%, and the next release is refused until it is closed.",
    },
    definition: {
      type: choice('draft', 'deployed'),
      default: 'draft',
      doc: 'The API definition that the canary serves.',
      details:
        "`draft`: a new deployment of the API draft. `deployed`: the stage's current deployment with different stage variables.",
    },
    'api-definition': {
      type: file,
      default: '',
      combined: true,
      doc: "An OpenAPI file in the checkout that replaces the API's draft before it is released.",
      details:
        'OpenAPI 3.0 or Swagger 2.0, in YAML or JSON, with `x-amazon-apigateway-integration`. Versions must come from stage variables. A rollback restores the draft to what the stage serves. See [API definition](docs/api-definition.md).',
    },
    'route-guard': {
      type: choice('block', 'warn', 'off'),
      default: 'block',
      doc: 'What to do if the stage and the canary differ in their routes, or in who may call them.',
      details:
        '`block`: stop. `warn`: report it and continue. `off`: do not check. Such a route returns 403 (or 401) to some users at random while traffic is split, so without steps (`AllAtOnce`) the guard only reports it. The guard compares verbs, paths, API keys and types of authorization; AWS does not show the authorizer, the scopes or the request validator of a deployed route, nor its resource policy.',
    },
    'invoke-permission': {
      type: choice('check', 'grant'),
      default: 'check',
      doc: 'What to do if API Gateway lacks permission to invoke the new version.',
      details:
        '`check`: stop. `grant`: add the permission. This also applies to other functions that the canary calls.',
    },
    'canary-metric-dimension': {
      type: text(dimension),
      default: '{stage}/Canary',
      member: 'canaryDimension',
      doc: "The value of the CloudWatch `Stage` dimension that counts the canary's requests.",
      details: 'The action replaces `{stage}` with the stage name.',
    },
  },
} as const satisfies KindInputs;

const hooks = {
  title: 'Hooks',
  after: 'pre-traffic-hook',
  inputs: {
    'shadow-stage': {
      type: booleanOr(shadowStage),
      default: 'false',
      open: true,
      combined: true,
      doc: 'The stage that serves the new version alone for the pre-traffic hook, smoke checks and a door.',
      details:
        "Set `true`, or the name of the stage to create. The stage has the canary's deployment and variables, and the hook receives its address. The action removes it before the canary serves any user. `existing=test`: a stage of your own that you reach by a custom domain or with API keys. It is set to the new version, and then back. See [Smoke checks](docs/smoke.md#a-stage-of-your-own).",
    },
  },
} as const satisfies KindInputs;

export const STAGE_INPUTS = [target, canary, hooks] as const;

const DECLARED = inputsIn(STAGE_INPUTS);
type Declared = typeof DECLARED;

/** The canary of a REST API's stage. */
export interface StageInputs extends MembersOf<Declared> {
  readonly kind: 'stage';
  /** The name of a stage to create for the pre-traffic hook; `undefined`: none. */
  readonly shadowStage: string | undefined;
  /** That stage is the user's own and exists: it is set to the canary, and back. */
  readonly lendsStage?: true | undefined;
  /** The custom domain name by which people can reach the new version while the release waits at 0%; `undefined`: none. */
  readonly doorDomain?: string | undefined;
  /** What smoke checks need; absent: there are none. */
  readonly smokeNeeds?: SuiteNeeds | undefined;
  /** The file to import into the draft; `undefined`: none. */
  readonly apiDefinition?: DefinitionFile | undefined;
  /** Whether users are split between the versions; not without steps. */
  readonly splits: boolean;
  /** Whether the versions are compared by their counts. */
  readonly compares: boolean;
  /** Whether hooks get the address of the stage. */
  readonly tellsHooks: boolean;
}

export const STAGE_EFFECTS: Effects<keyof Declared, Values> = {
  'rest-api-id': 'always',
  'stage-name': 'always',
  'stage-variable-overrides': 'always',
  'use-stage-cache': 'always',
  promote: 'always',
  definition: 'always',
  'api-definition': {
    isMet: (read) => (read as { readonly definition?: unknown }).definition !== 'deployed',
    otherwise: 'with definition: deployed, which releases no draft',
    expected: 'definition: draft',
  },
  // `off` also spares a permission, with `definition: deployed` as well.
  'route-guard': 'always',
  'invoke-permission': 'always',
  'canary-metric-dimension': 'always',
  'shadow-stage': {
    isMet: (read) =>
      read['pre-traffic-hook']?.length !== 0 || read.smoke !== '' || read.door !== false,
    otherwise: 'without pre-traffic-hook, smoke or door, which alone can call the stage',
    expected: 'pre-traffic-hook, smoke or door',
  },
};

/** The lists of hooks, which all get the address of the stage. */
const HOOKS = ['pre-traffic-hook', 'step-hook', 'post-traffic-hook'];

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

export type Definition = StageInputs['definition'];
export type RouteGuard = StageInputs['routeGuard'];
export type InvokePermission = StageInputs['invokePermission'];

const REQUIRED = ['rest-api-id', 'stage-name'] as const;

export function namesStage({ textOf }: Pick<GivenInputs, 'textOf'>): boolean {
  return REQUIRED.some((name) => textOf(name) !== '');
}

export function readStageInputs(
  given: GivenInputs,
  problems: string[],
): NamedTarget<StageInputs> | undefined {
  const { textOf, values, functions } = given;
  const missing = missingInputs(given);
  const foreign = textOf('rest-api-id') === '' ? [] : inapplicableInputs('rest-api-id', given);
  problems.push(...missing, ...foreign, ...promotesNothing(given), ...cannotImport(given));
  problems.push(...cannotWait(given), ...cannotLend(given));
  if (missing.length > 0 || foreign.length > 0) return undefined;
  const read = values as ValuesOf<Declared>;
  const smokeNeeds = given.smoke && suiteNeeds(given.smoke, 'addresses');
  const target: StageInputs = {
    kind: 'stage',
    ...membersOf(DECLARED, read),
    shadowStage: shadowOf(read, smokeNeeds, Boolean(values.door)),
    lendsStage: lentName(read['shadow-stage']) !== undefined || undefined,
    doorDomain: typeof values.door === 'string' ? values.door : undefined,
    smokeNeeds,
    apiDefinition: fileOf(given, read),
    splits: !Array.isArray(values.steps) || values.steps.length > 0,
    compares: values.analysis !== 'off',
    tellsHooks: HOOKS.some((name) => isFilled(values[name])),
  };
  return { target, functions };
}

function missingInputs({ textOf, isFileWrong }: GivenInputs): readonly string[] {
  // The problems of the file are reported, and what follows from them is not.
  if (isFileWrong && REQUIRED.every((name) => textOf(name) === '')) return [];
  return REQUIRED.filter((name) => textOf(name) === '').map(
    (name) =>
      `${name}: it is missing or empty; expected rest-api-id and stage-name for the canary of a stage, or functions and alias`,
  );
}

/** The names of the stages that are created for hooks and checks. */
export function shadowNames({
  shadowStage,
  smokeNeeds,
  lendsStage,
}: StageInputs): readonly string[] {
  if (shadowStage === undefined || lendsStage) return [];
  return smokeNeeds?.stable ? [shadowStage, stableShadowOf(shadowStage)] : [shadowStage];
}

/** `true` stands for a name derived from the stage's, and so do smoke checks and a door without a name. */
function shadowOf(
  values: ValuesOf<Declared>,
  needs: SuiteNeeds | undefined,
  hasDoor: boolean,
): string | undefined {
  const { 'shadow-stage': shadow, 'stage-name': stage } = values;
  const isNamed = typeof shadow === 'string';
  const lent = lentName(shadow);
  if (lent !== undefined) return lent;
  return shadow === true || (needs?.canary !== undefined && !isNamed) || (hasDoor && !shadow)
    ? `${stage}-canary-shadow`
    : shadow || undefined;
}

function fileOf(
  { workspace }: GivenInputs,
  values: ValuesOf<Declared>,
): DefinitionFile | undefined {
  const path = values['api-definition'];
  return path === '' ? undefined : { path, workspace };
}

/** Only a deployment of its own has the seal by which a later run recognizes what it may open. */
function cannotWait(given: GivenInputs): readonly string[] {
  const { values } = given;
  const read: Partial<ValuesOf<Declared>> = values;
  if (read.definition !== 'deployed' || !beginsRelease(values)) return [];
  if (!waitsForPeople(given)) return [];
  return [
    'definition: with "deployed", the release cannot wait at 0% (approve-at: 0%, door), because no deployment is created by which a later run could confirm it; expected draft, or an approval at a higher weight',
  ];
}

/** The draft is that of all stages, so it gets only what is to be released. */
function cannotImport({ values, workspace }: GivenInputs): readonly string[] {
  const read: Partial<ValuesOf<Declared>> = values;
  const path = read['api-definition'];
  if (!path) return [];
  if (values.command === 'preview') {
    return [
      "api-definition: a preview must not change the API's draft, which all stages share; omit it",
    ];
  }
  // Nothing else reads the file: a rollback needs no checkout.
  if (!beginsRelease(values)) return [];
  const found = readDefinitionText({ path, workspace });
  return [
    ...('problem' in found ? [found.problem] : []),
    ...(read.promote && !read.promote.deployment
      ? [
          'promote: the definition would be tested and never promoted; expected promote with deployment',
        ]
      : []),
  ];
}

/** With functions, preflight checks that what reaches them is promoted. */
function promotesNothing({ values, functions }: GivenInputs): readonly string[] {
  if (!beginsRelease(values) || functions.length > 0) return [];
  const read: Partial<ValuesOf<Declared>> = values;
  const { promote: chosen, definition, 'stage-variable-overrides': overrides = {} } = read;
  const tried = [
    ...(definition === 'draft' ? (['deployment'] as const) : []),
    ...(Object.keys(overrides).length > 0 ? (['variables'] as const) : []),
  ];
  if (!chosen || tried.length === 0 || tried.some((part) => chosen[part])) return [];
  return [
    `promote: the canary would be tested and none of it promoted; expected ${tried.join(' or ')}`,
  ];
}
