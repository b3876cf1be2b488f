// Removes previews that are no longer needed: those of closed pull requests, and those that were not updated for a
// long time.

import { formatDuration } from '../base/duration.ts';
import { known } from '../base/errors.ts';
import { now } from '../base/time.ts';
import type { Report } from '../report/report.ts';
import { type Preview, previewStageName } from '../rollout/preview-tags.ts';
import type { Services } from '../run/services.ts';
import { kindOf } from '../targets/kinds.ts';
import { isClosed } from './closed-pull.ts';

export async function sweep(services: Services): Promise<Report> {
  const { context, host, clients, reporter } = services;
  const { target } = context.inputs;
  const previews = await kindOf(target).previews?.(target, clients);
  if (!previews) {
    return reporter.declined([
      'previews are stages of a REST API: expected rest-api-id and stage-name',
    ]);
  }
  host.log.group('Sweep');
  const removed: string[] = [];
  const problems: string[] = [];
  try {
    for (const preview of await previews.list()) {
      const why = await whyGone(services, preview);
      if (why === undefined) continue;
      try {
        await previews.remove(preview);
        removed.push(`${previewStageName(preview.pull)} (${why})`);
        host.log.line(`Removed ${removed.at(-1)}.`);
      } catch (error) {
        problems.push(known(error).message);
      }
    }
  } catch (error) {
    problems.push(known(error).message);
  }
  if (problems.length > 0) return reporter.declined(problems);
  return removed.length > 0
    ? reporter.idle(`Removed ${removed.join(', ')}.`, { kind: 'removed' })
    : reporter.idle('There is nothing to sweep.');
}

/** `undefined`: keep it. */
async function whyGone(
  { context, host }: Services,
  { repository, pull, at }: Preview,
): Promise<string | undefined> {
  const { protectedStages, previewAgeSeconds } = context.inputs;
  if (repository !== context.source.repository) return undefined;
  if (protectedStages.includes(previewStageName(pull))) return undefined;
  const age = now() - at;
  if (age > previewAgeSeconds) return `not updated for ${formatDuration(age)}`;
  return (await isClosed(host, pull)) ? `#${pull} is closed` : undefined;
}
