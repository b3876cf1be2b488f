// What happened in a run, as it happens: entries of the timeline, what hooks said, what people asked.

import type {
  EventKind,
  HookReport,
  PersonReport,
  Report,
  TimelineEntry,
} from '../report/report.ts';
import { sayPerson } from '../report/requests.ts';
import { shortened } from '../report/timeline.ts';

export interface Chronicle {
  /** Adds a line to the timeline. */
  note(what: string, kind?: EventKind): void;
  /** A hook has ended. */
  heard(hook: HookReport): void;
  /** Somebody asked for something, and something came of it. */
  asked(person: Omit<PersonReport, 'at'>): void;
}

/** @param now seconds since the epoch */
export function createChronicle(now: () => number): {
  readonly chronicle: Chronicle;
  readonly add: (entries: readonly TimelineEntry[]) => void;
  readonly told: () => Pick<Report, 'hooks' | 'people' | 'timeline'>;
} {
  const timeline: TimelineEntry[] = [];
  const hooks: HookReport[] = [];
  const people: PersonReport[] = [];
  return {
    chronicle: {
      note: (what, kind = 'note') => timeline.push({ at: now(), kind, what }),
      heard: (hook) => {
        hooks.push(hook);
        const what = `${hook.point} hook ${hook.calls} ${hook.result}`;
        timeline.push({ at: hook.ended, kind: 'hook', what });
      },
      asked: (asked) => {
        const person = { ...asked, at: now() };
        people.push(person);
        timeline.push({ at: person.at, kind: 'person', what: sayPerson(person) });
      },
    },
    add: (entries) => timeline.push(...entries),
    told: () => ({ hooks: [...hooks], people: [...people], timeline: shortened(timeline) }),
  };
}
