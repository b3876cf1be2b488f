// A small API in somebody's account: made, asked, and removed whatever happens in between.

import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { createSender, stageUrl } from '../recordings/send.ts';
import { type Answers, askAll, STAGE } from './questions.ts';
import { createRecorder, type Recorder } from './recorder.ts';

export const PREFIX = 'canary-action-verify-';

/** What it may cost, said before anything is made. List prices of us-east-1, without free tier. */
export const COST = [
  'About 400 requests to a REST API (USD 3.50 a million): USD 0.002',
  'About 60 metrics read with GetMetricData (USD 0.01 a thousand): USD 0.001',
  'A REST API without traffic and its deployments: nothing',
  'In all: less than one US cent. It takes some five minutes.',
].join('\n');

export interface AccountOptions {
  readonly region: string;
  /** `undefined`: AWS itself. */
  readonly endpoint?: string;
  readonly now?: () => number;
  readonly pauseMs?: number;
  readonly looks?: number;
  /** Ends the questions early; what was made is removed all the same. */
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

export interface Settled {
  readonly answers: Answers;
  readonly recording: unknown;
}

/** Rejects with the signal's reason when interrupted, after having removed everything. */
export async function settle(options: AccountOptions): Promise<Settled> {
  const { region, endpoint, signal, now = Date.now, pauseMs = 5_000, looks = 72 } = options;
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
    const asked = { recorder, stageUrl: url, cloudWatch, apiName, now, pauseMs, looks, signal };
    const answers = await askAll(asked);
    return { answers, recording: recorder.recording(JSON.stringify(answers)) };
  } finally {
    if (restApiId !== '') {
      const { error } = await sender.send('DeleteRestApi', { restApiId });
      options.say(
        error
          ? `COULD NOT REMOVE the REST API ${apiName} (${restApiId}): ${error.message}. Remove it by hand.`
          : `removed the REST API ${apiName} (${restApiId})`,
      );
    }
    sender.close();
    cloudWatch.destroy();
  }
}

/** An API whose only method tells, without a backend, whether the canary answers. */
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
