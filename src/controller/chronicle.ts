// Records what happens in a run: entries of the timeline, results of hooks, commands of users.

import { newLines } from '../report/broke-lines.ts';
import type { WhatBroke } from '../report/broken-kinds.ts';
import { gateNote, overrideText } from '../report/gate-text.ts';
import type {
  CheckReport,
  EventKind,
  HookReport,
  OverrideReport,
  PersonReport,
  Report,
  TimelineEntry,
} from '../report/report.ts';
import { describeRequest } from '../report/requests.ts';
import { shortened } from '../report/timeline.ts';
import { type LoggedFailures, whatBroke } from '../report/what-broke.ts';
import type { Gate } from '../rollout/gate.ts';
import type { StoredRollout } from '../rollout/record.ts';
import { weightChanges } from '../rollout/weights.ts';

/** What a check read of the logs. */
export type FailuresRead = { readonly kind: 'off' } | ({ readonly kind: 'read' } & LoggedFailures);

export interface EventRecorder {
  /** Adds a line to the timeline. */
  note(what: string, kind?: EventKind): void;
  /** A hook has ended. */
  recordHook(hook: HookReport): void;
  /** A smoke check has ended. */
  recordCheck(check: CheckReport): void;
  /** A user gave a command, with this result. */
  recordRequest(person: Omit<PersonReport, 'at'>): void;
  /** The rollout waits at a gate; `undefined`: it goes on. */
  recordGate(gate: Gate | undefined): void;
  /** It goes on although it is closed. */
  recordOverride(override: OverrideReport): void;
  /** Logs were read. @returns lines about what they show for the first time */
  recordFailures(logs: FailuresRead, rollout: StoredRollout): readonly string[];
}

/** @param now seconds since the epoch */
export function createEventRecorder(now: () => number): {
  readonly chronicle: EventRecorder;
  readonly add: (entries: readonly TimelineEntry[]) => void;
  readonly entries: () => Pick<
    Report,
    'hooks' | 'checks' | 'people' | 'timeline' | 'broke' | 'waitsFor' | 'overridden'
  >;
} {
  const timeline: TimelineEntry[] = [];
  const hooks: HookReport[] = [];
  const checks: CheckReport[] = [];
  const people: PersonReport[] = [];
  const said = new Set<string>();
  let broke: WhatBroke | undefined;
  let waitsFor: Gate | undefined;
  let overridden: OverrideReport | undefined;
  const note: EventRecorder['note'] = (what, kind = 'note') =>
    timeline.push({ at: now(), kind, what });
  return {
    chronicle: {
      note,
      recordGate: (gate) => {
        waitsFor = gate;
        note(gateNote(gate));
      },
      recordOverride: (override) => {
        overridden = override;
        note(overrideText(override));
      },
      recordHook: (hook) => {
        hooks.push(hook);
        const what = `${hook.point} hook ${hook.calls} ${hook.result}`;
        timeline.push({ at: hook.ended, kind: 'hook', what });
      },
      recordCheck: (check) => {
        checks.push(check);
        const what = `${check.point} smoke check "${check.name}" ${check.result}`;
        if (check.result !== 'passed') timeline.push({ at: check.ended, kind: 'hook', what });
      },
      recordRequest: (asked) => {
        const person = { ...asked, at: now() };
        people.push(person);
        timeline.push({ at: person.at, kind: 'person', what: describeRequest(person) });
      },
      recordFailures: (logs, rollout) => {
        if (logs.kind === 'off') return [];
        broke = whatBroke(logs, weightChanges(rollout));
        const lines = broke ? newLines(broke, rollout.record.functions, said) : [];
        timeline.push(...lines.map((what) => ({ at: now(), kind: 'note' as const, what })));
        return lines;
      },
    },
    add: (entries) => timeline.push(...entries),
    entries: () => ({
      ...{ hooks: [...hooks], people: [...people], timeline: shortened(timeline) },
      ...(checks.length > 0 && { checks: [...checks] }),
      ...(broke && { broke }),
      ...(waitsFor && { waitsFor }),
      ...(overridden && { overridden }),
    }),
  };
}
