// The alarms of the account and their states.

import type { Place } from '../../world.ts';
import type { Alarm, AlarmSettings, HistoryItem } from './alarm.ts';
import type { StateValue } from './evaluation.ts';
import { createAlarmHistory } from './history.ts';

export interface NewState {
  readonly value: StateValue;
  readonly reason: string;
  readonly reasonData: string | undefined;
}

export interface AlarmStore {
  get(name: string): Alarm | undefined;
  /** Sorted by name. */
  all(): readonly Alarm[];
  /** Creates the alarm, or replaces its settings; an existing alarm keeps its state and tags. */
  put(settings: AlarmSettings, tags: ReadonlyMap<string, string>, at: number): void;
  remove(name: string, at: number): void;
  /** Sets the state; returns whether its value changed. */
  setState(name: string, state: NewState, at: number): boolean;
  setActionsEnabled(name: string, enabled: boolean, at: number): void;
  setTags(name: string, tags: ReadonlyMap<string, string>): void;
  /** Oldest first; it remains after alarms are deleted. */
  history(): readonly HistoryItem[];
}

export function createAlarmStore(place: Place): AlarmStore {
  const alarms = new Map<string, Alarm>();
  const { items: history, noteConfiguration, noteTransition } = createAlarmHistory();

  const change = (name: string, by: (alarm: Alarm) => Alarm): Alarm | undefined => {
    const alarm = alarms.get(name);
    if (alarm === undefined) return undefined;
    const changed = by(alarm);
    alarms.set(name, changed);
    return changed;
  };

  return {
    get: (name) => alarms.get(name),
    all: () => [...alarms.values()].sort(byName),
    history,
    put: (settings, tags, at) => {
      const known = alarms.get(settings.name);
      const alarm = known ?? newAlarm(settings, tags, place, at);
      alarms.set(settings.name, { ...alarm, settings, configuredAt: at });
      noteConfiguration({ ...alarm, settings }, known === undefined ? 'Create' : 'Update', at);
    },
    remove: (name, at) => {
      const alarm = alarms.get(name);
      if (alarm === undefined) return;
      alarms.delete(name);
      noteConfiguration(alarm, 'Delete', at);
    },
    setState: (name, state, at) => {
      const before = alarms.get(name);
      if (before === undefined) return false;
      const after = { ...before, state: nextState(before, state, at) };
      alarms.set(name, after);
      const transitioned = before.state.value !== state.value;
      if (transitioned) noteTransition(before, after, at);
      return transitioned;
    },
    setActionsEnabled: (name, actionsEnabled, at) => {
      const alarm = change(name, (known) => ({
        ...known,
        settings: { ...known.settings, actionsEnabled },
        configuredAt: at,
      }));
      if (alarm !== undefined) noteConfiguration(alarm, 'Update', at);
    },
    setTags: (name, tags) => void change(name, (alarm) => ({ ...alarm, tags })),
  };
}

function newAlarm(
  settings: AlarmSettings,
  tags: ReadonlyMap<string, string>,
  { partition, region, account }: Place,
  at: number,
): Alarm {
  return {
    arn: `arn:${partition}:cloudwatch:${region}:${account}:alarm:${settings.name}`,
    settings,
    configuredAt: at,
    tags,
    state: {
      value: 'INSUFFICIENT_DATA',
      reason: 'Unchecked: Initial alarm creation',
      reasonData: undefined,
      updatedAt: at,
      transitionedAt: at,
    },
  };
}

function nextState({ settings, state }: Alarm, next: NewState, at: number): Alarm['state'] {
  const transitioned = state.value !== next.value;
  const updated = transitioned || settings.kind === 'composite';
  return {
    ...next,
    updatedAt: updated ? at : state.updatedAt,
    transitionedAt: transitioned ? at : state.transitionedAt,
  };
}

const byName = (a: Alarm, b: Alarm) => (a.settings.name < b.settings.name ? -1 : 1);
