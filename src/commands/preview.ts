// The preview of a pull request: created and updated while it is open, removed when it closes.

import { aboutCredentials } from '../aws/credential-errors.ts';
import { known } from '../base/errors.ts';
import { now } from '../base/time.ts';
import type { Report } from '../report/report.ts';
import { type PullEvent, previewStageName } from '../rollout/preview-tags.ts';
import type { Services } from '../run/services.ts';
import { kindOf } from '../targets/kinds.ts';
import type { Previews } from '../targets/previews.ts';
import { isClosed } from './closed-pull.ts';
import { declinedBy, findOpen } from './open-rollout.ts';
import { rollback } from './rollback.ts';
import { start } from './rollout.ts';

export async function preview(services: Services): Promise<Report> {
  const { context, reporter } = services;
  const { inputs, event } = context;
  const { pull } = event;
  if (pull?.fork) {
    return reporter.idle(
      'The pull request comes from a fork. Its runs get no role and a read-only token, so there is no preview.',
    );
  }
  const previews = await kindOf(inputs.target).previews?.(inputs.target, services.clients);
  const problems = problemsOf(services, previews);
  if (problems.length > 0 || !pull || !previews) {
    return reporter.declined([...problems, ...(await credentialsProblem(services))]);
  }
  try {
    return inputs.preview === 'stage'
      ? await ofStage(services, previews, pull)
      : await ofCanary(services, pull);
  } catch (error) {
    return reporter.declined([known(error).message]);
  }
}

/** What AWS need not be asked for. */
function problemsOf({ context, host }: Services, previews: Previews | undefined): string[] {
  const { inputs, event, source } = context;
  const problems: string[] = [];
  if (!event.pull) problems.push(`there is no pull request: ${host.lacks.pull}`);
  if (source.repository === '') problems.push(`there is no repository: ${host.lacks.repository}`);
  if (!previews) problems.push('a preview needs a REST API: expected rest-api-id and stage-name');
  const ownName = event.pull && previewStageName(event.pull.number);
  const name = inputs.preview === 'stage' ? ownName : previews?.stageName;
  if (name !== undefined && inputs.protectedStages.includes(name)) {
    problems.push(
      `the stage "${name}" is protected (protected-stages), so pull requests must not change it`,
    );
  }
  return problems;
}

/** Without credentials, nothing else could be read. */
async function credentialsProblem({ target }: Services): Promise<readonly string[]> {
  try {
    await target.observe();
    return [];
  } catch (error) {
    const problem = aboutCredentials(known(error).message);
    return problem === undefined ? [] : [problem];
  }
}

async function ofStage(services: Services, previews: Previews, pull: PullEvent): Promise<Report> {
  const { context, host, reporter } = services;
  const { functions, previewLimit } = context.inputs;
  const { repository, sha } = context.source;
  const own = { repository, pull: pull.number };
  const name = previewStageName(pull.number);
  const gone = async (why: string) => {
    const removed = await previews.remove(own);
    return removed
      ? reporter.idle(`The preview ${name} was removed: ${why}.`, { kind: 'removed' })
      : reporter.idle(`There is no preview: ${why}.`);
  };
  if (pull.closed) return gone('the pull request is closed');
  host.log.group('Preview');
  const made = await previews.make({
    preview: { ...own, at: now() },
    functions,
    source: `${repository}@${sha}`,
    onLimit: previewLimit,
  });
  // The pull request may have been closed in between, and the run that removes previews found nothing.
  if (await isClosed(host, pull.number)) return gone('the pull request was closed in the meantime');
  host.log.line(`The preview is at ${made.url}`);
  for (const note of made.notes) host.log.warning(note);
  const room = made.removed.map((number) => `the preview of #${number} was removed to make room`);
  return reporter.previewed(made.changes, made, [...room, ...made.notes]);
}

/** A small weight on a shared stage: judged as usual, and never promoted. */
async function ofCanary(services: Services, pull: PullEvent): Promise<Report> {
  const { reporter } = services;
  const found = await findOpen(services);
  if (found.kind === 'problem') return declinedBy(services, found);
  const none = () => reporter.idle('There is no preview: the pull request is closed.');
  if (found.kind === 'none') return pull.closed ? none() : start(services);
  const { preview: theirs } = found.snapshot.rollout.record;
  if (theirs === pull.number) return replace(services, pull);
  return pull.closed ? none() : reporter.declined([taken(services, theirs)]);
}

async function replace(services: Services, { closed }: PullEvent): Promise<Report> {
  const back = await rollback(services);
  if (back.outcome !== 'rolled-back') return back;
  return closed
    ? services.reporter.idle('The preview was removed: the pull request is closed.', {
        kind: 'removed',
      })
    : start(services);
}

function taken({ target }: Services, theirs: number | undefined): string {
  const whom = theirs === undefined ? 'a release' : `the preview of #${theirs}`;
  return `${target.words} is in use by ${whom}`;
}
