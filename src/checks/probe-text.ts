// What probes do, in a sentence for a plan.

import { listed } from '../base/listed.ts';
import { quote } from '../base/quote.ts';
import { withoutSecrets } from '../base/without-secrets.ts';
import { probesIn, type Suite } from './check.ts';
import { secretsIn } from './secrets.ts';

/** @param seconds how long traffic is split */
export function probeText(suite: Suite, seconds: number): readonly string[] {
  const { probesPerMinute } = suite;
  if (probesPerMinute === undefined) return [];
  const checks = probesIn(suite);
  const names = listed(checks.map(({ name }) => quote(name)));
  const each = Math.ceil((probesPerMinute * seconds) / 60);
  const calls = 2 * each * checks.length;
  if (calls === 0) return [];
  return [
    withoutSecrets(
      `probe: while traffic is split, ${names} ${checks.length === 1 ? 'is' : 'are'} sent to each version ${times(probesPerMinute)} per minute: about ${calls.toLocaleString('en-US')} requests or invocations in total, which are billed like those of users`,
      secretsIn(suite, new Map()),
    ),
  ];
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
