// Reads the traffic state and the stored state of a stage.

import type { StageState } from '../../aws/rest-api-model.ts';
import type { StoredState } from '../../rollout/record.ts';
import type { TrafficState } from '../../rollout/traffic-state.ts';
import type { TargetReads } from '../target.ts';
import type { StageBound } from './stage-context.ts';
import { proveStage } from './stage-proof.ts';
import { trafficStateOf } from './stage-state.ts';
import { storedStateOf } from './stage-store.ts';

export function readings({ api, trust, functions, seen }: StageBound): TargetReads {
  return {
    observe: async () => {
      const { state, tags, accessLog = 'none' } = await api.readStage();
      seen.accessLog = accessLog;
      const stored = await trust.vet(storedStateOf(api, tags), (storedRollout) =>
        proveStage({ api, functions }, storedRollout, state),
      );
      seen.trafficState = trafficIn(stored, state);
      return { stored, trafficState: seen.trafficState };
    },
    readTraffic: async (rollout) => trafficStateOf((await api.readStage()).state, rollout),
  };
}

function trafficIn(stored: StoredState, state: StageState): TrafficState | undefined {
  return stored.kind === 'rollout' ? trafficStateOf(state, stored.storedRollout) : undefined;
}
