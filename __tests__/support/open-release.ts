// The tags of a function whose release is open, without a run that began it.

import { phaseTags, recordTags } from '../../src/rollout/record.ts';
import { makeRecord } from '../unit/rollout/rollout-fixture.ts';

export const REGION = 'us-east-1';
export const ACCOUNT = '123456789012';

export const arnOf = (name: string) => `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`;

/** In its first step, begun that many seconds before now. */
export function openReleaseTags(
  name: string,
  nowMs: number,
  ago: number,
  more: Parameters<typeof makeRecord>[0] = {},
) {
  const startedAt = Math.floor(nowMs / 1000) - ago;
  const record = makeRecord({
    ...{ startedAt, on: arnOf(name), functions: [{ name, from: '1', to: '2' }] },
    target: { kind: 'alias', aliases: { [name]: 'live' } } as never,
    ...more,
  });
  const phase = { kind: 'step', index: 0, since: startedAt } as const;
  const rollout = { record, phase, stepStartTimes: [], canaryDeploymentId: undefined };
  return { ...recordTags(record, phase), ...phaseTags(rollout, phase) };
}
