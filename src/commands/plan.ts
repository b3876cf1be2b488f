// Says what a release would do, and changes nothing.

import { now } from '../craft.ts';
import { foreseePruning } from '../prune.ts';
import type { Report } from '../report/report.ts';
import { formatRolloutId } from '../rollout/release.ts';
import type { Session } from '../session.ts';
import { preflight } from './release.ts';

/** Looks at everything, changes nothing, and says what would happen. */
export async function plan(session: Session): Promise<Report> {
  session.job.log.group('Preflight');
  for (const sentence of session.job.inputs.understood) session.job.log.line(sentence);
  const { findings, opening, plan, foresight } = await preflight(session, now());
  const { problems, notes } = findings;
  const open = await session.target.observe().catch(() => undefined);
  if (open?.memory.kind === 'rollout') {
    const { record } = open.memory.remembered;
    notes.push(`the rollout of ${formatRolloutId(record.id)} is unfinished; see on-unfinished`);
  }
  const all = [...session.job.inputs.understood, ...notes];
  if (problems.length > 0 || !opening) return session.reporter.refused(problems, all);
  const pruning = await foreseePruning(session, opening.functions);
  for (const sentence of [...notes, ...foresight, ...pruning]) session.job.log.line(sentence);
  return session.reporter.planned(opening.functions, plan, foresight, [...all, ...pruning]);
}
