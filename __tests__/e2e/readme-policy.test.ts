// The policy that the README gives is enough for a whole release, and no statement of it is idle.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { Statement } from '../../simulator/front/policy.ts';
import { errorsOf, play, type Scene, writesIn } from '../support/rollout.ts';

const README = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
const [, POLICY = '{}'] = /```json\n(\{\s+"Version"[\s\S]*?)```/.exec(README) ?? [];

interface Written {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

const sids = (JSON.parse(POLICY) as { Statement: Written[] }).Statement.map(({ Sid }) => Sid);

/** The policy for this account, less one statement; the simulator's IAM knows no conditions. */
function policyFor({ simulator, api }: Scene, without?: string): readonly Statement[] {
  const { region, account } = simulator.world.place;
  const filled = POLICY.replaceAll('REGION', region)
    .replaceAll('ACCOUNT', account)
    .replaceAll(/\bAPI\b|(?<=%2F)API(?=%2F)/g, api.restApiId)
    .replaceAll('STAGE', api.stageName)
    .replaceAll('FUNCTION', api.functionName);
  const { Statement: written } = JSON.parse(filled) as { Statement: Written[] };
  return written
    .filter(({ Sid }) => Sid !== without)
    .map(({ Effect, Action, Resource }) => ({
      Effect,
      Action: [Action].flat(),
      Resource: [Resource].flat(),
    }));
}

describe('the policy in the README', () => {
  it('is enough to release a pinned version, grant included, and to end without a trace', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      scene.users();
      scene.simulator.policy.set(policyFor(scene));
      const { outputs, exitCode } = await scene.release();
      expect(outputs).toMatchObject({ outcome: 'promoted', versions: '{"hello":"2"}' });
      expect(exitCode).toBe(0);
      scene.simulator.policy.set(undefined);
      expect(await scene.stage()).not.toHaveProperty('tags');
    });
  });

  it.each(sids)('is refused in preflight without its statement %s', async (sid) => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const mark = scene.mark();
      scene.simulator.policy.set(policyFor(scene, sid));
      const result = await scene.release();
      expect(result.outputs.outcome).toBe('failed');
      expect(errorsOf(result).join('\n')).toMatch(/AWS denies (apigateway|lambda|cloudwatch):/);
      expect(writesIn(scene.calls(mark)).filter((name) => name !== 'UntagResource')).toEqual([]);
    });
  });
});
