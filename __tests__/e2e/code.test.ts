// The code of functions that the action uploads itself, and releases as one.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AddPermissionCommand,
  CreateEventSourceMappingCommand,
  CreateFunctionCommand,
  CreateFunctionUrlConfigCommand,
  GetFunctionConfigurationCommand,
  InvokeCommand,
  type LambdaClient,
  PublishVersionCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { archive } from '../../demo/handlers.ts';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import type { Statement } from '../../simulator/front/policy.ts';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { addServices, errorsOf, play, readReport, writesIn } from '../support/rollout.ts';
import { createWorkspace, type Workspace } from '../support/workspace.ts';

const QUICK = { steps: '50%/1m', 'bake-time': '0s', analysis: 'off' };
const LARGE = new Uint8Array(51 * 1024 ** 2);
const HASH = /[A-Za-z0-9+/]{43}=/g;

/** The checkout after its build: `dist/orders.zip`, and the folder `dist/payments`. */
function build(label: string): Workspace {
  const workspace = createWorkspace();
  const at = (path: string) => join(workspace.checkout, path);
  mkdirSync(at('dist/payments'), { recursive: true });
  writeFileSync(at('dist/orders.zip'), archive({ label }));
  writeFileSync(at('dist/payments/index.js'), sourceOf(label));
  return workspace;
}

const sourceOf = (label: string) =>
  Buffer.from(unzipSync(archive({ label }))['index.js'] ?? []).toString();

const CODE = 'orders=dist/orders.zip\npayments=dist/payments/';
const BOTH = { names: ['orders', 'payments'], failing: null } as const;

interface PolicyDocument {
  readonly Statement: readonly Statement[];
}

const uploadsIn = (calls: readonly CallRecord[]) =>
  calls.filter(
    ({ operation, status, body }) =>
      operation === 'UpdateFunctionCode' && status === 200 && !body?.includes('DryRun'),
  );

const hashOf = async (lambda: LambdaClient, FunctionName: string, Qualifier?: string) =>
  (await lambda.send(new GetFunctionConfigurationCommand({ FunctionName, Qualifier }))).CodeSha256;

describe('Code of two functions behind aliases', () => {
  it('is uploaded, published and released as one, and then counts as unchanged', async () => {
    await playFleet(BOTH, async (scene) => {
      scene.users();
      const run = await scene.release({ ...QUICK, code: CODE }, { workspace: build('v2') });
      expect([errorsOf(run), run.outputs]).toMatchObject([
        [],
        { outcome: 'promoted', versions: '{"orders":"2","payments":"2"}' },
      ]);
      expect(run.log).toMatch(
        /orders: uploaded dist\/orders\.zip \([\d.]+ \w+, code [\w+/]{43}=\)/,
      );
      expect(await scene.routing()).toEqual(['2', '2']);
      const operations = scene
        .calls()
        .filter(({ status = 0 }) => (status ?? 0) < 300)
        .map(({ operation }) => operation);
      const last = operations.lastIndexOf('UpdateFunctionCode');
      // All of it is uploaded before anything is published.
      expect(operations.slice(last)).toContain('PublishVersion');
      expect(operations.slice(operations.lastIndexOf('CreateAlias'), last)).not.toContain(
        'PublishVersion',
      );
      const mark = scene.mark();
      const again = await scene.release({ ...QUICK, code: CODE }, { workspace: build('v2') });
      expect(again.outputs.outcome).toBe('unchanged');
      expect(uploadsIn(scene.calls(mark))).toEqual([]);
    });
  });

  it('is shown by a plan, which changes nothing', async () => {
    await playFleet(BOTH, async (scene) => {
      const mark = scene.mark();
      const plan = await scene.release(
        { ...QUICK, code: CODE, command: 'plan' },
        { workspace: build('v2') },
      );
      expect([errorsOf(plan), plan.outputs.outcome]).toEqual([[], 'planned']);
      expect(plan.log).toMatch(
        /code: "payments" gets dist\/payments\/ \([\d.]+ \w+, code ([\w+/]{43}=)\), in place of \$LATEST \([\d.]+ \w+, code ([\w+/]{43}=)\)/,
      );
      expect(plan.summary).toContain('lambda:UpdateFunctionCode');
      expect(plan.summary).toContain('version 1 → a version to be published');
      expect(uploadsIn(scene.calls(mark))).toEqual([]);
    });
  });

  it('works with exactly the permissions that the plan lists', async () => {
    await playFleet(BOTH, async (scene) => {
      const { objects, policy } = scene.simulator;
      objects.createBucket('code-of-shop', scene.simulator.world.place.region);
      const version = objects.put('code-of-shop', 'orders.zip', archive({ label: 'v3' }));
      const code = `orders=s3://code-of-shop/orders.zip#${version}\npayments=dist/payments`;
      const plan = await scene.release(
        { ...QUICK, code, command: 'plan' },
        { workspace: build('v2') },
      );
      const { Statement } = JSON.parse(readReport(plan).policy ?? '{}') as PolicyDocument;
      const INVOKE = {
        Effect: 'Allow',
        Action: ['lambda:InvokeFunction'],
        Resource: ['*'],
      } as const;
      policy.set([...Statement, INVOKE]);
      scene.users();
      const actions = Statement.flatMap(({ Action }) => Action);
      expect(actions).toContain('s3:GetObjectVersion');
      expect(actions).not.toContain('s3:PutObject');
      const run = await scene.release({ ...QUICK, code }, { workspace: build('v2') });
      policy.set(undefined);
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      expect(await hashOf(scene.lambda, 'orders', '2')).toBe(
        (
          await scene.lambda.send(
            new UpdateFunctionCodeCommand({
              FunctionName: 'orders',
              ZipFile: archive({ label: 'v3' }),
              DryRun: true,
            }),
          )
        ).CodeSha256,
      );
    });
  });

  it('says what $LATEST is if an upload fails half-way, and goes on in the next run', async () => {
    await playFleet(BOTH, async (scene) => {
      scene.simulator.faults.add({
        service: 'lambda',
        operation: 'UpdateFunctionCode',
        effect: {
          kind: 'aws-error',
          name: 'CodeStorageExceededException',
          status: 400,
          message: 'no room',
        },
        after: 3,
      });
      const run = await scene.release({ ...QUICK, code: CODE }, { workspace: build('v2') });
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      const said = errorsOf(run).join('\n');
      expect(said).toContain('CodeStorageExceededException');
      expect(said).toContain('The versions of all functions in this Region share one limit');
      // Which of the two comes first is left open.
      expect(said).toContain('$LATEST now: that of "orders" ');
      const [, done] = /that of "(\w+)" has the new code [\w+/]{43}=/.exec(said) ?? [];
      const [, left = ''] = /that of "(\w+)" still has [\w+/]{43}=/.exec(said) ?? [];
      expect([done, left].sort()).toEqual(['orders', 'payments']);
      expect(await scene.routing()).toEqual(['1', '1']);
      scene.simulator.faults.remove();
      scene.users();
      const mark = scene.mark();
      const again = await scene.release({ ...QUICK, code: CODE }, { workspace: build('v2') });
      expect([errorsOf(again), again.outputs.outcome]).toEqual([[], 'promoted']);
      expect(uploadsIn(scene.calls(mark)).map(({ path }) => path)).toEqual([
        `/2015-03-31/functions/${left}/code`,
      ]);
    });
  });

  it('stops and names both hashes if somebody else uploads in between', async () => {
    await playFleet(BOTH, async (scene) => {
      let done = false;
      scene.simulator.onCall({
        before: async ({ operation, path, body }) => {
          const ours = operation === 'UpdateFunctionCode' && path.includes('/payments/');
          if (!ours || done || body?.includes('DryRun')) return;
          done = true;
          await scene.upload('payments', 'v9');
        },
      });
      const run = await scene.release({ ...QUICK, code: CODE }, { workspace: build('v2') });
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      const said = errorsOf(run).join('\n');
      const [first = ''] = said.split('\n').filter((line) => line.includes('changed after'));
      expect(first).toContain('the code of "payments" changed after preflight');
      expect(new Set(first.match(HASH)).size).toBe(2);
      expect(said).toContain('which another job uploaded');
      expect(await scene.routing()).toEqual(['1', '1']);
    });
  });

  it('stops if somebody else uploads before it is published', async () => {
    await playFleet(BOTH, async (scene) => {
      let done = false;
      scene.simulator.onCall({
        before: async ({ operation, body = '' }) => {
          if (operation !== 'PublishVersion' || !body.includes('Description') || done) return;
          done = true;
          await scene.upload('orders', 'v9');
        },
      });
      const run = await scene.release({ ...QUICK, code: CODE }, { workspace: build('v2') });
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(run).join()).toContain('the code of "orders" changed after preflight');
      expect(await scene.routing()).toEqual(['1', '1']);
    });
  });

  it('goes on where a killed run stopped, without another upload', async () => {
    await playFleet(BOTH, async (scene) => {
      let reached: () => void = () => undefined;
      const publishing = new Promise<void>((resolve) => {
        reached = resolve;
      });
      const stop = scene.simulator.onCall({
        before: async ({ operation, body = '' }) => {
          if (operation !== 'PublishVersion' || !body.includes('Description')) return;
          reached();
          await new Promise(() => undefined);
        },
      });
      const killed = scene.start({ ...QUICK, code: CODE }, { workspace: build('v2') });
      await publishing;
      (await killed.kill()).dispose();
      stop();
      scene.users();
      const mark = scene.mark();
      const run = await scene.release({ ...QUICK, code: CODE }, { workspace: build('v2') });
      expect([errorsOf(run), run.outputs]).toMatchObject([
        [],
        { outcome: 'promoted', versions: '{"orders":"2","payments":"2"}' },
      ]);
      expect(uploadsIn(scene.calls(mark))).toEqual([]);
    });
  });

  it('stays in $LATEST after a rollback, which says so', async () => {
    await playFleet({ failing: null }, async (scene) => {
      scene.users();
      const code = 'orders=dist/orders.zip';
      const run = scene.start(
        { code, steps: '50%/30m', 'bake-time': '0s', analysis: 'off' },
        { workspace: build('v2') },
      );
      await scene.reaches(0.5);
      const before = await hashOf(scene.lambda, 'orders');
      const ended = await run.cancel();
      expect(ended.outputs.outcome).toBe('rolled-back');
      expect(ended.summary).toContain(
        'a rollback does not change \\$LATEST: that of "orders" still has',
      );
      expect(await hashOf(scene.lambda, 'orders')).toBe(before);
      expect(await scene.routing()).toEqual(['1']);
      // What serves is the earlier code, so there is nothing to release or to upload.
      const mark = scene.mark();
      const back = await scene.release({ ...QUICK, code }, { workspace: build('v1') });
      expect(back.outputs.outcome).toBe('unchanged');
      expect(uploadsIn(scene.calls(mark))).toEqual([]);
    });
  });

  it('replaces an open release of other code', async () => {
    await playFleet({ failing: null }, async (scene) => {
      scene.users();
      const code = 'orders=dist/orders.zip';
      const first = scene.start(
        { code, steps: '50%/30m', 'bake-time': '0s', analysis: 'off' },
        { workspace: build('v2') },
      );
      await scene.reaches(0.5);
      (await first.kill()).dispose();
      const next = await scene.release({ ...QUICK, code }, { workspace: build('v3') });
      expect(next.outputs.outcome).toBe('failed');
      expect(errorsOf(next).join()).toContain(
        'it releases version 2 of "orders" (its code is not that of dist/orders.zip)',
      );
    });
  });

  it('replaces code whose update failed', async () => {
    await playFleet({ failing: null }, async (scene) => {
      const { lambda: settings } = scene.simulator;
      settings.updateFailure = 'The image is broken';
      const code = 'orders=dist/orders.zip';
      const failed = await scene.release({ ...QUICK, code }, { workspace: build('v2') });
      expect(errorsOf(failed).join()).toContain('the last update of "orders" failed');
      settings.updateFailure = '';
      scene.users();
      const run = await scene.release({ ...QUICK, code }, { workspace: build('v2') });
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
    });
  });

  it('may be larger than a request, with a bucket', async () => {
    await playFleet({ failing: null }, async (scene) => {
      const { objects, world } = scene.simulator;
      objects.createBucket('code-of-shop', world.place.region);
      objects.createBucket('code-elsewhere', 'ap-south-1');
      const large = () => {
        const workspace = createWorkspace();
        const files = { 'index.js': strToU8(sourceOf('v2')), large: LARGE };
        const zip = zipSync(files, { level: 0, mtime: '2020-01-01' });
        writeFileSync(join(workspace.checkout, 'orders.zip'), zip);
        return { workspace };
      };
      const inputs = { ...QUICK, code: 'orders=orders.zip' };
      const mark = scene.mark();
      expect(errorsOf(await scene.release(inputs, large())).join()).toContain(
        'code: "orders.zip" has 51 MB as a ZIP file, and Lambda accepts at most 50 MB in a request; expected code-bucket',
      );
      const elsewhere = { ...inputs, 'code-bucket': 'code-elsewhere' };
      expect(errorsOf(await scene.release(elsewhere, large())).join()).toContain(
        'the bucket is in another Region, ap-south-1',
      );
      expect(uploadsIn(scene.calls(mark))).toEqual([]);
      scene.users();
      const run = await scene.release({ ...inputs, 'code-bucket': 'code-of-shop' }, large());
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      expect(run.log).toMatch(
        /wrote 51 MB to s3:\/\/code-of-shop\/canary-action\/[0-9a-f]{64}\.zip/,
      );
    });
  }, 120_000);
});

describe('Code of two functions of a stage', () => {
  it('is released as one, by a stage variable and by a version in the integration', async () => {
    await play({ failing: null }, async (scene) => {
      await addServices(scene, ['payments']);
      scene.users();
      const { functionName } = scene.api;
      const inputs = {
        ...QUICK,
        functions: `${functionName}, payments`,
        code: `${functionName}=dist/orders.zip\npayments=dist/payments`,
      };
      const mark = scene.mark();
      const run = await scene.release(inputs, { workspace: build('v3') });
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      expect(await scene.ask(2)).toEqual({ 'Hello from Lambda v3': 2 });
      expect(await scene.ask(2, '/payments')).toEqual({ 'Hello from Lambda v3': 2 });
      expect(uploadsIn(scene.calls(mark))).toHaveLength(2);
      const again = await scene.release(inputs, { workspace: build('v3') });
      expect(again.outputs.outcome).toBe('unchanged');
    });
  });

  it('is refused if one of them has another caller', async () => {
    await play({ failing: null }, async (scene) => {
      const FunctionName = scene.api.functionName;
      const source = { FunctionName, EventSourceArn: QUEUE, Enabled: false };
      await scene.api.clients.lambda.send(new CreateEventSourceMappingCommand(source));
      const mark = scene.mark();
      const code = `${FunctionName}=dist/orders.zip`;
      const run = await scene.release({ ...QUICK, code }, { workspace: build('v2') });
      expect(errorsOf(run).join()).toContain(`uploading the code would release "${FunctionName}"`);
      expect(uploadsIn(scene.calls(mark))).toEqual([]);
    });
  });
});

const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:orders';

describe('Code of a function that something calls without a qualifier', () => {
  const allow = ({ lambda }: FleetScene) =>
    lambda.send(
      new AddPermissionCommand({
        FunctionName: 'orders',
        StatementId: 'api',
        Action: 'lambda:InvokeFunction',
        Principal: 'apigateway.amazonaws.com',
        SourceArn: 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/*/GET/orders',
      }),
    );

  it.each<[string, (scene: FleetScene) => Promise<unknown>, string]>([
    [
      'an event source',
      ({ lambda }) =>
        lambda.send(
          new CreateEventSourceMappingCommand({
            FunctionName: 'orders',
            EventSourceArn: QUEUE,
            Enabled: false,
          }),
        ),
      `by the event source ${QUEUE}`,
    ],
    [
      'its URL',
      ({ lambda }) =>
        lambda.send(
          new CreateFunctionUrlConfigCommand({ FunctionName: 'orders', AuthType: 'AWS_IAM' }),
        ),
      'by its function URL',
    ],
    [
      'an API that called it',
      async (scene) => {
        await allow(scene);
        await callUnqualified(scene);
      },
      'by API Gateway (API a1b2c3d4e5): it has the permission, and 2 calls in the last 35 days named neither a version nor an alias',
    ],
  ])('is refused: %s', async (_, arrange, words) => {
    await playFleet({ failing: null }, async (scene) => {
      await arrange(scene);
      const mark = scene.mark();
      const inputs = { ...QUICK, code: 'orders=dist/orders.zip', 'unused-alias': 'allow' };
      for (const command of ['plan', 'rollout']) {
        const run = await scene.release({ ...inputs, command }, { workspace: build('v2') });
        expect(run.outputs.outcome).toBe('failed');
        expect(errorsOf(run).join()).toContain('uploading the code would release "orders"');
        expect(errorsOf(run).join()).toContain(words);
      }
      expect(uploadsIn(scene.calls(mark))).toEqual([]);
    });
  });

  it('is released if that was not called lately', async () => {
    await playFleet({ failing: null }, async (scene) => {
      await allow(scene);
      scene.users();
      const run = await scene.release(
        { ...QUICK, code: 'orders=dist/orders.zip', 'unused-alias': 'allow' },
        { workspace: build('v2') },
      );
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      expect(run.log).toContain('may call "orders" without a version or an alias, and did not');
    });
  });
});

async function callUnqualified({ lambda, simulator }: FleetScene): Promise<void> {
  for (let i = 0; i < 2; i++) await lambda.send(new InvokeCommand({ FunctionName: 'orders' }));
  // CloudWatch shows a call after its minute.
  await simulator.world.clock.sleep(120_000);
}

const DIGEST = 'a'.repeat(64);
const image = (digest: string) =>
  `123456789012.dkr.ecr.us-east-1.amazonaws.com/users@sha256:${digest}`;

async function createImage({ lambda }: FleetScene): Promise<void> {
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: 'users',
      Role: 'arn:aws:iam::123456789012:role/users',
      PackageType: 'Image',
      Code: { ImageUri: image('b'.repeat(64)) },
    }),
  );
  await lambda.send(new PublishVersionCommand({ FunctionName: 'users' }));
}

describe('Code that a function cannot have is refused before any change', () => {
  it.each<[string, string, string, string]>([
    ['an image for a ZIP file', 'orders', image(DIGEST), '"orders" is deployed as a ZIP file'],
    ['a ZIP file for an image', 'users', 'dist/orders.zip', '"users" is deployed as an image'],
    ['no file', 'orders', 'dist/other.zip', 'code: "dist/other.zip": there is no such file'],
    ['a path outside', 'orders', '/tmp', 'it is outside the checkout'],
    [
      'an object in another Region',
      'orders',
      's3://code-elsewhere/orders.zip#1',
      'the bucket is in another Region',
    ],
    ['no object', 'orders', 's3://code-of-shop/none.zip#1', 'there is no such object'],
    ['no version', 'orders', 's3://code-of-shop/orders.zip#1', 'the object has no such version'],
    ['no bucket', 'orders', 's3://code-of-none/orders.zip#1', 'there is no such bucket'],
  ])('%s', async (_, name, source, words) => {
    await playFleet({ failing: null }, async (scene) => {
      const { objects, world } = scene.simulator;
      objects.createBucket('code-of-shop', world.place.region);
      objects.createBucket('code-elsewhere', 'ap-south-1');
      objects.put('code-of-shop', 'orders.zip', archive({ label: 'v2' }));
      await createImage(scene);
      const mark = scene.mark();
      const run = await scene.release(
        { ...QUICK, functions: name, 'first-release': 'allow', code: `${name}=${source}` },
        { workspace: build('v2') },
      );
      expect(run.outputs.outcome).toBe('failed');
      expect(errorsOf(run).join()).toContain(words);
      expect(writesIn(scene.calls(mark)).filter((each) => each !== 'UntagResource')).toEqual([]);
    });
  });

  it('another image is released, which the simulator cannot run', async () => {
    await playFleet({ failing: null }, async (scene) => {
      await createImage(scene);
      const inputs = { ...QUICK, functions: 'users', 'first-release': 'allow' };
      const code = `users=${image(DIGEST)}`;
      const run = await scene.release({ ...inputs, code });
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      expect(await hashOf(scene.lambda, 'users', 'live')).toBe(DIGEST);
    });
  });

  it('settings that change meanwhile stop the release', async () => {
    await playFleet({ failing: null }, async (scene) => {
      let done = false;
      scene.simulator.onCall({
        before: async ({ operation, body }) => {
          if (operation !== 'UpdateFunctionCode' || done || body?.includes('DryRun')) return;
          done = true;
          const change = { FunctionName: 'orders', MemorySize: 512 };
          await scene.lambda.send(new UpdateFunctionConfigurationCommand(change));
        },
      });
      const run = await scene.release(
        { ...QUICK, code: 'orders=dist/orders.zip' },
        { workspace: build('v2') },
      );
      expect(errorsOf(run).join()).toContain('the settings of "orders" changed after preflight');
    });
  });
});
