// What each command does: one function each, with the same services.

import type { Command } from '../inputs/inputs.ts';
import type { Report } from '../report/report.ts';
import { carriesMergedCode } from '../rollout/merged-code.ts';
import type { Host } from '../run/host.ts';
import type { RunContext } from '../run/run-context.ts';
import { openServices, type Services } from '../run/services.ts';
import { advance } from './advance.ts';
import { type CommandResult, comment } from './comment.ts';
import { pause, resume } from './pause.ts';
import { plan } from './plan.ts';
import { preview } from './preview.ts';
import { promote } from './promote.ts';
import { rollback } from './rollback.ts';
import { rollout, start } from './rollout.ts';
import { status } from './status.ts';
import { sweep } from './sweep.ts';

type CommandWork = (services: Services) => Promise<Report>;

const COMMANDS: Readonly<Record<Exclude<Command, 'comment'>, CommandWork>> = {
  rollout,
  plan,
  start,
  advance,
  promote,
  rollback,
  pause,
  resume,
  status,
  preview,
  sweep,
};

/** Runs the requested command. Never throws for AWS errors: the report contains the outcome. */
export async function runCommand(context: RunContext, host: Host): Promise<CommandResult> {
  const services = await openServices(context, host);
  try {
    return await work(services);
  } finally {
    services.close();
  }
}

async function work(services: Services): Promise<CommandResult> {
  const { context, reporter } = services;
  const { command } = context.inputs;
  const refusal = refuseUnmerged(context);
  if (refusal) {
    const cause = { kind: 'refused', problems: [refusal] } as const;
    return { report: reporter.refused([refusal], [], cause), did: command };
  }
  return command === 'comment'
    ? comment(services, (asked, as) => COMMANDS[asked](as))
    : { report: await COMMANDS[command](services), did: command };
}

/** The commands that release code to users. */
const RELEASES: readonly Command[] = ['rollout', 'start', 'advance', 'promote'];

/** Unmerged code may still be discarded, and its stage may serve all users. */
function refuseUnmerged({
  inputs: { command, onPullRequest },
  event: { code },
}: RunContext): string | undefined {
  if (!code || onPullRequest === 'allow' || !RELEASES.includes(command)) return undefined;
  if (carriesMergedCode(code)) return undefined;
  return `on-pull-request: command ${command} would release unmerged code to users; expected command: plan or preview on the event ${code.name || 'unknown'}, or on-pull-request: allow`;
}
