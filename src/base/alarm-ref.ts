// An alarm as the inputs name it: by its name, by its ARN, which also tells its account, or by a tag that it has.

const ARN = /^arn:[\w-]+:cloudwatch:[^:]*:[^:]*:alarm:/;

export function alarmName(alarm: string): string {
  return alarm.replace(ARN, '');
}

/** @param found the ARN of an alarm, as CloudWatch returned it */
export function isAlarm(alarm: string, found: string): boolean {
  return alarm === found || alarm === alarmName(found);
}

/** A tag of alarms. */
export interface AlarmTag {
  readonly key: string;
  /** `undefined`: any value. */
  readonly value: string | undefined;
}

/** The most alarms that may have the tags of a release: CloudWatch returns so many in one answer. */
export const MOST_TAGGED = 100;

const PREFIX = 'tag:';

/** Whether it is `tag:team=shop`, and not the name of an alarm. */
export function isAlarmTag(alarm: string): boolean {
  return alarm.startsWith(PREFIX);
}

/** The tags among the alarms of the inputs. */
export function alarmTags(alarms: readonly string[]): readonly AlarmTag[] {
  return alarms.filter(isAlarmTag).map((alarm) => {
    const [, key = '', value] = /^tag:([^=]*)(?:=(.*))?$/s.exec(alarm) ?? [];
    return { key, value };
  });
}

/** Those that are named one by one. */
export function namedAlarms(alarms: readonly string[]): readonly string[] {
  return alarms.filter((alarm) => !isAlarmTag(alarm));
}

/** `team=shop`. */
export function tagText({ key, value }: AlarmTag): string {
  return value === undefined ? key : `${key}=${value}`;
}
