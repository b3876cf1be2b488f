// What is not compared, for the plan and the report.

import type { NotCompared } from '../analysis/measure-class.ts';
import { listed } from '../base/listed.ts';

const NAMES: Readonly<Record<NotCompared['what'], string>> = {
  errors: 'errors',
  'client-errors': 'client errors (4XX)',
  latency: 'latency',
  routes: 'single routes',
};

/** `not compared: client errors (4XX), latency (not in the input compare)`. */
export function notComparedText(all: readonly NotCompared[]): string {
  const because = (why: NotCompared['why'], reason: string) => {
    const names = all.filter((each) => each.why === why).map(({ what }) => NAMES[what]);
    return names.length > 0 ? [`${listed(names)} (${reason})`] : [];
  };
  const parts = [
    ...because('off', 'not in the input compare'),
    ...because('not-counted', 'no counts by version, or none of the hour before'),
  ];
  return `not compared: ${parts.join('; ')}`;
}
