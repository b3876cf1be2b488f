// Asks for the gates before the rollout goes further, and while it waits at one: a step costs no call before it is over.

import { whenAborted } from '../base/time.ts';
import { capitalize } from '../report/format.ts';
import { gateNote } from '../report/gate-text.ts';
import { decide } from '../rollout/decide.ts';
import { type Decision, goesOn } from '../rollout/decision.ts';
import type { Gate } from '../rollout/gate.ts';
import type { DecisionInput } from '../rollout/situation.ts';
import type { LoopContext, Snapshot } from './context.ts';

export interface GateKeeper {
  /** The decision with all gates that it depends on. */
  decide(input: DecisionInput, snapshot: Snapshot): Promise<Decision>;
}

export function createGateKeeper(loop: LoopContext): GateKeeper {
  let gates: readonly Gate[] = [];
  const announce = createAnnouncer(loop);
  return {
    decide: async (input, snapshot) => {
      const free = decide(input);
      if (!goesOn(free) && gates.length === 0) return free;
      const { cancelled } = loop.host;
      const read = await Promise.race([loop.gates.read(), whenAborted(cancelled)]);
      // The rollback is the next call.
      if (read === 'aborted') return decide({ ...input, cancelled: true });
      gates = read;
      const decision = decide({ ...input, gates: [...input.gates, ...gates] });
      announce(decision, snapshot);
      return decision;
    },
  };
}

/** Tells users once what the rollout waits for, and once that it goes on. */
function createAnnouncer({
  host,
  recorder,
  progress,
  drive,
}: LoopContext): (decision: Decision, snapshot: Snapshot) => void {
  let waits: Gate['kind'] | undefined;
  return (decision, snapshot) => {
    const gate = decision.kind === 'wait' ? decision.gate : undefined;
    if (gate?.kind === waits || !(gate || goesOn(decision))) return;
    waits = gate?.kind;
    recorder.recordGate(gate);
    if (gate) host.log.warning(capitalize(gateNote(gate)));
    else host.log.line(capitalize(gateNote(gate)));
    progress(snapshot, drive.notes);
  };
}
