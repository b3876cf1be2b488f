// The versions of Lambda functions that a rollout releases: published, or named in the inputs.

import type { FunctionCalls } from '../../aws/functions.ts';
import { describeChange, type FunctionChange } from '../../rollout/release.ts';
import type { FunctionToRelease, PublishServices } from '../target.ts';
import { describeVersion } from './version-text.ts';

/** Publishes the versions to release. Publishing unchanged code again changes nothing. */
export async function publishVersions(
  functions: FunctionCalls<'normal'>,
  released: readonly FunctionToRelease[],
  { say, source }: PublishServices,
): Promise<readonly FunctionChange[]> {
  const changes: FunctionChange[] = [];
  for (const { name, from, version } of released) {
    const to = version ?? (await functions.publish(name, describeVersion(source, from)));
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
