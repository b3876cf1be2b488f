// The rollouts into which faults are injected, call by call.

import { openAliasWorld } from './worlds/alias-world.ts';
import { openStageWorld } from './worlds/stage-world.ts';
import type { World } from './worlds/world.ts';

export interface Scenario {
  readonly name: string;
  /** The new version fails, so the release must be rolled back. */
  readonly failing: boolean;
  /** @param rate simulated seconds per real second */
  open(rate: number): Promise<World>;
}

const TEN = Array.from({ length: 10 }, (_, i) => `orders-${i}`);

type Open = (options: { readonly rate: number; readonly failing: boolean }) => Promise<World>;

const WORLDS: Readonly<Record<string, Open>> = {
  'stage-variable': (options) => openStageWorld('variable', options),
  'stage-pinned': (options) => openStageWorld('pinned', options),
  alias: (options) => openAliasWorld(['orders'], options),
  'ten-functions': (options) => openAliasWorld(TEN, options),
};

export const SCENARIOS: readonly Scenario[] = Object.entries(WORLDS).flatMap(([world, open]) =>
  [false, true].map((failing) => ({
    name: failing ? `${world}-failing` : world,
    failing,
    open: (rate: number) => open({ rate, failing }),
  })),
);
