// The versions of Lambda functions that a rollout releases: published, or named in the inputs.

import type { FunctionCalls } from '../../aws/functions.ts';
import { describeChange, type FunctionChange } from '../../rollout/release.ts';
import type { PublishServices } from '../target.ts';
import type { LambdaRelease } from './next-version.ts';
import { describeVersion } from './version-text.ts';

/**
 * Publishes the versions to release, if preflight found that `$LATEST` differs from what serves. What is published is
 * what preflight read: an upload in between stops the release.
 */
export async function publishVersions(
  functions: FunctionCalls<'normal'>,
  released: readonly LambdaRelease[],
  { say, source }: PublishServices,
): Promise<readonly FunctionChange[]> {
  const changes: FunctionChange[] = [];
  for (const { name, from, version, latest } of released) {
    if (version !== undefined && latest) await functions.assertLatest(name, latest);
    const to = version ?? (await functions.publish(name, describeVersion(source, from), latest));
    if (to !== from && version === undefined) await functions.untilReady(name, to);
    changes.push({ name, from, to });
    const published = version === undefined ? ', published' : '';
    say(
      to === from
        ? `${name}: version ${to} is already served`
        : `${name}: version ${describeChange({ from, to })}${published}`,
    );
  }
  return changes;
}
