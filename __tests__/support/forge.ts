// Somebody who may write tags and nothing else: a record of a rollout that never was, with a good checksum.

import { TagResourceCommand as TagStage } from '@aws-sdk/client-api-gateway';
import { TagResourceCommand as TagFunction } from '@aws-sdk/client-lambda';
import { formatPhase, type Phase } from '../../src/rollout/phase.ts';
import type { RolloutRecord } from '../../src/rollout/record.ts';
import { sealText } from '../../src/rollout/record-text.ts';
import type { TargetRecord } from '../../src/rollout/target-record.ts';
import type { FleetScene } from './fleet-scene.ts';
import type { Scene } from './rollout.ts';

export interface Forged {
  readonly record: unknown;
  readonly phase?: Phase;
  /** The deployment that is said to be the canary's. */
  readonly canary?: string;
}

/** A record that is well formed, of a rollout whose plan is the tests' short one. */
export function forgedRecord(
  functions: RolloutRecord['functions'],
  target: TargetRecord,
): RolloutRecord {
  return {
    id: { repository: 'octo-org/orders', runId: '6000000001', attempt: '1' },
    startedAt: 1_800_000_000,
    plan: {
      steps: [{ weight: 50, holdSeconds: 120 }],
      advance: { kind: 'time', maxSeconds: undefined },
      bakeSeconds: 0,
    },
    longestAnswerSeconds: 29,
    functions,
    target,
  };
}

export function forgedTags({
  record,
  phase = { kind: 'baking', since: 1_800_000_300 },
  canary,
}: Forged): Record<string, string> {
  const chunks = sealText(JSON.stringify({ v: 1, ...(record as object) })).match(/.{1,256}/g) ?? [];
  const numbered = chunks.map((chunk, i) => [
    `canary-action:record.${i + 1}-${chunks.length}`,
    chunk,
  ]);
  return {
    'canary-action:rollout': 'octo-org/orders/actions/runs/6000000001/attempts/1',
    'canary-action:phase': formatPhase(phase),
    ...(canary !== undefined && { 'canary-action:canary': canary }),
    ...Object.fromEntries(numbered),
  };
}

export async function tagStage(
  { api, simulator }: Scene,
  tags: Record<string, string>,
): Promise<void> {
  const { region } = simulator.world.place;
  const resourceArn = `arn:aws:apigateway:${region}::/restapis/${api.restApiId}/stages/${api.stageName}`;
  await api.clients.apiGateway.send(new TagStage({ resourceArn, tags }));
}

export async function tagFunction(
  { lambda, simulator }: FleetScene,
  name: string,
  tags: Record<string, string>,
): Promise<void> {
  const { region, account } = simulator.world.place;
  const Resource = `arn:aws:lambda:${region}:${account}:function:${name}`;
  await lambda.send(new TagFunction({ Resource, Tags: tags }));
}
