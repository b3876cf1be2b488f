// The history of the alarms: their transitions and configuration changes. It remains after alarms are
// deleted.

import { type Alarm, alarmType, type HistoryItem } from './alarm.ts';

export interface AlarmHistory {
  /** Oldest first; the newest 10,000. */
  items(): readonly HistoryItem[];
  noteConfiguration(alarm: Alarm, what: 'Create' | 'Update' | 'Delete', at: number): void;
  noteTransition(before: Alarm, after: Alarm, at: number): void;
}

const MAX_ITEMS = 10_000;

export function createAlarmHistory(): AlarmHistory {
  const items: HistoryItem[] = [];
  const note = (
    { settings }: Alarm,
    item: Pick<HistoryItem, 'type' | 'at' | 'summary' | 'data'>,
  ) => {
    items.push({ ...item, alarmName: settings.name, alarmType: alarmType(settings) });
    if (items.length > MAX_ITEMS) items.shift();
  };
  return {
    items: () => items,
    noteConfiguration: (alarm, what, at) =>
      note(alarm, {
        type: 'ConfigurationUpdate',
        at,
        summary: `Alarm "${alarm.settings.name}" ${what.toLowerCase()}d`,
        data: JSON.stringify({ version: '1.0', type: what }),
      }),
    noteTransition: (before, after, at) =>
      note(after, {
        type: 'StateUpdate',
        at,
        summary: `Alarm updated from ${before.state.value} to ${after.state.value}`,
        data: JSON.stringify({
          version: '1.0',
          oldState: described(before),
          newState: described(after),
        }),
      }),
  };
}

const described = ({ state }: Alarm) => ({
  stateValue: state.value,
  stateReason: state.reason,
  stateReasonData: parsed(state.reasonData),
});

/** Reason data may be any text; it is included in the history as JSON only if it is JSON. */
function parsed(reasonData: string | undefined): unknown {
  if (reasonData === undefined) return undefined;
  try {
    return JSON.parse(reasonData);
  } catch {
    return reasonData;
  }
}
