// Resource policies as whole documents: what they allow, and above all what they deny.

import {
  AddPermissionCommand,
  GetPolicyCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
  PutResourcePolicyCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { errorsOf, play, readReport, type Scene, writesIn } from '../support/rollout.ts';
import type { Variables } from '../support/runner-environment.ts';

const QUICK = { steps: '50%/1m', 'bake-time': '0s', analysis: 'off' };
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:hello';

const gateway = (more: object) => ({
  Principal: { Service: 'apigateway.amazonaws.com' },
  Action: 'lambda:InvokeFunction',
  ...more,
});

/** Replaces the policy of the function, or of one of its versions. */
async function put({ api }: Scene, arn: string, ...statements: object[]): Promise<void> {
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  await api.clients.lambda.send(new PutResourcePolicyCommand({ ResourceArn: arn, Policy }));
}

async function versionsOf({ api: { clients } }: Scene): Promise<number> {
  const listed = await clients.lambda.send(
    new ListVersionsByFunctionCommand({ FunctionName: 'hello' }),
  );
  return listed.Versions?.length ?? 0;
}

/** Plan and rollout refuse it alike, and nothing was written. */
async function refused(scene: Scene, inputs: Variables): Promise<string> {
  const mark = scene.mark();
  const versions = await versionsOf(scene);
  const plan = await scene.release({ ...QUICK, ...inputs, command: 'plan' });
  const run = await scene.release({ ...QUICK, ...inputs });
  expect([plan.outputs.outcome, run.outputs.outcome]).toEqual(['failed', 'failed']);
  expect(writesIn(scene.calls(mark)).filter((name) => name !== 'UntagResource')).toEqual([]);
  expect(await versionsOf(scene)).toBe(versions);
  expect(readReport(plan).problems).toEqual(readReport(run).problems);
  return errorsOf(run).join('\n');
}

const ALLOW_ALL = gateway({ Sid: 'All', Effect: 'Allow', Resource: [FUNCTION, `${FUNCTION}:*`] });

describe('a policy of the whole function', () => {
  it('that denies new versions refuses the release, whatever else allows them', async () => {
    await play({}, async (scene) => {
      const Condition = {
        ArnLike: { 'aws:SourceArn': `arn:aws:execute-api:*:*:${scene.api.restApiId}/*` },
        StringEquals: { 'aws:SourceAccount': '123456789012' },
      };
      const frozen = { Sid: 'Frozen', Effect: 'Deny', Resource: `${FUNCTION}:*`, Condition };
      await put(scene, FUNCTION, ALLOW_ALL, gateway(frozen));
      for (const how of ['grant', 'check']) {
        expect(await refused(scene, { 'invoke-permission': how })).toContain(
          'a resource policy keeps API Gateway from invoking a new version of "hello"',
        );
      }
      expect(await refused(scene, {})).toContain('the statement "Frozen" denies it');
    });
  });

  it('that allows all versions is permission enough, with nothing granted', async () => {
    await play({}, async (scene) => {
      await put(scene, FUNCTION, ALLOW_ALL);
      scene.users();
      const mark = scene.mark();
      const run = await scene.release({ ...QUICK, 'invoke-permission': 'check' });
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      expect(writesIn(scene.calls(mark))).not.toContain('AddPermission');
      expect(await scene.ask(5)).toEqual({ 'Hello from Lambda v2': 5 });
    });
  });

  it('that denies only calls without TLS is no obstacle, for no service makes them', async () => {
    await play({}, async (scene) => {
      const Condition = { Bool: { 'aws:SecureTransport': 'false' } };
      const denial = { Sid: 'TlsOnly', Effect: 'Deny', Principal: '*', Action: 'lambda:*' };
      await put(scene, FUNCTION, ALLOW_ALL, { ...denial, Resource: '*', Condition });
      scene.users();
      const run = await scene.release(QUICK);
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      expect(await scene.ask(5)).toEqual({ 'Hello from Lambda v2': 5 });
    });
  });

  it('that may not be read is named, and the release goes on', async () => {
    await play({}, async (scene) => {
      scene.simulator.policy.set([
        { Effect: 'Allow', Action: ['*'], Resource: ['*'] },
        { Effect: 'Deny', Action: ['lambda:GetResourcePolicy'], Resource: ['*'] },
      ]);
      scene.users();
      const run = await scene.release(QUICK);
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      expect(readReport(run).notes.join('\n')).toContain(
        'the role has no lambda:GetResourcePolicy',
      );
    });
  });
});

describe('the policy of a version', () => {
  it.each<[string, object]>([
    ['denies the call', gateway({ Sid: 'No', Effect: 'Deny', Resource: '*' })],
    [
      'denies it for other sources',
      gateway({
        Sid: 'No',
        Effect: 'Deny',
        Resource: '*',
        Condition: { ArnNotLike: { 'aws:SourceArn': 'arn:aws:execute-api:*:*:other/*' } },
      }),
    ],
  ])('that %s refuses the release, next to one that allows it', async (_, denial) => {
    await play({}, async (scene) => {
      const { Version = '' } = await scene.api.clients.lambda.send(
        new PublishVersionCommand({ FunctionName: 'hello' }),
      );
      const allow = gateway({ Sid: 'Yes', Effect: 'Allow', Resource: `${FUNCTION}:${Version}` });
      await put(scene, `${FUNCTION}:${Version}`, allow, denial);
      for (const how of ['grant', 'check']) {
        expect(await refused(scene, { version: Version, 'invoke-permission': how })).toContain(
          'the statement "No" denies it',
        );
      }
    });
  });

  it('that names another version in its Resource gets a permission of its own', async () => {
    await play({}, async (scene) => {
      const { lambda } = scene.api.clients;
      const { Version = '' } = await lambda.send(
        new PublishVersionCommand({ FunctionName: 'hello' }),
      );
      const arn = `${FUNCTION}:${Version}`;
      await put(scene, arn, gateway({ Effect: 'Allow', Resource: `${FUNCTION}:1` }));
      expect(await refused(scene, { version: Version, 'invoke-permission': 'check' })).toContain(
        `no permission to invoke version ${Version} of "hello"`,
      );
      scene.users();
      const run = await scene.release({ ...QUICK, version: Version });
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      const { Policy = '' } = await lambda.send(
        new GetPolicyCommand({ FunctionName: 'hello', Qualifier: Version }),
      );
      expect(Policy).toContain(`"Resource":"${arn}"`);
    });
  });
});

describe('keep-versions', () => {
  it.each<[string, object, boolean]>([
    ['lets an account call every version', { Resource: `${FUNCTION}:*` }, false],
    ['lets it call the function alone', { Resource: FUNCTION }, true],
  ])('where the policy of the function %s', async (_, more, deletes) => {
    await play({}, async (scene) => {
      const { lambda } = scene.api.clients;
      for (const Description of ['two', 'three', 'four']) {
        await lambda.send(
          new UpdateFunctionConfigurationCommand({ FunctionName: 'hello', Description }),
        );
        await lambda.send(new PublishVersionCommand({ FunctionName: 'hello' }));
      }
      await lambda.send(
        new AddPermissionCommand({
          FunctionName: 'hello',
          StatementId: 'other',
          Action: 'lambda:InvokeFunction',
          Principal: '210987654321',
        }),
      );
      const account = { AWS: 'arn:aws:iam::210987654321:root' };
      await put(scene, FUNCTION, gateway({ Effect: 'Allow', Principal: account, ...more }));
      const inputs = { ...QUICK, version: '4', 'keep-versions': '1' };
      const plan = await scene.release({ ...inputs, command: 'plan' });
      expect(plan.outputs.outcome).toBe('planned');
      const kept = 'version 2 of "hello" is kept: a policy lets something else call it';
      expect(plan.summary.includes(kept)).toBe(!deletes);
    });
  });
});
