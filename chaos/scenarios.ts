// The rollouts into which faults are injected, call by call.

import { INTERRUPTING, REFUSING, UNREADABLE } from './faults.ts';
import { openAliasWorld } from './worlds/alias-world.ts';
import { openStageWorld } from './worlds/stage-world.ts';
import type { World, WorldOptions } from './worlds/world.ts';

export interface Scenario {
  readonly name: string;
  /** The new version fails, so the release must be rolled back. */
  readonly failing: boolean;
  /** Only the faults of these names, and not in a soak: it is long, and made for them. */
  readonly only?: readonly string[];
  open(): Promise<World>;
}

const TEN = Array.from({ length: 10 }, (_, i) => `orders-${i}`);

type Open = (options: WorldOptions) => Promise<World>;

const WORLDS: Readonly<Record<string, Open>> = {
  'stage-variable': (options) => openStageWorld('variable', options),
  'stage-pinned': (options) => openStageWorld('pinned', options),
  'stage-definition': (options) => openStageWorld('variable', { ...options, imports: true }),
  alias: (options) => openAliasWorld(['orders'], options),
  'ten-functions': (options) => openAliasWorld(TEN, options),
};

/** The rollouts that are decided by an alarm. */
export const SCENARIOS: readonly Scenario[] = Object.entries(WORLDS).flatMap(([name, open]) =>
  withAndWithout(name, open),
);

/** Those that are decided by their counts. */
export const JUDGED_SCENARIOS: readonly Scenario[] = withAndWithout(
  'stage-judged',
  (options) => openStageWorld('variable', { ...options, judged: true }),
  { only: UNREADABLE },
);

/** Those of which logs show within seconds how they go. */
export const LOGGED_SCENARIOS: readonly Scenario[] = withAndWithout(
  'stage-logged',
  (options) => openStageWorld('variable', { ...options, judged: true, logged: true }),
  { only: [...UNREADABLE, ...REFUSING] },
);

/** Those whose bake comes before the promotion: what can be found half done in between. */
export const HELD_SCENARIOS: readonly Scenario[] = withAndWithout(
  'stage-held',
  (options) => openStageWorld('variable', { ...options, held: true }),
  { only: INTERRUPTING },
);

/** Those with smoke checks, for which stages are made and removed. */
export const CHECKED_SCENARIOS: readonly Scenario[] = [
  ...withAndWithout(
    'stage-checked',
    (options) => openStageWorld('variable', { ...options, checked: true }),
    { only: INTERRUPTING },
  ),
  ...withAndWithout(
    'stage-lent',
    (options) => openStageWorld('variable', { ...options, lent: true }),
    { only: INTERRUPTING },
  ),
  ...withAndWithout(
    'alias-checked',
    (options) => openAliasWorld(['orders'], { ...options, checked: true }),
    { only: INTERRUPTING },
  ),
];

/** Those that people approve: a job each, and in between nothing but what AWS stores. */
export const APPROVED_SCENARIOS: readonly Scenario[] = [
  ...withAndWithout(
    'stage-approved',
    (options) => openStageWorld('variable', { ...options, approved: true }),
    { only: INTERRUPTING },
  ),
  ...withAndWithout(
    'alias-approved',
    (options) => openAliasWorld(['orders'], { ...options, approved: true }),
    { only: INTERRUPTING },
  ),
];

/** Those that send probes, for which stages are made and removed. */
export const PROBED_SCENARIOS: readonly Scenario[] = [
  ...withAndWithout(
    'stage-probed',
    (options) => openStageWorld('variable', { ...options, probed: true }),
    { only: INTERRUPTING },
  ),
  ...withAndWithout(
    'alias-probed',
    (options) => openAliasWorld(['orders'], { ...options, probed: true }),
    { only: INTERRUPTING },
  ),
];

/** Those that ask a switch before each shift, and find their alarm by its tag. */
export const GATED_SCENARIOS: readonly Scenario[] = withAndWithout(
  'stage-gated',
  (options) => openStageWorld('variable', { ...options, gated: true }),
  { only: REFUSING },
);

export const ALL_SCENARIOS: readonly Scenario[] = [
  ...SCENARIOS,
  ...JUDGED_SCENARIOS,
  ...LOGGED_SCENARIOS,
  ...HELD_SCENARIOS,
  ...CHECKED_SCENARIOS,
  ...GATED_SCENARIOS,
  ...APPROVED_SCENARIOS,
  ...PROBED_SCENARIOS,
];

function withAndWithout(
  name: string,
  open: Open,
  parts: Pick<Scenario, 'only'> = {},
): readonly Scenario[] {
  return [false, true].map((failing) => ({
    ...parts,
    name: failing ? `${name}-failing` : name,
    failing,
    open: () => open({ failing }),
  }));
}
