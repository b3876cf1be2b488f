// Terraform for the tests of a newcomer: applies a folder of files to the simulator, with the few types of resources that
// the service and `init` use. A second apply changes what the files change and, like Terraform, also what drifted,
// except what `ignore_changes` names.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateFunctionCommand,
  GetAliasCommand,
  PublishVersionCommand,
  RemovePermissionCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import type { Block, Body, Expression } from '../../../src/hcl/hcl-model.ts';
import { parseHcl } from '../../../src/hcl/hcl-parser.ts';
import type { Account, Any } from './account.ts';
import { digest } from './cloudformation.ts';

/** Addresses and attributes. */
export type State = Map<string, Any>;

export interface Apply {
  readonly folder: string;
  readonly state: State;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The archive of the code in `src`. */
  readonly archive: () => Uint8Array;
}

/** @returns the outputs */
export async function applyTerraform(
  account: Account,
  apply: Apply,
): Promise<Readonly<Record<string, unknown>>> {
  const { folder, state } = apply;
  const blocks = readdirSync(folder)
    .filter((name) => name.endsWith('.tf'))
    .flatMap((name) => [...parseHcl(name, readFileSync(join(folder, name), 'utf8')).body.blocks]);
  const values = evaluatorOf(account, apply, blocks);
  for (const block of ordered(blocks.filter(({ type }) => type === 'resource'))) {
    const [type = '', name = ''] = block.labels;
    if (values.body(block.body).count === 0) continue;
    const address = `${type}.${name}`;
    const own = values.body(block.body);
    const ignored = ignoredIn(block);
    const writer = WRITERS[type];
    if (!writer) throw new Error(`${type} is not simulated`);
    const { archive } = apply;
    const was = state.get(address);
    state.set(address, await writer({ account, archive, own, was, ignored }));
  }
  const outputs = blocks.filter(({ type }) => type === 'output');
  return Object.fromEntries(
    outputs.map(({ labels: [name = ''], body }) => [name, values.body(body).value]),
  );
}

/** Each after those it names. */
function ordered(resources: readonly Block[]): readonly Block[] {
  const byAddress = new Map(resources.map((block) => [block.labels.join('.'), block]));
  const done = new Set<Block>();
  const add = (block: Block): void => {
    if (done.has(block)) return;
    for (const address of namedIn(block.body)) {
      const needed = byAddress.get(address);
      if (needed && needed !== block) add(needed);
    }
    done.add(block);
  };
  for (const block of resources) add(block);
  return [...done];
}

function namedIn(body: Body): readonly string[] {
  const text = JSON.stringify([[...body.attributes.values()], body.blocks.map(plain)]);
  return [...text.matchAll(/"root":"(aws_\w+)","steps":\[\{"kind":"name","name":"(\w+)"/g)].map(
    ([, type, name]) => `${type}.${name}`,
  );
}

/** Maps as JSON shows them. */
function plain({ body }: Block): unknown {
  return [[...body.attributes.values()], body.blocks.map(plain)];
}

function ignoredIn({ body }: Block): readonly string[] {
  const lifecycle = body.blocks.find(({ type }) => type === 'lifecycle');
  const value = lifecycle?.body.attributes.get('ignore_changes')?.value;
  return value?.kind === 'list'
    ? value.items.flatMap((item) => (item.kind === 'traversal' ? [item.root] : []))
    : [];
}

interface Write {
  readonly account: Account;
  readonly archive: () => Uint8Array;
  readonly own: Any;
  /** `undefined`: it is created. */
  readonly was: Any;
  readonly ignored: readonly string[];
}

/** @returns the attributes */
type Writer = (write: Write) => Promise<Any>;

const WRITERS: Readonly<Record<string, Writer>> = {
  aws_lambda_function: async ({ account, archive, own, was }) => {
    const { account: id, region, partition } = account.simulator.world.place;
    const { lambda } = account.clients;
    const FunctionName = own.function_name;
    const isNew = was === undefined;
    const ZipFile = archive();
    const hash = digest(ZipFile);
    if (isNew) {
      await lambda.send(
        new CreateFunctionCommand({
          ...{ FunctionName, Role: own.role, Runtime: own.runtime, Handler: own.handler },
          Code: { ZipFile },
        }),
      );
    } else if (was.hash !== hash) {
      await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }));
    }
    const publish = own.publish === true;
    const isPublished = publish && (isNew || was.hash !== hash || !was.publish);
    const { Version = '' } = isPublished
      ? await lambda.send(new PublishVersionCommand({ FunctionName }))
      : { Version: was?.version ?? '$LATEST' };
    const arn = `arn:${partition}:lambda:${region}:${id}:function:${FunctionName}`;
    return { ...own, hash, publish, version: Version, arn, invoke_arn: invokeArn(region, arn) };
  },
  aws_lambda_alias: async ({ account, own, was, ignored }) => {
    const { account: id, region, partition } = account.simulator.world.place;
    const { lambda } = account.clients;
    const [FunctionName, Name] = [own.function_name, own.name];
    if (was === undefined) {
      const wanted = { FunctionName, Name, FunctionVersion: own.function_version };
      await lambda.send(new CreateAliasCommand(wanted));
    } else {
      await revertAlias(account, own, ignored);
    }
    const arn = `arn:${partition}:lambda:${region}:${id}:function:${FunctionName}:${Name}`;
    return { ...own, arn, invoke_arn: invokeArn(region, arn) };
  },
  aws_lambda_permission: async ({ account, own, was }) => {
    const { lambda } = account.clients;
    if (was && JSON.stringify(was) === JSON.stringify(own)) return own;
    if (was) await replaced(account, was);
    await lambda.send(
      new AddPermissionCommand({
        ...{ FunctionName: own.function_name, StatementId: own.statement_id },
        ...{ Action: own.action, Principal: own.principal, SourceArn: own.source_arn },
        Qualifier: own.qualifier,
      }),
    );
    return own;
  },
  aws_apigatewayv2_api: async ({ account, own, was }) => {
    const { account: id, region, partition } = account.simulator.world.place;
    const made =
      was ??
      (await call(account, 'POST', '/v2/apis', {
        name: own.name,
        protocolType: own.protocol_type,
      }));
    const execution_arn = `arn:${partition}:execute-api:${region}:${id}:${made.apiId ?? made.id}`;
    return was ?? { ...own, id: made.apiId, execution_arn };
  },
  aws_apigatewayv2_integration: async ({ account, own, was }) => {
    const path = `/v2/apis/${own.api_id}/integrations`;
    const integrationUri = own.integration_uri;
    if (!was) {
      const made = await call(account, 'POST', path, {
        integrationType: own.integration_type,
        integrationUri,
      });
      return { ...own, id: made.integrationId };
    }
    await call(account, 'PATCH', `${path}/${was.id}`, { integrationUri });
    return { ...own, id: was.id };
  },
  aws_apigatewayv2_route: async ({ account, own, was }) => {
    if (was) return was;
    await call(account, 'POST', `/v2/apis/${own.api_id}/routes`, {
      routeKey: own.route_key,
      target: own.target,
    });
    return own;
  },
  aws_apigatewayv2_stage: async ({ account, own, was }) => {
    if (was) return was;
    await call(account, 'POST', `/v2/apis/${own.api_id}/stages`, { stageName: own.name });
    return own;
  },
  aws_cloudwatch_metric_alarm: async ({ account, own }) => {
    await account.putAlarm({
      ...{ AlarmName: own.alarm_name, Namespace: own.namespace, MetricName: own.metric_name },
      Dimensions: Object.entries<string>(own.dimensions).map(([Name, Value]) => ({
        Name,
        Value,
      })),
      ...{
        Statistic: own.statistic,
        Period: own.period,
        EvaluationPeriods: own.evaluation_periods,
      },
      ...{ DatapointsToAlarm: own.datapoints_to_alarm, Threshold: own.threshold },
      ...{
        ComparisonOperator: own.comparison_operator,
        TreatMissingData: own.treat_missing_data,
      },
    });
    return own;
  },
  aws_iam_role: async ({ account, own }) => {
    const trust = JSON.parse(own.assume_role_policy).Statement;
    const arn = account.putRole(own.name, { trust, allowed: [] });
    return { ...own, id: own.name, arn, trust };
  },
  aws_iam_role_policy: async ({ account, own }) => {
    const trust = account.trustOf(own.role);
    account.putRole(own.role, { trust, allowed: JSON.parse(own.policy).Statement });
    return own;
  },
};

/** What cannot be changed is deleted, and for a while there is neither. */
async function replaced({ clients, simulator }: Account, was: Any): Promise<void> {
  await clients.lambda.send(
    new RemovePermissionCommand({
      ...{ FunctionName: was.function_name, StatementId: was.statement_id },
      Qualifier: was.qualifier,
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 30_000 / simulator.world.clock.settings.rate));
}

/** The drift of an alias that others move is reverted, as far as it is not ignored. */
async function revertAlias({ clients }: Account, own: Any, ignored: readonly string[]) {
  const named = { FunctionName: own.function_name, Name: own.name };
  const now = await clients.lambda.send(new GetAliasCommand(named));
  const version = ignored.includes('function_version') ? now.FunctionVersion : own.function_version;
  const weights = ignored.includes('routing_config')
    ? (now.RoutingConfig?.AdditionalVersionWeights ?? {})
    : {};
  const isSame =
    version === now.FunctionVersion &&
    JSON.stringify(weights) === JSON.stringify(now.RoutingConfig?.AdditionalVersionWeights ?? {});
  if (isSame) return;
  await clients.lambda.send(
    new UpdateAliasCommand({
      ...{ ...named, FunctionVersion: version },
      RoutingConfig: { AdditionalVersionWeights: weights },
    }),
  );
}

function invokeArn(region: string, arn: string): string {
  return `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${arn}/invocations`;
}

async function call({ simulator }: Account, method: string, path: string, body: object) {
  const scope = `20260101/${simulator.world.place.region}/apigateway/aws4_request`;
  const answer = await fetch(`${simulator.url}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      authorization: `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/${scope}, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Any;
}

function evaluatorOf({ simulator }: Account, apply: Apply, blocks: readonly Block[]) {
  const { account, partition } = simulator.world.place;
  const data: Any = {
    aws_caller_identity: { me: { account_id: account } },
    aws_partition: { here: { partition } },
    archive_file: { code: { output_path: 'code.zip', output_base64sha256: '' } },
  };
  const defaults = Object.fromEntries(
    blocks
      .filter(({ type }) => type === 'variable')
      .map(({ labels: [name = ''], body: own }) => [name, own.attributes.get('default')?.value]),
  );
  const locals = new Map(
    blocks.filter(({ type }) => type === 'locals').flatMap(({ body: own }) => [...own.attributes]),
  );
  const root = (name: string, steps: readonly string[]): Any => {
    switch (name) {
      case 'var':
        return apply.variables?.[steps[0] ?? ''] ?? value(defaults[steps[0] ?? ''] as Expression);
      case 'local':
        return value(locals.get(steps[0] ?? '')?.value as Expression);
      case 'data':
        return data[steps[0] ?? '']?.[steps[1] ?? '']?.[steps[2] ?? ''];
      case 'path':
        return '.';
      case 'true':
        return true;
      case 'false':
        return false;
      default: {
        const made = apply.state.get(`${name}.${steps[0]}`);
        const found = made?.[steps[1] ?? ''];
        if (found === undefined) throw new Error(`${[name, ...steps].join('.')} is not known`);
        return found;
      }
    }
  };
  const value = (expression: Expression): Any => {
    switch (expression.kind) {
      case 'text':
        return literal(expression.text);
      case 'template':
        return expression.parts.map(value).join('');
      case 'list':
        return expression.items.map(value);
      case 'map':
        return Object.fromEntries(
          expression.entries.map(({ key, value: own }) => [
            key.kind === 'traversal' && key.steps.length === 0 ? key.root : value(key),
            value(own),
          ]),
        );
      case 'call':
        if (expression.name === 'jsonencode')
          return JSON.stringify(value(expression.args[0] as Expression));
        throw new Error(`the function ${expression.name} is not simulated`);
      case 'conditional':
        return value(expression.test) === true ? value(expression.yes) : value(expression.no);
      case 'traversal':
        return root(
          expression.root,
          expression.steps.flatMap((step) => (step.kind === 'name' ? [step.name] : [])),
        );
      default:
        throw new Error(`${expression.kind} is not simulated`);
    }
  };
  const body = (own: Body): Any =>
    Object.fromEntries(
      [...own.attributes]
        .filter(([name]) => name !== 'depends_on')
        .map(([name, { value: expression }]) => [name, value(expression)]),
    );
  return { body };
}

/** The parser keeps numbers and truth values as texts. */
function literal(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d+$/.test(text) ? Number(text) : text;
}
