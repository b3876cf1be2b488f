// What keeps logs from being used: named before anything is changed, with the one thing to change.

import { UpdateAccountCommand } from '@aws-sdk/client-api-gateway';
import { UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { logsClient } from '../component/simulator/logs/client.ts';
import { type AccessLog, FORMAT, GROUP, logTo } from '../support/access-log.ts';
import { playFleet } from '../support/fleet-scene.ts';
import { errorsOf, patchesIn, play, readReport, type Scene } from '../support/rollout.ts';

const REQUEST = '$context.requestId $context.status';
const group = (account: string, region = 'us-east-1') =>
  `arn:aws:logs:${region}:${account}:log-group:${GROUP}`;

/** What is wrong with the access log, and what the plan says about it. */
const CASES: readonly (readonly [string, AccessLog, RegExp])[] = [
  [
    'a format without the status',
    { format: '$context.requestId $context.httpMethod' },
    /does not contain \$context\.status, so errors cannot be told from successes\. Change it to: \$context\.requestId \$context\.httpMethod \$context\.status/,
  ],
  [
    'two variables with nothing between them',
    { format: `${REQUEST}$context.httpMethod` },
    /has nothing between \$context\.status and \$context\.httpMethod.*Change it to: \$context\.requestId \$context\.status \$context\.httpMethod/,
  ],
  [
    'entities of XML',
    { format: '&lt;r id=&quot;$context.requestId&quot; status=&quot;$context.status&quot;/&gt;' },
    /contains the entity &lt;.*Change it to: <r id="\$context\.requestId" status="\$context\.status"\/>/,
  ],
  [
    'a Firehose stream',
    {
      destinationArn:
        'arn:aws:firehose:us-east-1:123456789012:deliverystream/amazon-apigateway-orders',
    },
    /goes to the Firehose stream arn:aws:firehose:.*expected a log group/,
  ],
  [
    'a group of another account',
    { destinationArn: group('999999999999') },
    /the log group "\/api\/hello" of the account 999999999999.*expected a log group of the account 123456789012/,
  ],
  [
    'a group in another Region',
    { destinationArn: group('123456789012', 'eu-west-1') },
    /the log group "\/api\/hello" in eu-west-1; expected a log group in us-east-1/,
  ],
];

async function planOf(scene: Scene, inputs: Readonly<Record<string, string>> = {}) {
  const { notes } = readReport(await scene.release({ command: 'plan', ...inputs }));
  return notes.filter((note) => /logs/i.test(note) && !note.startsWith('cost:'));
}

describe('A plan for a stage', () => {
  it('says in one note why logs are not used, and with logs: required stops', async () => {
    await play({ failing: null }, async (scene) => {
      await scene.api.upload({ label: 'v2' });
      await scene.ask(1);
      expect(await planOf(scene)).toEqual([
        expect.stringMatching(/^Logs are not used: the stage has no access log; /),
      ]);
      for (const [, log, words] of CASES) {
        await logTo(scene, log);
        await scene.ask(1);
        expect(await planOf(scene)).toEqual([expect.stringMatching(words)]);
      }
      const run = await scene.release({ logs: 'required' });
      expect(run.outputs.outcome).toBe('failed');
      expect(errorsOf(run).join('\n')).toMatch(/logs: the access log goes to the log group/);
      expect(patchesIn(scene.calls()).filter((patch) => patch.includes('canarySettings'))).toEqual(
        [],
      );
    });
  });

  it('names a missing role, a class that cannot be read, and what the role may not do', async () => {
    await play({}, async (scene) => {
      const { simulator, api } = scene;
      await logTo(scene);
      await scene.ask(3);
      expect(await planOf(scene)).toEqual([]);
      const none = { op: 'replace', path: '/cloudwatchRoleArn', value: '' } as const;
      await api.clients.apiGateway.send(new UpdateAccountCommand({ patchOperations: [none] }));
      expect(await planOf(scene)).toEqual([
        expect.stringMatching(/API Gateway has no role to write logs with in this Region/),
      ]);
      await logTo(scene);
      const all = { Effect: 'Allow', Action: ['*'], Resource: ['*'] } as const;
      simulator.policy.set([all, { ...all, Effect: 'Deny', Action: ['logs:FilterLogEvents'] }]);
      expect(await planOf(scene)).toEqual([
        expect.stringMatching(
          /AWS denies logs:FilterLogEvents on arn:aws:logs:us-east-1:123456789012:log-group:\/api\/hello:/,
        ),
      ]);
      simulator.policy.set(undefined);
      const logs = logsClient(simulator);
      await logs.call('CreateLogGroup', {
        logGroupName: '/api/rare',
        logGroupClass: 'INFREQUENT_ACCESS',
      });
      await logTo(scene, {
        format: FORMAT,
        destinationArn: 'arn:aws:logs:us-east-1:123456789012:log-group:/api/rare',
      });
      expect(await planOf(scene)).toEqual([
        expect.stringMatching(/the log group "\/api\/rare" has the class INFREQUENT_ACCESS/),
      ]);
    });
  });

  it('says what reading logs costs, and what the format could say in addition', async () => {
    await play({}, async (scene) => {
      await logTo(scene, { format: REQUEST });
      await scene.ask(3);
      const run = await scene.release({ command: 'plan' });
      const { notes, policy } = readReport(run);
      expect(notes).toContainEqual(
        expect.stringMatching(
          /^logs: the format of the access log does not contain \$context\.httpMethod and \$context\.resourcePath, so the report cannot name routes.*\$context\.resourcePath/,
        ),
      );
      expect(notes).toContainEqual(
        expect.stringMatching(
          /^cost: about \d+ calls of FilterLogEvents to read logs, at most 2 of the 25 a second .*USD/,
        ),
      );
      expect(policy).toContain('logs:FilterLogEvents');
      const off = readReport(await scene.release({ command: 'plan', logs: 'off' }));
      expect(JSON.stringify([off.notes, off.policy])).not.toMatch(/logs/i);
    });
  });
});

describe('A plan for an alias', () => {
  it('names a level that hides successes', async () => {
    await playFleet({}, async (scene) => {
      await scene.lambda.send(
        new UpdateFunctionConfigurationCommand({
          FunctionName: 'orders',
          LoggingConfig: { LogFormat: 'JSON', SystemLogLevel: 'WARN' },
        }),
      );
      const { notes } = readReport(await scene.release({ command: 'plan' }));
      expect(notes).toContainEqual(
        expect.stringMatching(
          /^Logs are not used: the function "orders" writes no line for an invocation that succeeds \(its system log level is WARN\); set the system log level to INFO/,
        ),
      );
    });
  });
});
