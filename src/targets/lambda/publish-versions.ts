// The versions of Lambda functions that a rollout releases: published, or named in the inputs.

import type { FunctionCalls } from '../../aws/functions.ts';
import { describeChange, type FunctionChange } from '../../rollout/release.ts';
import type { PublishServices } from '../target.ts';
import type { Uploads } from './upload-code.ts';
import { describeVersion } from './version-text.ts';

/**
 * Uploads the code in the inputs, and publishes the versions to release, if preflight found that they differ from what
 * serves. What is published is what preflight read, or what was uploaded over it: another upload in between stops the
 * release.
 */
export async function publishVersions(
  functions: FunctionCalls<'normal'>,
  uploads: Pick<Uploads, 'all'>,
  { say, source }: PublishServices,
): Promise<readonly FunctionChange[]> {
  const changes: FunctionChange[] = [];
  for (const { name, from, version, latest } of await uploads.all(say)) {
    if (version !== undefined && latest) await functions.assertLatest(name, latest);
    const description = describeVersion(source, from);
    const to = version ?? (await functions.publish(name, description, latest)).version;
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
