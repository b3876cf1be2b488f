// The tags of ours after each change of them, in words that are the same in every run.

import { ListTagsCommand } from '@aws-sdk/client-lambda';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import type { FleetScene } from './fleet-scene.ts';
import type { Tags } from './formats.ts';
import type { Scene } from './rollout.ts';

/** Of a stage that has none yet. Grows while the scene goes on; a state that says the same as the one before is left out. */
export function followStage(scene: Scene): readonly string[] {
  return follow(scene.simulator, async () => describe((await scene.api.stage()).tags ?? {}), '');
}

/** The same of every function of a rollout, as `carts: …; orders: …`. */
export function followFunctions(scene: FleetScene): readonly string[] {
  const { region, account } = scene.simulator.world.place;
  const read = async (name: string) => {
    const Resource = `arn:aws:lambda:${region}:${account}:function:${name}`;
    const { Tags = {} } = await scene.lambda.send(new ListTagsCommand({ Resource }));
    return `${name}: ${describe(Tags)}`;
  };
  return follow(
    scene.simulator,
    async () => (await Promise.all(scene.names.map(read))).join('; '),
    scene.names.map((name) => `${name}: ${describe({})}`).join('; '),
  );
}

function follow(
  simulator: Scene['simulator'],
  read: () => Promise<string>,
  nothing: string,
): readonly string[] {
  const states: string[] = [];
  const changes = ({ operation = '', status }: CallRecord) =>
    status !== null && status < 300 && ['TagResource', 'UntagResource'].includes(operation);
  simulator.onCall({
    after: async (call) => {
      if (!changes(call)) return;
      const state = await read();
      if (state !== (states.at(-1) ?? nothing)) states.push(state);
    },
  });
  return states;
}

const PREFIX = 'canary-action:';

/** `phase=step/0/TIME record rollout=RUN.JOB`, in the alphabet's order; empty: there is none. */
function describe(tags: Tags): string {
  const own = Object.entries(tags)
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([key, value]) => [key.slice(PREFIX.length), value] as const);
  const parts = own.filter(([key]) => key.startsWith('record.'));
  const words = own
    .filter(([key]) => !key.startsWith('record.'))
    .map(([key, value]) => `${key}=${withoutChance(key, value)}`);
  return [
    ...words,
    ...(parts.length > 0
      ? [isWhole(parts.map(([key]) => key)) ? 'record' : 'a part of the record']
      : []),
  ]
    .sort()
    .join(' ');
}

/** Whether all parts are there: `record.1-2` and `record.2-2`. */
function isWhole(keys: readonly string[]): boolean {
  return keys.every((_, i) => keys.includes(`record.${i + 1}-${keys.length}`));
}

function withoutChance(key: string, value: string): string {
  if (key === 'canary') return 'DEPLOYMENT';
  if (key === 'shifts') return value.replace(/[0-9a-z]+/g, 'SECONDS');
  return value
    .replace(/octo-org\/orders\/actions\/runs\/\d+\/attempts\/1/, 'RUN')
    .replace(/\.[0-9a-f]{12}\b/, '.JOB')
    .replace(/\/\d{10}\b/, '/TIME')
    .replace(/^\d{10}\//, 'TIME/')
    .replace(/\/of\/[0-9a-f]{8}$/, '/of/TARGET');
}
