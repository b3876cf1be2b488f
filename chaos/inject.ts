// Counts the action's calls, and injects a fault at the chosen one.

import type { CallRecord } from '../simulator/front/call-log.ts';
import type { Effect, FaultRule } from '../simulator/front/faults.ts';
import { type Injection, WRONG_ANSWERS } from './faults.ts';
import { ACTION_KEY, type World } from './worlds/world.ts';

export interface StepControl {
  /** SIGKILL. */
  kill(): void;
  /** As the runner does on a cancellation, or a machine on shutdown. */
  cancel(signal: 'SIGINT' | 'SIGTERM'): void;
}

export interface ArmedFault {
  /** Calls of the action so far. */
  calls(): number;
  /** The operation at which the fault was injected. */
  hitOperation(): string | undefined;
  /** Whether an external change had anything to change, and was visible to the run before it wrote. */
  wasVisible(): boolean;
  /** Removes the fault. */
  end(): void;
}

/**
 * @param at the number of the call at which the fault is injected, from 1; 0: none
 * @param accessKeyId the access key of the action's calls
 */
export function armFault(
  world: World,
  at: number,
  injection: Injection | undefined,
  step: StepControl,
  accessKeyId = ACTION_KEY,
): ArmedFault {
  const { simulator } = world;
  let count = 0;
  let hit: CallRecord | undefined;
  let visible = false;
  let again = 0;
  // Writes run at the same time, but one person makes one change after the other, so that the last one is known.
  let changing: Promise<unknown> = Promise.resolve();
  const changeAgain = () => {
    changing = changing.then(() => world.applyExternalChange('setting'));
    return changing;
  };
  const stop = simulator.onCall({
    before: async (call) => {
      if (call.accessKeyId !== accessKeyId) return;
      count += 1;
      if (again > 0 && isWrite(call)) {
        again -= 1;
        await changeAgain();
      }
      if (count !== at || !injection) return;
      hit = call;
      const changed = await inject(world, call, injection, step);
      visible = changed === true && !MOVES.includes(call.operation ?? '');
      if (injection.kind === 'external-change') again = injection.again ?? 0;
    },
    after: (call) => {
      const dies = injection?.kind === 'kill' && injection.when === 'after';
      if (dies && call.requestId === hit?.requestId) step.kill();
    },
  });
  return {
    calls: () => count,
    hitOperation: () => hit?.operation,
    wasVisible: () => visible,
    end: () => {
      stop();
      simulator.faults.remove();
    },
  };
}

/** The calls that set a weight: what is changed just before one of them cannot be seen any more. */
const MOVES: readonly string[] = ['UpdateStage', 'UpdateAlias'];

/** Services that are only read, some of them by POST. */
const READ_ONLY: readonly string[] = ['monitoring', 'logs', 'cloudformation', 'sts'];

function isWrite({ method, service }: CallRecord): boolean {
  return method !== 'GET' && !READ_ONLY.includes(service);
}

async function inject(world: World, call: CallRecord, injection: Injection, step: StepControl) {
  const only = { operation: call.operation ?? '*', accessKeyId: call.accessKeyId ?? ACTION_KEY };
  const add = (rule: FaultRule) => world.simulator.faults.add(rule);
  switch (injection.kind) {
    case 'effect':
      return add({ ...only, effect: injection.effect, times: injection.times });
    case 'wrong-answer':
      return add({ ...only, effect: wrongAnswer(call), times: 1 });
    case 'from-here': {
      const until =
        injection.seconds && world.simulator.world.clock.now() + injection.seconds * 1000;
      const { effect } = injection;
      const operation = { all: '*', same: only.operation, metrics: 'GetMetricData' }[
        injection.which
      ];
      return add({ ...only, operation, effect, ...(until !== undefined && { until }) });
    }
    case 'kill':
      if (injection.when === 'before') step.kill();
      return add({
        ...only,
        effect: { kind: injection.when === 'before' ? 'cut-before' : 'cut-after' },
        times: 1,
      });
    case 'signal':
      return step.cancel(injection.signal);
    case 'external-change':
      return world.applyExternalChange(injection.how);
    case 'forgery':
      return world.forge(injection.how);
    case 'github':
      return world.github?.fail(injection.how);
  }
}

function wrongAnswer({ operation = '', service }: CallRecord): Effect {
  // CloudWatch answers in CBOR, for which there is no merge patch: an error is used instead.
  if (service === 'monitoring') return { kind: 'server-error', status: 500 };
  return { kind: 'wrong-answer', patch: WRONG_ANSWERS[operation] ?? null };
}
