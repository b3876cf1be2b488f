// What each command does: one function each, over the same parts.

import { advance } from './commands/advance.ts';
import { comment, type Done } from './commands/comment.ts';
import { pause, resume } from './commands/pause.ts';
import { plan } from './commands/plan.ts';
import { promote } from './commands/promote.ts';
import { rollout, start } from './commands/release.ts';
import { rollback } from './commands/rollback.ts';
import { status } from './commands/status.ts';
import type { Command } from './inputs/inputs.ts';
import type { Job } from './job.ts';
import type { Report } from './report/report.ts';
import { openSession, type Session } from './session.ts';

type Work = (session: Session) => Promise<Report>;

const COMMANDS: Readonly<Record<Exclude<Command, 'comment'>, Work>> = {
  rollout,
  plan,
  start,
  advance,
  promote,
  rollback,
  pause,
  resume,
  status,
};

/** Does what was asked. Never throws for what AWS answers: the report says how it ended. */
export async function runCommand(job: Job): Promise<Done> {
  const { command } = job.inputs;
  const session = openSession(job);
  return command === 'comment'
    ? comment(session, (asked, as) => COMMANDS[asked](as))
    : { report: await COMMANDS[command](session), did: command };
}
