// A small API in the user's account: created, tested, and always removed again.

import { setTimeout as sleep } from 'node:timers/promises';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { createSender, stageUrl } from '../recordings/send.ts';
import { type Answers, answerQuestions, STAGE } from './questions.ts';
import { createRecorder, type Recorder } from './recorder.ts';

export const PREFIX = 'canary-action-verify-';

/** The estimated cost, printed before anything is created. List prices of us-east-1, without free tier. */
export const COST = [
  'About 400 requests to a REST API (USD 3.50 a million): USD 0.002',
  'About 60 metrics read with GetMetricData (USD 0.01 a thousand): USD 0.001',
  'A REST API without traffic and its deployments: nothing',
  'Total: less than one US cent. It takes about five minutes.',
].join('\n');

export interface AccountOptions {
  readonly region: string;
  /** Default: AWS itself. */
  readonly endpoint?: string;
  readonly now?: () => number;
  readonly pauseMs?: number;
  /** How it waits; default: in real time. */
  readonly wait?: (ms: number) => Promise<void>;
  readonly maxPolls?: number;
  /** Stops early; the API is removed all the same. */
  readonly signal: AbortSignal;
  readonly print: (line: string) => void;
}

export interface Settled {
  readonly answers: Answers;
  readonly recording: unknown;
}

/** If interrupted, rejects with the signal's reason after everything was removed. */
export async function settle(options: AccountOptions): Promise<Settled> {
  const { region, endpoint, signal, now = Date.now, pauseMs = 5_000, maxPolls = 72 } = options;
  const { wait = (ms: number) => sleep(ms, undefined, { signal }) } = options;
  const apiName = `${PREFIX}${Math.random().toString(36).slice(2, 10)}`;
  const sender = createSender(endpoint, region);
  const cloudWatch = new CloudWatchClient({
    region,
    ...(endpoint !== undefined && {
      endpoint,
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    }),
  });
  const recorder = createRecorder(sender, { apiName }, signal);
  let restApiId = '';
  try {
    restApiId = await makeApi(recorder);
    const url = `${stageUrl(endpoint, { region, restApiId, stageName: STAGE })}/`;
    const context = {
      recorder,
      stageUrl: url,
      cloudWatch,
      apiName,
      now,
      pauseMs,
      wait,
      maxPolls,
      signal,
    };
    const answers = await answerQuestions(context);
    return { answers, recording: recorder.recording(JSON.stringify(answers)) };
  } finally {
    if (restApiId !== '') {
      const { error } = await sender.send('DeleteRestApi', { restApiId });
      options.print(
        error
          ? `COULD NOT REMOVE the REST API ${apiName} (${restApiId}): ${error.message}. Remove it manually.`
          : `removed the REST API ${apiName} (${restApiId})`,
      );
    }
    sender.close();
    cloudWatch.destroy();
  }
}

/** An API whose only method answers, without a backend, whether the canary served the request. */
async function makeApi(recorder: Recorder): Promise<string> {
  const made = await recorder.call('CreateRestApi', { name: '${given.apiName}' }, 'api');
  if (made.error) throw new Error(`CreateRestApi: ${made.error.code}: ${made.error.message}`);
  const root = (made.body as { rootResourceId?: string }).rootResourceId ?? '';
  const method = { restApiId: '${api.id}', resourceId: '${api.rootResourceId}', httpMethod: 'GET' };
  if (root === '') throw new Error('CreateRestApi did not name the root resource');
  await recorder.call('PutMethod', { ...method, authorizationType: 'NONE' });
  await recorder.call('PutMethodResponse', { ...method, statusCode: '200' });
  await recorder.call('PutIntegration', {
    ...method,
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
  });
  await recorder.call('PutIntegrationResponse', {
    ...method,
    statusCode: '200',
    responseTemplates: { 'application/json': '{"canary": "$context.isCanaryRequest"}' },
  });
  await recorder.call('CreateDeployment', { restApiId: '${api.id}' }, 'first');
  await recorder.call('CreateStage', {
    restApiId: '${api.id}',
    stageName: STAGE,
    deploymentId: '${first.id}',
  });
  await recorder.call('CreateDeployment', { restApiId: '${api.id}' }, 'second');
  return recorder.value('api.id');
}
