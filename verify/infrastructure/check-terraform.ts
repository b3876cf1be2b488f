// Terraform: each example is applied three times to an emulator, with releases of the action in between, as they show in
// AWS: an alias that is split and then moved, a stage that is moved to other versions.

import assert from 'node:assert/strict';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  APIGatewayClient,
  CreateDeploymentCommand,
  GetStageCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import {
  GetAliasCommand,
  LambdaClient,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAliasCommand,
} from '@aws-sdk/client-lambda';
import { archive } from '../../demo/handlers.ts';
import { mustRun, need, run } from '../command.ts';
import { Unavailable, type VerifyContext } from '../verifier.ts';
import { firstError } from '../verifiers/linters.ts';
import { EXAMPLES, replaced } from './example.ts';

const NAMES = ['orders', 'payments'];
const CREDENTIALS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };
const REGION = 'eu-central-1';
const QUIET = ['-no-color', '-input=false'];

/** What Terraform may change when the code does. */
const OF_CODE = [
  'code_sha256',
  'filename',
  'last_modified',
  'qualified_arn',
  'qualified_invoke_arn',
  'source_code_hash',
  'source_code_size',
  'version',
];

interface Work {
  /** Runs Terraform, which must succeed. */
  terraform(...args: readonly string[]): Promise<string>;
  cwd: string;
  lambda: LambdaClient;
  apiGateway: APIGatewayClient;
}

/**
 * @param folder an empty folder
 * @param reset empties the emulator, at this address
 */
export async function checkTerraform(
  context: VerifyContext,
  folder: string,
  { url, reset }: { readonly url: string; reset(): Promise<void> },
): Promise<void> {
  const program = need('terraform');
  const inCopy = async (
    name: string,
    functions: readonly string[],
    use: (work: Work) => Promise<void>,
  ) => {
    await reset();
    const cwd = join(folder, `${name}-${functions.length}`);
    await cp(join(EXAMPLES, 'terraform', name), cwd, { recursive: true });
    await use(await open(program, cwd, url, functions));
    await rm(cwd, { recursive: true, force: true });
  };
  for (const functions of [NAMES.slice(0, 1), NAMES]) {
    const words = `${functions.length} function${functions.length === 1 ? '' : 's'}: deployments change the code only`;
    await inCopy('alias', functions, async (work) => {
      const isRight = await context.check(`terraform/alias, ${words}`, [], () =>
        deploy(work, functions, ALIAS),
      );
      if (isRight && functions.length === 1) await checkTraps(context, work, functions);
    });
    await inCopy('stage-variable', functions, async (work) => {
      await context.check(`terraform/stage-variable, ${words}`, [], () =>
        deploy(work, functions, STAGE),
      );
    });
  }
  await inCopy('roles', [], (work) => checkRoles(context, work));
}

/** After version 3 was released: what the documents warn of does happen. */
async function checkTraps(
  context: VerifyContext,
  work: Work,
  functions: readonly string[],
): Promise<void> {
  const main = join(work.cwd, 'main.tf');
  const text = await readFile(main, 'utf8');
  await context.check('terraform/alias: a saved plan of the alias moves it back', [], async () => {
    await writeFile(main, replaced(text, / name {13}= "live"$/, '$&\n  description      = "new"'));
    await work.terraform('plan', '-out=plan', ...QUIET);
    await ALIAS.promote(work, functions, '2');
    await work.terraform('apply', ...QUIET, 'plan');
    for (const name of functions) assert.equal(await ALIAS.served(work, name), '3');
  });
  await context.check(
    'terraform/alias: without ignore_changes, the same check fails',
    [],
    async () => {
      await writeFile(main, replaced(text, /^ +lifecycle \{ ignore_changes = .*\n/, ''));
      await build(work.cwd, functions, 'v4');
      const planned = await plannedIn(work);
      assert.ok(
        planned.some((change) => change.startsWith('aws_lambda_alias.')),
        planned.join('; '),
      );
    },
  );
}

async function open(
  program: string,
  cwd: string,
  url: string,
  functions: readonly string[],
): Promise<Work> {
  const packages = Object.fromEntries(functions.map((name) => [name, `dist/${name}.zip`]));
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: url,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    TF_IN_AUTOMATION: '1',
    ...(functions.length > 0 && { TF_VAR_packages: JSON.stringify(packages) }),
  };
  const terraform = (...args: readonly string[]) => mustRun(program, args, { cwd, env });
  const init = await run(program, ['init', '-no-color', '-input=false'], { cwd, env });
  if (init.code !== 0) {
    throw new Unavailable(
      `terraform is installed, its provider hashicorp/aws is not: ${firstError(init.stderr)}`,
    );
  }
  const settings = { endpoint: url, region: REGION, credentials: CREDENTIALS };
  return {
    terraform,
    cwd,
    lambda: new LambdaClient(settings),
    apiGateway: new APIGatewayClient(settings),
  };
}

/** A release of the action. */
interface Releases {
  /** What Terraform sees while it is open. */
  open(work: Work, functions: readonly string[], from: string, to: string): Promise<void>;
  promote(work: Work, functions: readonly string[], to: string): Promise<void>;
  /** The version that serves the users of a function. */
  served(work: Work, name: string): Promise<string | undefined>;
}

/** The first deployment, and then each further one with its release. */
async function deploy(work: Work, functions: readonly string[], releases: Releases): Promise<void> {
  await build(work.cwd, functions, 'v1');
  await work.terraform('apply', '-auto-approve', ...QUIET);
  for (const [from, to] of [
    ['1', '2'],
    ['2', '3'],
  ] as const) {
    await build(work.cwd, functions, `v${to}`);
    assert.deepEqual(
      await plannedIn(work),
      functions.map((name) => `aws_lambda_function.released["${name}"] update`).sort(),
    );
    await work.terraform('apply', ...QUIET, 'plan');
    for (const name of functions) assert.equal(await releases.served(work, name), from);
    await releases.open(work, functions, from, to);
    await assertNothingPlanned(work);
    await releases.promote(work, functions, to);
    await assertNothingPlanned(work);
    for (const name of functions) assert.equal(await releases.served(work, name), to);
  }
}

async function build(cwd: string, functions: readonly string[], label: string): Promise<void> {
  await mkdir(join(cwd, 'dist'), { recursive: true });
  for (const name of functions) {
    await writeFile(join(cwd, 'dist', `${name}.zip`), archive({ label: `${name} ${label}` }));
  }
}

type Values = Readonly<Record<string, unknown>>;

interface Change {
  readonly actions: readonly string[];
  readonly before: Values | null;
  readonly after: Values | null;
  readonly after_unknown: Values;
}

interface PlanFile {
  readonly resource_changes?: readonly { readonly address: string; readonly change: Change }[];
}

/** What an apply would change, as `ADDRESS ACTION`; with the names of changed properties that code alone does not change. */
async function plannedIn({ terraform }: Work): Promise<readonly string[]> {
  await terraform('plan', '-out=plan', ...QUIET);
  const { resource_changes: all = [] } = JSON.parse(
    await terraform('show', '-json', 'plan'),
  ) as PlanFile;
  return all
    .filter(({ change }) => change.actions.join() !== 'no-op')
    .map(({ address, change }) => {
      const others = changedIn(change).filter((name) => !OF_CODE.includes(name));
      return [address, ...change.actions, ...others].join(' ');
    })
    .sort();
}

function changedIn({ before, after, after_unknown }: Change): readonly string[] {
  const names = new Set(Object.keys({ ...before, ...after, ...after_unknown }));
  return [...names].filter(
    (name) => after_unknown[name] === true || !isDeepStrictEqual(before?.[name], after?.[name]),
  );
}

/** Rejects if an apply would change anything. */
async function assertNothingPlanned(
  { terraform }: Work,
  ...more: readonly string[]
): Promise<void> {
  const plan = await terraform('plan', ...QUIET, ...more);
  assert.match(plan, /^No changes\./m);
}

const ALIAS: Releases = {
  open: async ({ lambda }, functions, from, to) => {
    for (const name of functions) {
      const alias = { FunctionName: `shop-${name}`, Name: 'live', FunctionVersion: from };
      const RoutingConfig = { AdditionalVersionWeights: { [to]: 0.1 } };
      await lambda.send(new UpdateAliasCommand({ ...alias, RoutingConfig }));
      const Tags = { 'canary-action:owner': 'a run' };
      await lambda.send(new TagResourceCommand({ Resource: arnOf(name), Tags }));
    }
  },
  promote: async ({ lambda }, functions, to) => {
    for (const name of functions) {
      const alias = { FunctionName: `shop-${name}`, Name: 'live', FunctionVersion: to };
      const RoutingConfig = { AdditionalVersionWeights: {} };
      await lambda.send(new UpdateAliasCommand({ ...alias, RoutingConfig }));
      await lambda.send(
        new UntagResourceCommand({ Resource: arnOf(name), TagKeys: ['canary-action:owner'] }),
      );
    }
  },
  served: async ({ lambda }, name) => {
    const alias = { FunctionName: `shop-${name}`, Name: 'live' };
    return (await lambda.send(new GetAliasCommand(alias))).FunctionVersion;
  },
};

function arnOf(name: string): string {
  return `arn:aws:lambda:${REGION}:123456789012:function:shop-${name}`;
}

/** The emulator's canary moves the deployment of the stage itself, so an open release is not played. */
const STAGE: Releases = {
  open: async () => undefined,
  promote: async (work, functions, to) => {
    const { apiGateway } = work;
    const which = { restApiId: await restApiIdOf(work), stageName: 'prod' };
    const { id } = await apiGateway.send(
      new CreateDeploymentCommand({ restApiId: which.restApiId }),
    );
    const patchOperations = [
      { op: 'replace' as const, path: '/deploymentId', value: id },
      ...functions.map((name) => ({
        op: 'replace' as const,
        path: `/variables/${name}`,
        value: to,
      })),
    ];
    await apiGateway.send(new UpdateStageCommand({ ...which, patchOperations }));
  },
  served: async (work, name) => {
    const which = { restApiId: await restApiIdOf(work), stageName: 'prod' };
    return (await work.apiGateway.send(new GetStageCommand(which))).variables?.[name];
  },
};

async function restApiIdOf({ terraform }: Work): Promise<string> {
  return (await terraform('output', '-raw', 'rest_api_id')).trim();
}

async function checkRoles(context: VerifyContext, work: Work): Promise<void> {
  const vars = {
    ...{ repository: 'octo-org/orders', owner_id: '123456', repository_id: '456789' },
    ...{ function_prefix: 'shop-', environment: 'production', tags: 'v*', create_provider: 'true' },
  };
  const given = Object.entries(vars).map(([name, value]) => `-var=${name}=${value}`);
  for (const of of ['aliases', 'a stage']) {
    const all = of === 'aliases' ? given : [...given, '-var=rest_api_id=a1b2c3'];
    await context.check(`terraform/roles, for ${of}: both spellings are trusted`, [], async () => {
      await work.terraform('apply', '-auto-approve', ...QUIET, ...all);
      const show = await work.terraform('show', '-json');
      const { values } = JSON.parse(show) as StateFile;
      const roles = values.root_module.resources.filter(({ type }) => type === 'aws_iam_role');
      const trusts = Object.fromEntries(
        roles.map(({ index, values: { assume_role_policy: policy } }) => [
          index,
          subjectsIn(policy),
        ]),
      );
      assert.deepEqual(trusts, { plan: SUBJECTS.plan, release: SUBJECTS.release });
      await assertNothingPlanned(work, ...all);
    });
  }
}

interface StateFile {
  readonly values: {
    readonly root_module: {
      readonly resources: readonly {
        readonly type: string;
        readonly index: string;
        readonly values: { readonly assume_role_policy: string };
      }[];
    };
  };
}

interface TrustPolicy {
  readonly Statement: readonly {
    readonly Condition: Readonly<
      Record<string, Readonly<Record<string, string | readonly string[]>>>
    >;
  }[];
}

/** The subjects of a trust policy, sorted. */
export function subjectsIn(policy: string): readonly string[] {
  const { Statement } = JSON.parse(policy) as TrustPolicy;
  return (
    Statement.flatMap(({ Condition }) => Object.values(Condition))
      .flatMap((condition) => condition['token.actions.githubusercontent.com:sub'] ?? [])
      // The emulator has null where CloudFormation leaves an item out.
      .filter((subject) => subject !== null)
      .sort()
  );
}

const SPELLED = ['repo:octo-org/orders', 'repo:octo-org@123456/orders@456789'];
const of = (...triggers: readonly string[]) =>
  SPELLED.flatMap((name) => triggers.map((trigger) => `${name}:${trigger}`)).sort();

/** Of both roles, with every trigger. */
export const SUBJECTS = {
  plan: of('pull_request'),
  release: of('ref:refs/heads/main', 'environment:production', 'ref:refs/tags/v*'),
};
