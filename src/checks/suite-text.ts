// What a suite does, in sentences for a plan.

import type { HookPoint } from '../analysis/evidence.ts';
import { listed } from '../base/listed.ts';
import { quote } from '../base/quote.ts';
import { withoutSecrets } from '../base/without-secrets.ts';
import { type Check, callText, checksAt, type Suite } from './check.ts';
import { secretsIn } from './secrets.ts';

const WHEN: readonly (readonly [HookPoint, string])[] = [
  ['pre-traffic', 'before any user is served'],
  ['step', 'at the end of each step'],
  ['post-traffic', 'after the promotion'],
];

export function suiteText(suite: Suite): readonly string[] {
  const secrets = secretsIn(suite, new Map());
  return WHEN.flatMap(([point, words]) => {
    const checks = checksAt(suite, point);
    if (checks.length === 0) return [];
    const many = checks.length === 1 ? 'one check is' : `${checks.length} checks are`;
    const all = listed(checks.map(inShort));
    return [
      withoutSecrets(`smoke: ${words}, ${many} sent to the new version alone: ${all}`, secrets),
    ];
  });
}

/** Its name is what it sends, unless it has another one. */
function inShort(check: Check): string {
  const sent = callText(check);
  const both = check.compare ? ', and to the current version' : '';
  return check.name === sent ? `${sent}${both}` : `${quote(check.name)} (${sent}${both})`;
}
