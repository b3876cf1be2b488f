// If the previous version or its alias has provisioned concurrency, the new version gets the same amount before it
// receives traffic. What only the losing side needed is deallocated when the rollout is over.

import type { Provisioned } from '../../aws/provisioned.ts';
import { formatDuration } from '../../base/duration.ts';
import { KnownError } from '../../base/errors.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import { forEvery, mapAll } from '../concurrency.ts';
import type { PrepareServices, ServedSide } from '../target.ts';

/** Environments that the rollout allocated, by function name. */
export type WarmUps = Readonly<Record<string, number>>;

/**
 * The provisioned concurrency that the new versions lack compared with the previous ones. Changes nothing.
 *
 * @param kept the aliases that have their own, by function name
 */
export async function findWarmUps(
  provisioned: Provisioned,
  changes: readonly FunctionChange[],
  kept: ReadonlyMap<string, string> = new Map(),
): Promise<WarmUps> {
  const moving = changes.filter(({ from, to }) => from !== to);
  const found = await mapAll(moving, async ({ name, from, to }) => {
    const before = await provisioned.read(name, kept.get(name) ?? from);
    // What exists already was not allocated by this rollout, and is kept whatever the outcome.
    const there = before && (await provisioned.read(name, to));
    return before && !there ? [[name, before.requested] as const] : [];
  });
  return Object.fromEntries(found.flat());
}

/** Lambda allocates within minutes. For a version that cannot start, it fails or keeps retrying. */
export const WARM_UP_LIMIT_SECONDS = 900;
export const POLL_SECONDS = 5;

/** Requests the environments and waits until they are ready. Throws if they do not become ready. */
export async function warmUpVersions(
  provisioned: Pick<Provisioned, 'read' | 'request'>,
  changes: readonly FunctionChange[],
  warmUps: WarmUps,
  waiting: PrepareServices,
): Promise<void> {
  const asked = changes.filter(({ name }) => Object.hasOwn(warmUps, name));
  await mapAll(asked, async ({ name, to }) => {
    const count = warmUps[name] ?? 0;
    const [some, are] = count === 1 ? ['1 environment', 'is'] : [`${count} environments`, 'are'];
    await provisioned.request(name, to, count);
    waiting.say(`${name}: ${some} ${are} being prepared for version ${to}`);
    await untilReady(provisioned, name, to, waiting);
    waiting.say(`${name}: ${some} of version ${to} ${are} ready`);
  });
}

async function untilReady(
  provisioned: Pick<Provisioned, 'read'>,
  name: string,
  version: string,
  { pause, stopped }: PrepareServices,
): Promise<void> {
  for (let waited = 0; waited <= WARM_UP_LIMIT_SECONDS; waited += POLL_SECONDS) {
    const { status, reason } = (await provisioned.read(name, version)) ?? GONE;
    if (status === 'READY') return;
    if (status === 'FAILED') {
      throw new KnownError(
        `the provisioned concurrency of version ${version} of "${name}" failed (${reason || 'Lambda gives no reason'}), so the version does not start`,
      );
    }
    if (stopped()) throw new KnownError('cancelled while environments were being prepared');
    await pause(POLL_SECONDS);
  }
  throw new KnownError(
    `the provisioned concurrency of version ${version} of "${name}" was not ready within ${formatDuration(WARM_UP_LIMIT_SECONDS)}`,
  );
}

const GONE = { status: 'FAILED', reason: 'someone removed it' } as const;

/** What a rollout has allocated. */
export interface WarmedUp {
  readonly warmed?: WarmUps;
  /** Functions whose alias has its own, so nothing remains on the previous version. */
  readonly kept?: readonly string[];
}

export interface Deallocation {
  readonly provisioned: Pick<Provisioned<'rollback'>, 'mode' | 'remove'>;
  /** Whether the version is in use for another reason. */
  readonly isNeeded: (functionName: string, version: string) => Promise<boolean>;
}

/**
 * Deallocates what the losing side has, unless that version is still needed.
 *
 * @param served which side has all the traffic now
 */
export async function deallocate(
  { provisioned, isNeeded }: Deallocation,
  functions: readonly FunctionChange[],
  { warmed = {}, kept = [] }: WarmedUp,
  served: ServedSide,
): Promise<void> {
  const asked = functions.filter(
    ({ name }) => Object.hasOwn(warmed, name) && !(served === 'new' && kept.includes(name)),
  );
  await forEvery(asked, async ({ name, from, to }) => {
    const left = served === 'new' ? from : to;
    if (!(await isNeeded(name, left))) await provisioned.remove(name, left);
  });
}
