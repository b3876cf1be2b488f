// All commands of the command line. A command of its own is one object here: it is parsed, listed and helped like the
// others. What it does is loaded when it runs.

import { asksForAll } from '../inputs/all-releases.ts';
import { readsOnly } from '../inputs/read-only.ts';
import type { CliCommand, CliContext } from './cli-command.ts';
import { COMMENT_FLAGS } from './comment-flags.ts';
import { DOCTOR } from './doctor-command.ts';
import { INIT } from './init-command.ts';
import { absentFlags, releaseFlags } from './input-flags.ts';
import { MIGRATE } from './migrate-command.ts';

type ReleaseCommand =
  | 'rollout'
  | 'plan'
  | 'start'
  | 'advance'
  | 'promote'
  | 'rollback'
  | 'pause'
  | 'resume'
  | 'status'
  | 'preview'
  | 'sweep';

const SUMMARIES: Readonly<Record<ReleaseCommand, string>> = {
  rollout: 'Runs a complete release: step by step, watched, then promoted or rolled back.',
  plan: 'Checks everything, changes nothing, and says what a release would do.',
  start: 'Releases up to the first weight; later runs continue with advance or promote.',
  advance: 'Checks the open release once, then shifts if it is time, or rolls back.',
  promote: 'Skips the remaining steps of the open release and promotes.',
  rollback: 'Returns all traffic to the previous version, even after a killed run.',
  pause: 'Keeps the current weight of the open release.',
  resume: 'Ends the pause.',
  status: 'Shows the current state and changes nothing.',
  preview: 'Deploys the code of a pull request or merge request next to the stage.',
  sweep: 'Removes old previews.',
};

const JUDGING = ['Schedule', 'Alarms and comparison', 'Hooks'];

/** The groups of inputs that a command does not use. */
const UNUSED: Partial<Record<ReleaseCommand, readonly string[]>> = {
  rollout: ['Previews'],
  plan: ['Previews'],
  start: ['Previews'],
  advance: ['Previews'],
  promote: ['Previews'],
  rollback: [...JUDGING, 'Previews'],
  pause: [...JUDGING, 'Policies', 'Previews'],
  resume: [...JUDGING, 'Policies', 'Previews'],
  status: [...JUDGING, 'Policies', 'Previews'],
  sweep: [...JUDGING, 'Policies'],
};

/** @see CliCommand */
export function cliCommands(): readonly CliCommand[] {
  const flags = releaseFlags();
  const absent = absentFlags();
  const releases = Object.entries(SUMMARIES).map(([name, summary]) =>
    releaseCommand(name as ReleaseCommand, summary),
  );
  return [DOCTOR, INIT, MIGRATE, ...releases, COMMENT];

  function releaseCommand(name: ReleaseCommand, summary: string): CliCommand {
    return {
      name,
      summary,
      changes: !readsOnly(name),
      flags,
      unused: UNUSED[name] ?? [],
      absent,
      check: async (context) =>
        isOverview(name, context)
          ? (await import('./run-overview.ts')).overviewProblems(context)
          : (await import('./read-release.ts')).problemsOf(name, context),
      run: async (context) =>
        isOverview(name, context)
          ? (await import('./run-overview.ts')).runOverview(context)
          : (await import('./release-run.ts')).runRelease(name, context),
    };
  }
}

/** With `--all`, no target is named. */
function isOverview(name: ReleaseCommand, { flags }: CliContext): boolean {
  return asksForAll((input) => (input === 'command' ? name : flags.text(input)));
}

const COMMENT: CliCommand = {
  name: 'comment',
  summary: 'Posts or updates the comment of a report on a merge request or pull request.',
  words: ['gitlab', 'github'],
  flags: COMMENT_FLAGS,
  absent: { token: 'a secret is no flag; set the variable GITLAB_TOKEN or GITHUB_TOKEN' },
  run: async (context) => (await import('./post-comment.ts')).runComment(context),
};
