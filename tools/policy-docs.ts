// The policies of docs/permissions.md, by the code that writes those of a plan.

import { FIND_BY_TAG } from '../src/aws/arns.ts';
import type { SuiteNeeds } from '../src/checks/fit-target.ts';
import { switchPermissions } from '../src/gates/switch-permissions.ts';
import type { CodeSource } from '../src/inputs/values.ts';
import { type AliasNeeds, aliasPolicy } from '../src/targets/alias/alias-policy.ts';
import {
  type PolicyNeeds,
  renderPlanPolicy,
  renderPolicy,
  type Statement,
} from '../src/targets/iam-policy.ts';
import type { FunctionNeeds } from '../src/targets/lambda/function-policy.ts';
import { logPermissions } from '../src/targets/log-groups.ts';
import { type StageNeeds, stagePolicy } from '../src/targets/stage/stage-policy.ts';
import { stableShadowOf } from '../src/targets/stage/stage-record.ts';

const PLACE = { region: 'REGION', partition: 'aws' };
const FUNCTION: FunctionNeeds = {
  arn: 'arn:aws:lambda:REGION:ACCOUNT:function:FUNCTION',
  publishes: true,
  provisions: false,
  durable: false,
  code: undefined,
  stores: undefined,
};

/** A release of which a policy is written. */
interface Release {
  readonly kind: 'stage' | 'alias';
  readonly of: Partial<FunctionNeeds>;
  readonly stage: Partial<StageNeeds>;
  readonly aliases: AliasNeeds['aliases'];
  readonly smoke?: SuiteNeeds;
  readonly prunes: boolean;
  readonly others: Partial<Omit<PolicyNeeds, 'target'>>;
}

const STAGE: Release = {
  ...{ kind: 'stage', of: {}, stage: {}, aliases: 'moved', prunes: false, others: {} },
};
const ALIAS: Release = { ...STAGE, kind: 'alias' };

function needsOf({ kind, of, stage, aliases, smoke, prunes, others }: Release): PolicyNeeds {
  const functions = [{ ...FUNCTION, ...of }];
  return {
    target: (role) =>
      kind === 'alias'
        ? aliasPolicy({ functions, aliases, smoke }, PLACE, { role, prunes })
        : stagePolicy({ ...STAGE_NEEDS, functions, ...stage }, PLACE, { role, prunes }),
    ...{ watchesAlarms: true, hooks: [], logs: [], stacks: [], gates: [], ...others },
  };
}

const STAGE_NEEDS: Omit<StageNeeds, 'functions'> = {
  ...{ restApiId: 'API', stageName: 'STAGE', calls: [], readsAuthorizers: false },
  ...{ deploys: true, imports: false, readsServed: true, comparesRoutes: true },
  ...{ rewrites: [], grants: false, shadows: [] },
};

const STORED = { bucket: 'BUCKET', key: '' };
const FILE: CodeSource = { kind: 'path', text: '', path: '' };
const OBJECT: CodeSource = { kind: 'object', text: '', bucket: 'BUCKET', key: 'KEY', version: '' };
/** Its address begins with the account of the registry, which has twelve digits. */
const IMAGE: CodeSource = {
  ...{ kind: 'image', text: '', digest: '' },
  ...{ uri: 'REPO-ACCOUNT', repository: 'REPOSITORY' },
};

const SMOKE: SuiteNeeds = {
  ...{
    canary: 'before',
    stable: false,
    stage: true,
    usagePlan: '',
    alone: [],
    address: '',
    signs: false,
  },
  ...{ invokes: [], unknownFormats: [] },
};

/** What some releases need in addition. */
const ADDED: Readonly<Record<string, (base: Release) => Release>> = {
  pinned: (base) => ({ ...base, stage: { rewrites: ['*/methods/*'] } }),
  grant: (base) => ({ ...base, stage: { grants: true } }),
  'keep-versions': (base) => ({ ...base, of: { durable: true }, prunes: true }),
  'provisioned concurrency': (base) => ({ ...base, of: { provisions: true } }),
  'first-release': (base) => ({ ...base, aliases: 'either' }),
  'shadow-stage': (base) => ({ ...base, stage: { shadows: ['SHADOW'] } }),
  smoke: (base) => ({
    ...base,
    stage: { shadows: ['STAGE-canary-shadow'], smoke: { ...SMOKE, signs: true } },
    smoke: { ...SMOKE, invokes: [''], unknownFormats: [''] },
  }),
  probes: (base) => ({
    ...base,
    stage: {
      shadows: ['STAGE-canary-shadow', stableShadowOf('STAGE-canary-shadow')],
      smoke: { ...SMOKE, stable: true, signs: true },
    },
    smoke: { ...SMOKE, stable: true, invokes: [''], unknownFormats: [''] },
  }),
  'api-definition': (base) => ({ ...base, stage: { imports: true } }),
  hooks: (base) => ({
    ...base,
    others: { hooks: ['arn:aws:lambda:REGION:ACCOUNT:function:HOOK'] },
  }),
  code: (base) => ({ ...base, of: { code: FILE } }),
  'code-bucket': (base) => ({ ...base, of: { code: FILE, stores: STORED } }),
  'code in S3': (base) => ({ ...base, of: { code: OBJECT } }),
  'code in ECR': (base) => ({ ...base, of: { code: IMAGE } }),
  stack: (base) => ({
    ...base,
    others: { stacks: ['arn:aws:cloudformation:REGION:ACCOUNT:stack/STACK/*'] },
  }),
  logs: (base) => ({ ...base, others: { logs: LOGS[base.kind] } }),
  'alarms by tag': (base) => ({ ...base, others: { gates: [FIND_BY_TAG] } }),
  'stop-switch': (base) => ({
    ...base,
    others: { gates: switchPermissions({ kind: 'parameter', name: 'NAME' }, PLACE, 'ACCOUNT') },
  }),
};

/** What they are in addition to, if not to a plain release. */
const OVER: Readonly<Record<string, string>> = {
  probes: 'smoke',
  ...{ 'code-bucket': 'code', 'code in S3': 'code', 'code in ECR': 'code' },
};

const OF_FUNCTION = '/aws/lambda/FUNCTION';
const LOGS: Readonly<Record<Release['kind'], PolicyNeeds['logs']>> = {
  alias: logPermissions(PLACE, [OF_FUNCTION], 'ACCOUNT'),
  stage: [
    ...logPermissions(PLACE, ['GROUP', 'GROUP/Canary', OF_FUNCTION], 'ACCOUNT'),
    ...['/account', '/restapis/*/stages'].map((path) => ({
      action: 'apigateway:GET',
      resource: `arn:aws:apigateway:REGION::${path}`,
    })),
  ],
};

/** What `more` allows and `base` does not, statement by statement. */
function added(base: PolicyNeeds, more: PolicyNeeds): readonly Statement[] {
  const known = statementsIn(renderPolicy(base));
  const covers = (action: string, resource: string) =>
    known.some(({ Action, Resource }) => Action.includes(action) && Resource.includes(resource));
  return statementsIn(renderPolicy(more)).flatMap((one) => {
    const Resource = one.Resource.filter((arn) => one.Action.some((each) => !covers(each, arn)));
    const Action = one.Action.filter((each) => Resource.some((arn) => !covers(each, arn)));
    return Resource.length > 0 ? [{ ...one, Action, Resource }] : [];
  });
}

function statementsIn(policy: string): readonly Statement[] {
  return (JSON.parse(policy) as { readonly Statement: readonly Statement[] }).Statement;
}

const policyOf = (Statement: readonly Statement[]) => printed({ Version: '2012-10-17', Statement });

/** The policies by the names that their markers have on the page. */
export function policies(): ReadonlyMap<string, string> {
  const whole: readonly (readonly [string, string])[] = [
    ['stage', renderPolicy(needsOf(STAGE))],
    ['alias', renderPolicy(needsOf(ALIAS))],
    ['plan of a stage', renderPlanPolicy(needsOf(STAGE))],
    ['plan of an alias', renderPlanPolicy(needsOf(ALIAS))],
  ];
  const parts = Object.entries(ADDED).flatMap(([name, change]) => {
    const over = ADDED[OVER[name] ?? ''] ?? ((base) => base);
    const [ofStage, ofAlias] = [STAGE, ALIAS].map((base) =>
      added(needsOf(over(base)), needsOf(change(base))),
    );
    if (!(ofStage && ofAlias)) return [];
    if (ofAlias.length === 0) return [[name, ofStage] as const];
    if (ofStage.length === 0 || printed(ofStage) === printed(ofAlias))
      return [[name, ofAlias] as const];
    return [[`${name} on a stage`, ofStage] as const, [`${name} on an alias`, ofAlias] as const];
  });
  return new Map([
    ...whole.map(([name, json]) => [name, policyOf(statementsIn(json))] as const),
    ...parts.map(([name, statements]) => [name, policyOf(statements)] as const),
  ]);
}

/** The page with a policy after each marker `<!-- policy: NAME -->`, in place of the block that follows it. */
export function withPolicies(page: string): string {
  const all = new Map(policies());
  const filled = page.replace(
    /<!-- policy: (.*?) -->\n\n(?:```json\n[\s\S]*?```\n\n?)?/g,
    (_, name: string) => {
      const policy = all.get(name);
      if (policy === undefined)
        throw new Error(`there is no policy "${name}", or it is there twice`);
      all.delete(name);
      return `<!-- policy: ${name} -->\n\n\`\`\`json\n${policy}\n\`\`\`\n\n`;
    },
  );
  if (all.size > 0) throw new Error(`the page lacks policies: ${[...all.keys()].join(', ')}`);
  return filled;
}

/** JSON with short lists in one line. */
function printed(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /\[\n\s+("[^[\]{}]*?")\n\s+\]/g,
    (long, inner: string) => {
      const short = `[${inner.replace(/\n\s+/g, ' ')}]`;
      return short.length <= 86 ? short : long;
    },
  );
}
