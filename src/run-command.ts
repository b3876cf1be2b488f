// What each command does: one function each, over the same parts.

import { advance } from './commands/advance.ts';
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

const COMMANDS: Readonly<Record<Command, (session: Session) => Promise<Report>>> = {
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
export function runCommand(job: Job): Promise<Report> {
  return COMMANDS[job.inputs.command](openSession(job));
}
