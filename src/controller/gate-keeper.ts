// Asks for the gates before the rollout goes further, and while it waits at one: a step costs no call before it is over.

import { whenAborted } from '../base/time.ts';
import { gateText } from '../report/gate-text.ts';
import { type DecisionInput, decide } from '../rollout/decide.ts';
import { type Decision, goesOn } from '../rollout/decision.ts';
import type { Gate } from '../rollout/gate.ts';
import type { LoopContext, Snapshot } from './context.ts';

export interface GateKeeper {
  /** The decision with all gates that it depends on. */
  decide(input: DecisionInput, snapshot: Snapshot): Promise<Decision>;
}

export function createGateKeeper(loop: LoopContext): GateKeeper {
  let gates: readonly Gate[] = [];
  const said = createAnnouncer(loop);
  return {
    decide: async (input, snapshot) => {
      const free = decide(input);
      if (!goesOn(free) && gates.length === 0) return free;
      const { cancelled } = loop.host;
      const read = await Promise.race([loop.gates.read(snapshot.rollout), whenAborted(cancelled)]);
      // The rollback is the next call.
      if (read === 'aborted') return decide({ ...input, cancelled: true });
      gates = read;
      const decision = decide({ ...input, gates: [...input.gates, ...gates] });
      said(decision, snapshot);
      return decision;
    },
  };
}

/** Tells users once that the rollout waits, and once that it goes on. */
function createAnnouncer(loop: LoopContext): (decision: Decision, snapshot: Snapshot) => void {
  let waits: Gate['kind'] | undefined;
  const { log } = loop.host;
  return (decision, snapshot) => {
    const gate = decision.kind === 'wait' ? decision.gate : undefined;
    if (gate?.kind === waits) return;
    if (gate) {
      const text = `The rollout goes no further for now: ${gateText(gate)}`;
      log.warning(text);
      loop.recorder.note(text);
      loop.progress(snapshot, loop.drive.notes);
    } else if (goesOn(decision)) {
      log.line('The rollout goes on.');
      loop.recorder.note('the rollout goes on');
    }
    waits = gate?.kind;
  };
}
