// Records what happens in a run: entries of the timeline, results of hooks, commands of users.

import type {
  EventKind,
  HookReport,
  PersonReport,
  Report,
  TimelineEntry,
} from '../report/report.ts';
import { describeRequest } from '../report/requests.ts';
import { shortened } from '../report/timeline.ts';

export interface EventRecorder {
  /** Adds a line to the timeline. */
  note(what: string, kind?: EventKind): void;
  /** A hook has ended. */
  recordHook(hook: HookReport): void;
  /** A user gave a command, with this result. */
  recordRequest(person: Omit<PersonReport, 'at'>): void;
}

/** @param now seconds since the epoch */
export function createEventRecorder(now: () => number): {
  readonly chronicle: EventRecorder;
  readonly add: (entries: readonly TimelineEntry[]) => void;
  readonly entries: () => Pick<Report, 'hooks' | 'people' | 'timeline'>;
} {
  const timeline: TimelineEntry[] = [];
  const hooks: HookReport[] = [];
  const people: PersonReport[] = [];
  return {
    chronicle: {
      note: (what, kind = 'note') => timeline.push({ at: now(), kind, what }),
      recordHook: (hook) => {
        hooks.push(hook);
        const what = `${hook.point} hook ${hook.calls} ${hook.result}`;
        timeline.push({ at: hook.ended, kind: 'hook', what });
      },
      recordRequest: (asked) => {
        const person = { ...asked, at: now() };
        people.push(person);
        timeline.push({ at: person.at, kind: 'person', what: describeRequest(person) });
      },
    },
    add: (entries) => timeline.push(...entries),
    entries: () => ({ hooks: [...hooks], people: [...people], timeline: shortened(timeline) }),
  };
}
