// Uploads of code: bound to what was read before, also when answers are lost, and written to S3 if they are large.

import { createHash } from 'node:crypto';
import {
  CreateFunctionCommand,
  LambdaClient,
  PublishVersionCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { archive } from '../../../demo/handlers.ts';
import { type Simulator, startSimulator } from '../../../simulator/simulator.ts';
import { bindFunctions, type FunctionCalls } from '../../../src/aws/functions.ts';
import { MovedError } from '../../../src/base/errors.ts';
import { lambdaClients } from '../../support/client-sets.ts';

const [OLD, NEW, OTHER] = ['v1', 'v2', 'v3'].map((label) => archive({ label })) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const hashOf = (zip: Uint8Array) => createHash('sha256').update(zip).digest('base64');

let simulator: Simulator;
let lambda: LambdaClient;
let functions: FunctionCalls<'normal'>;

beforeEach(async () => {
  simulator = await startSimulator({ lambda: { updateSeconds: 0 }, region: 'eu-west-1' });
  process.env.AWS_ENDPOINT_URL = simulator.url;
  lambda = new LambdaClient({
    endpoint: simulator.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
    maxAttempts: 2,
  });
  functions = bindFunctions(lambdaClients({ region: 'eu-west-1', partition: 'aws' }, lambda));
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: 'orders',
      Role: 'arn:aws:iam::123456789012:role/orders',
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Code: { ZipFile: OLD },
    }),
  );
});

afterEach(async () => {
  delete process.env.AWS_ENDPOINT_URL;
  lambda.destroy();
  await simulator.close();
});

const read = async () => {
  const reading = await functions.read('orders');
  if (!reading) throw new Error('there is no function');
  return reading;
};
const upload = (seen: Awaited<ReturnType<typeof read>>) =>
  functions.upload('orders', seen, { kind: 'zip', zip: NEW }, hashOf(NEW));
const push = (ZipFile: Uint8Array) =>
  lambda.send(new UpdateFunctionCodeCommand({ FunctionName: 'orders', ZipFile }));

describe('An upload', () => {
  it('replaces what was read, and returns what is there then', async () => {
    const seen = await read();
    expect(await upload(seen)).toMatchObject({ codeSha256: hashOf(NEW), settings: seen.settings });
    expect((await read()).codeSha256).toBe(hashOf(NEW));
  });

  it('is refused after another one', async () => {
    const seen = await read();
    await push(OTHER);
    const refused = upload(seen);
    await expect(refused).rejects.toThrow(MovedError);
    await expect(refused).rejects.toThrow(`and $LATEST is now ${hashOf(OTHER)}`);
    expect((await read()).codeSha256).toBe(hashOf(OTHER));
  });

  it('is sent again after a version was published, which changes the revision', async () => {
    const seen = await read();
    let done = false;
    simulator.onCall({
      before: async ({ operation }) => {
        if (operation !== 'UpdateFunctionCode' || done) return;
        done = true;
        await lambda.send(new PublishVersionCommand({ FunctionName: 'orders' }));
      },
    });
    expect((await upload(seen)).codeSha256).toBe(hashOf(NEW));
  });

  it('counts if its answer was lost', async () => {
    const seen = await read();
    simulator.faults.add({
      operation: 'UpdateFunctionCode',
      effect: { kind: 'cut-after' },
      times: 1,
    });
    expect((await upload(seen)).codeSha256).toBe(hashOf(NEW));
    const performed = simulator.calls.list().filter(({ status, operation }) => {
      return operation === 'UpdateFunctionCode' && status === 200;
    });
    expect(performed).toEqual([]);
  });

  it('is refused if Lambda found other code than was announced', async () => {
    const seen = await read();
    const wrong = functions.upload('orders', seen, { kind: 'zip', zip: OTHER }, hashOf(NEW));
    await expect(wrong).rejects.toThrow(
      `Lambda received ${hashOf(OTHER)}; expected ${hashOf(NEW)}`,
    );
  });

  it('is tried without an effect', async () => {
    simulator.objects.createBucket('code', 'eu-west-1');
    const version = simulator.objects.put('code', 'a b/orders.zip', NEW);
    const object = { kind: 'object', bucket: 'code', key: 'a b/orders.zip', version } as const;
    expect(await functions.tryUpload('orders', object)).toEqual({
      codeSha256: hashOf(NEW),
      bytes: NEW.length,
    });
    expect((await read()).codeSha256).toBe(hashOf(OLD));
  });
});

describe('Code that is too large for a request', () => {
  const KEY = 'canary-action/abc.zip';
  const stored = (bucket: string, content = NEW) => ({
    ...{ bucket, key: KEY, content },
    sha256: createHash('sha256').update(NEW).digest('hex'),
  });

  it('is written to S3, signed for it, and compared there', async () => {
    simulator.objects.createBucket('code.of.shop', 'eu-west-1');
    await functions.storeCode(stored('code.of.shop'));
    expect(Buffer.from(simulator.objects.read('code.of.shop', KEY, undefined))).toEqual(
      Buffer.from(NEW),
    );
    await expect(functions.storeCode(stored('code.of.shop', OTHER))).rejects.toThrow(
      'XAmzContentSHA256Mismatch',
    );
  });

  it('is written again after an error of S3', async () => {
    simulator.objects.createBucket('code', 'eu-west-1');
    const effect = { kind: 'server-error', status: 503 } as const;
    simulator.faults.add({ operation: 'PutObject', effect, times: 1 });
    await functions.storeCode(stored('code'));
    expect(simulator.objects.read('code', KEY, undefined)).toHaveLength(NEW.length);
  });

  it('needs a bucket of its Region, and the permission', async () => {
    simulator.objects.createBucket('elsewhere', 'ap-south-1');
    await expect(functions.storeCode(stored('elsewhere'))).rejects.toThrow(
      'writing the code to s3://elsewhere/canary-action/abc.zip: PermanentRedirect: the bucket is in another Region, ap-south-1',
    );
    simulator.policy.set([]);
    await expect(functions.storeCode(stored('elsewhere'))).rejects.toThrow(
      'AWS denies s3:PutObject on arn:aws:s3:::elsewhere/canary-action/abc.zip',
    );
  });
});
