// Runs of the bundle that must change nothing: what each said, and every call it made to AWS.

import {
  GetDeploymentsCommand,
  GetResourcesCommand,
  TagResourceCommand,
} from '@aws-sdk/client-api-gateway';
import { ListVersionsByFunctionCommand } from '@aws-sdk/client-lambda';
import { createHelloApi, type HelloApi, type HelloApiOptions } from '../../demo/hello-api.ts';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { openTurnClock } from '../../simulator/turns/turn-clock.ts';
import { type ActionResult, type RunOptions, runAction } from '../support/runner.ts';

export interface Refusal {
  readonly exitCode: number | null;
  /** Texts of the annotations. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly log: string;
  readonly complaints: readonly string[];
  readonly calls: readonly CallRecord[];
}

/** AWS on a clock that waits for the runs: to try again, as they do in trouble, takes no real time. */
export async function openAws(): Promise<Simulator> {
  // AWS's own waiters look once a real second; here there is nothing to wait for.
  return startSimulator({ clock: await openTurnClock(), lambda: { updateSeconds: 0 } });
}

/** Makes an API with its own names, so that many can stand side by side, and a tag of its owner. */
export async function makeApi(
  { url, world }: Simulator,
  name: string,
  options: HelloApiOptions = {},
): Promise<HelloApi> {
  const { region, account } = world.place;
  const names = { apiName: name, functionName: name };
  const api = await createHelloApi({ url, region, account }, { ...names, ...options });
  const resourceArn = `arn:aws:apigateway:${region}::/restapis/${api.restApiId}/stages/${api.stageName}`;
  await api.clients.apiGateway.send(new TagResourceCommand({ resourceArn, tags: { team: 'a' } }));
  return api;
}

let lastKey = 0;

/** Runs the main and the post step with a key of their own, by which their calls are told apart. */
export async function attempt(simulator: Simulator, options: RunOptions): Promise<Refusal> {
  lastKey += 1;
  const accessKeyId = `AKIDCASE${lastKey}`;
  const { place, clock } = simulator.world;
  const aws = { endpoint: simulator.url, region: place.region, accessKeyId, ...options.aws };
  // Without a GitHub to answer, each run would try until its time for that is over.
  const inputs = { ...(!options.github && { comment: 'false' }), ...options.inputs };
  const result = await runAction({ ...options, inputs, aws, clock: clock.settings });
  const said = refusalOf(simulator, result, accessKeyId);
  await result.post();
  result.dispose();
  return { ...said, calls: callsOf(simulator, accessKeyId) };
}

function refusalOf(simulator: Simulator, result: ActionResult, key: string): Refusal {
  const { exitCode, commands, outputs, summary, log, complaints } = result;
  const texts = (name: string) => commands.filter((c) => c.name === name).map((c) => c.message);
  const calls = callsOf(simulator, key);
  const [errors, warnings] = [texts('error'), texts('warning')];
  return { exitCode, errors, warnings, outputs, summary, log, complaints, calls };
}

function callsOf(simulator: Simulator, key: string): readonly CallRecord[] {
  return simulator.calls.list().filter((call) => call.accessKeyId === key);
}

const READS = /^(Get|List|Describe)/;

/**
 * The writes that AWS accepted. Whether the role may remove tags is asked, of each resource, by removing one that
 * nobody has, which AWS accepts; that the stage kept its own tags is seen in `stateOf`.
 */
export function acceptedWrites(calls: readonly CallRecord[]): readonly string[] {
  const writes = calls
    .filter(({ operation }) => !READS.test(operation ?? ''))
    .filter(({ status }) => status === null || status < 400);
  const probes = writes.filter(({ operation }) => operation === 'UntagResource');
  const asked = new Set(probes.map(({ path }) => probes.find((probe) => probe.path === path)));
  return writes.filter((call) => !asked.has(call)).map(({ operation }) => operation ?? 'unknown');
}

/** Everything of an API that a release could change, as AWS shows it. */
export async function stateOf({
  clients,
  restApiId,
  functionName,
  stage,
}: HelloApi): Promise<unknown> {
  const { apiGateway, lambda } = clients;
  const answers = await Promise.all([
    stage(),
    apiGateway.send(new GetResourcesCommand({ restApiId, embed: ['methods'] })),
    apiGateway.send(new GetDeploymentsCommand({ restApiId })),
    lambda.send(new ListVersionsByFunctionCommand({ FunctionName: functionName })),
  ]);
  return answers.map((answer) => ({ ...answer, $metadata: undefined }));
}

/** Maps with at most two under way: the machine may have no more cores. */
export async function twoAtATime<A, B>(
  items: readonly A[],
  work: (item: A) => Promise<B>,
): Promise<B[]> {
  const results: B[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all([worker(), worker()]);
  return results;
}
