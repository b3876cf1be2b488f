// A clock that a run shares with the simulator, so that both can be put forward while it runs.

import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, clockVariable } from '../../simulator/clock.ts';
import type { Variables } from './runner-environment.ts';
import type { Workspace } from './workspace.ts';

export interface SharedClock {
  /** For the environment of the run. */
  readonly env: Variables;
  /** @param ms simulated milliseconds */
  forward(ms: number): void;
}

export function shareClock(clock: Clock, workspace: Workspace): SharedClock {
  const file = join(workspace.temp, 'clock');
  const tell = () => {
    writeFileSync(`${file}.next`, clockVariable(clock.settings));
    renameSync(`${file}.next`, file);
  };
  tell();
  return {
    env: { CANARY_CLOCK: clockVariable(clock.settings), CANARY_CLOCK_FILE: file },
    forward: (ms) => {
      clock.forward(ms);
      tell();
    },
  };
}
