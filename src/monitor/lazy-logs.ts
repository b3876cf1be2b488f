// Loads the code that reads logs only once traffic is split.

import type { StoredRollout } from '../rollout/record.ts';
import type { LogEvidence } from './log-evidence.ts';

/** @param load is called once */
export function lazyLogs(load: () => Promise<LogEvidence>): LogEvidence {
  let loading: Promise<LogEvidence> | undefined;
  let loaded: LogEvidence | undefined;
  return {
    poll: async (rollout, now) => {
      if (!isSplit(rollout)) return Number.POSITIVE_INFINITY;
      loading ??= load();
      loaded = await loading;
      return loaded.poll(rollout, now);
    },
    reading: () => loaded?.reading() ?? { kind: 'off' },
  };
}

/** A step sends traffic to both versions, also that of a bake in which the previous version keeps a share. */
function isSplit({ phase }: StoredRollout): boolean {
  return phase.kind === 'step';
}
