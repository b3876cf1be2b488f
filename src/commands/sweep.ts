// Removes what is left over: previews of closed pull requests, and those that were not updated for a long time; and stages
// that were made for the checks of a release that no longer exists.

import { formatDuration } from '../base/duration.ts';
import { known } from '../base/errors.ts';
import { now } from '../base/time.ts';
import type { Report } from '../report/report.ts';
import { type Preview, previewStageName } from '../rollout/preview-tags.ts';
import type { Services } from '../run/services.ts';
import { kindOf } from '../targets/kinds.ts';
import type { Orphan } from '../targets/orphans.ts';
import { isClosed } from './closed-pull.ts';

export async function sweep(services: Services): Promise<Report> {
  const { context, host, clients, reporter } = services;
  const { target } = context.inputs;
  const previews = await kindOf(target).previews?.(target, clients);
  if (!previews || context.source.repository === '') {
    return reporter.declined([
      ...(previews
        ? []
        : ['previews are stages of a REST API: expected rest-api-id and stage-name']),
      ...(context.source.repository === ''
        ? [`there is no repository: ${host.lacks.repository}`]
        : []),
    ]);
  }
  host.log.group('Sweep');
  const swept: Swept = { removed: [], problems: [] };
  const say = (removed: string) => {
    swept.removed.push(removed);
    host.log.line(`Removed ${removed}.`);
  };
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      swept.problems.push(known(error).message);
    }
  };
  await attempt(async () => {
    for (const preview of await previews.list()) {
      const why = await whyGone(services, preview);
      if (why === undefined) continue;
      await attempt(async () => {
        await previews.remove(preview);
        say(`${previewStageName(preview.pull)} (${why})`);
      });
    }
  });
  await attempt(async () => {
    for (const orphan of await orphansOf(services)) {
      await attempt(async () => {
        if (await orphan.remove()) say(`${orphan.words} (${orphan.why})`);
      });
    }
  });
  const { removed, problems } = swept;
  if (problems.length > 0) {
    const report = reporter.declined(problems);
    // Some of them may have been removed.
    return removed.length === 0
      ? report
      : { ...report, reason: `${removedText(removed)}, but not all: ${problems[0]}` };
  }
  return removed.length > 0
    ? reporter.idle(`${removedText(removed)}.`, { kind: 'removed' })
    : reporter.idle('There is nothing to sweep.');
}

function removedText(removed: readonly string[]): string {
  return `Removed ${removed.join(', ')}`;
}

interface Swept {
  readonly removed: string[];
  readonly problems: string[];
}

async function orphansOf({ context, clients }: Services): Promise<readonly Orphan[]> {
  const { target, protectedStages } = context.inputs;
  const orphans = await kindOf(target).orphans?.(target, clients.normal, context.source.repository);
  return (orphans ?? []).filter(({ name }) => !protectedStages.includes(name));
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
