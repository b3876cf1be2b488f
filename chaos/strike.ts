// Counts the action's calls, and makes the chosen one go wrong.

import type { CallRecord } from '../simulator/front/call-log.ts';
import type { Effect, FaultRule } from '../simulator/front/faults.ts';
import { type Strike, WRONG_ANSWERS } from './faults.ts';
import { ACTION_KEY, type World } from './worlds/world.ts';

export interface StruckStep {
  /** SIGKILL. */
  kill(): void;
  /** As the runner cancels, or as a machine is shut down. */
  cancel(signal: 'SIGINT' | 'SIGTERM'): void;
}

export interface Armed {
  /** Calls of the action so far. */
  calls(): number;
  /** The operation that was struck. */
  struck(): string | undefined;
  /** Ends whatever still goes wrong. */
  end(): void;
}

/**
 * @param at which call of the action is struck, from 1; 0: none
 * @param accessKeyId what the calls are made with
 */
export function armStrike(
  world: World,
  at: number,
  strike: Strike | undefined,
  step: StruckStep,
  accessKeyId = ACTION_KEY,
): Armed {
  const { simulator } = world;
  let count = 0;
  let struck: CallRecord | undefined;
  const stop = simulator.onCall({
    before: async (call) => {
      if (call.accessKeyId !== accessKeyId) return;
      count += 1;
      if (count !== at || !strike) return;
      struck = call;
      await hit(world, call, strike, step);
    },
    after: (call) => {
      const dies = strike?.kind === 'kill' && strike.when === 'after';
      if (dies && call.requestId === struck?.requestId) step.kill();
    },
  });
  return {
    calls: () => count,
    struck: () => struck?.operation,
    end: () => {
      stop();
      simulator.faults.remove();
    },
  };
}

async function hit(world: World, call: CallRecord, strike: Strike, step: StruckStep) {
  const only = { operation: call.operation ?? '*', accessKeyId: call.accessKeyId ?? ACTION_KEY };
  const add = (rule: FaultRule) => world.simulator.faults.add(rule);
  switch (strike.kind) {
    case 'effect':
      return add({ ...only, effect: strike.effect, times: strike.times });
    case 'wrong-answer':
      return add({ ...only, effect: wrongAnswer(call), times: 1 });
    case 'from-here': {
      const until = strike.seconds && world.simulator.world.clock.now() + strike.seconds * 1000;
      const { effect } = strike;
      const operation = strike.which === 'all' ? '*' : only.operation;
      return add({ ...only, operation, effect, ...(until !== undefined && { until }) });
    }
    case 'kill':
      if (strike.when === 'before') step.kill();
      return add({
        ...only,
        effect: { kind: strike.when === 'before' ? 'cut-before' : 'cut-after' },
        times: 1,
      });
    case 'signal':
      return step.cancel(strike.signal);
    case 'meddle':
      return world.meddle(strike.how);
  }
}

function wrongAnswer({ operation = '', service }: CallRecord): Effect {
  // CloudWatch answers in CBOR, which has no merge patch: there, the wrong answer is an error.
  if (service === 'monitoring') return { kind: 'server-error', status: 500 };
  return { kind: 'wrong-answer', patch: WRONG_ANSWERS[operation] ?? null };
}
