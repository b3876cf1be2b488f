// An alarm as the inputs name it: by its name, or by its ARN, which also tells its account.

const ARN = /^arn:[\w-]+:cloudwatch:[^:]*:[^:]*:alarm:/;

export function alarmName(alarm: string): string {
  return alarm.replace(ARN, '');
}

/** @param found the ARN of an alarm, as CloudWatch returned it */
export function isAlarm(alarm: string, found: string): boolean {
  return alarm === found || alarm === alarmName(found);
}
