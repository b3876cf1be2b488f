// The repository that gets the files: from flags, Git and the GitHub CLI.

import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quote } from '../base/quote.ts';
import { CANARY, CANARY_TAG, pinsActions } from '../init/action-refs.ts';
import type { ExistingWorkflow, Repository } from '../init/repository-facts.ts';
import { ask } from './ask.ts';
import type { CliContext } from './cli-command.ts';

export interface RepositoryReading {
  readonly repository: Repository | undefined;
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

/** What Git and the GitHub CLI may take. */
const LIMIT_MS = 15_000;

export async function readRepository(
  { flags, interactive }: CliContext,
  root: string,
): Promise<RepositoryReading> {
  const given = flags.text('repository') || (await remoteIn(root));
  const [, owner = '', name = ''] = /^([\w.-]+)\/([\w.-]+)$/.exec(given) ?? [];
  if (owner === '') {
    const what = given === '' ? 'there is no remote "origin"' : quote(given);
    return {
      repository: undefined,
      problems: [`--repository: ${what}; expected OWNER/NAME`],
      notes: [],
    };
  }
  const asked = await askGitHub(root, `${owner}/${name}`);
  const numbers = ['owner-id', 'repository-id'].map((flag) => flags.text(flag));
  const wrong = ['owner-id', 'repository-id']
    .filter((flag) => !/^\d*$/.test(flags.text(flag)))
    .map((flag) => `--${flag}: ${quote(flags.text(flag))}; expected a number`);
  const notes: string[] = [];
  if (asked && asked.fullName !== `${owner}/${name}`) {
    notes.push(
      `the repository is called ${asked.fullName} now, and not ${owner}/${name}: the roles trust the new name`,
    );
  }
  const [ownNow = owner, nameNow = name] = asked?.fullName.split('/') ?? [];
  const found = idsOf(numbers, asked);
  const ids = found ?? (interactive && wrong.length === 0 ? await askForIds() : undefined);
  if (!ids) notes.push(withoutIds(`${ownNow}/${nameNow}`));
  const defaultBranch = asked?.defaultBranch || (await branchIn(root)) || 'main';
  return {
    repository: { owner: ownNow, name: nameNow, ids, defaultBranch },
    problems: wrong,
    notes,
  };
}

interface Asked {
  readonly fullName: string;
  readonly repository: string;
  readonly owner: string;
  readonly defaultBranch: string;
}

function idsOf(numbers: readonly string[], asked: Asked | undefined): Repository['ids'] {
  const [owner = asked?.owner ?? '', repository = asked?.repository ?? ''] = numbers.map(
    (number) => number || undefined,
  );
  return owner === '' || repository === '' ? undefined : { owner, repository };
}

/** Nothing typed: not known. */
async function askForIds(): Promise<Repository['ids']> {
  const command = 'gh api repos/OWNER/NAME --jq';
  const owner = await ask(`The number of the owner (${command} .owner.id), or Enter: `);
  const repository = await ask(`The number of the repository (${command} .id), or Enter: `);
  const are = [owner, repository].every((text) => /^\d+$/.test(text));
  return are ? { owner, repository } : undefined;
}

function withoutIds(repository: string): string {
  return `the numbers of ${repository} are not known, so its roles would not trust it if it was created, renamed or moved since July 15, 2026. Sign in with "gh auth login", or give --owner-id and --repository-id: gh api repos/${repository} --jq '.owner.id, .id'`;
}

/** `undefined` without the GitHub CLI, or if it is not signed in. */
async function askGitHub(cwd: string, repository: string): Promise<Asked | undefined> {
  const query = '[.full_name, .id, .owner.id, .default_branch] | @tsv';
  const answer = await run(cwd, 'gh', ['api', `repos/${repository}`, '--jq', query]);
  const [fullName = '', id = '', owner = '', defaultBranch = ''] = answer.split('\t');
  const isComplete = /^[\w.-]+\/[\w.-]+$/.test(fullName) && /^\d+$/.test(id) && /^\d+$/.test(owner);
  return isComplete ? { fullName, repository: id, owner, defaultBranch } : undefined;
}

async function remoteIn(cwd: string): Promise<string> {
  const url = await run(cwd, 'git', ['config', '--get', 'remote.origin.url']);
  return /[:/]([^:/]+\/[^/]+?)(?:\.git)?\/?$/.exec(url)?.[1] ?? '';
}

async function branchIn(cwd: string): Promise<string> {
  const head = await run(cwd, 'git', ['symbolic-ref', '--short', 'refs/remotes/origin/HEAD']);
  return head.replace(/^origin\//, '');
}

/** Its outermost folder; the folder itself without Git. */
export async function rootOf(folder: string): Promise<string> {
  return (await run(folder, 'git', ['rev-parse', '--show-toplevel'])) || folder;
}

/** Empty if it fails. */
function run(cwd: string, program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, args, { cwd, timeout: LIMIT_MS }, (error, stdout) =>
      resolve(error ? '' : stdout.trim()),
    );
  });
}

export function readWorkflows(root: string): readonly ExistingWorkflow[] {
  const folder = '.github/workflows';
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => ({
      path: `${folder}/${name}`,
      text: readFileSync(join(root, folder, name), 'utf8'),
    }));
}

/** The commit of the action, if the repository pins its actions; or a problem. */
export async function readPin(
  { flags }: CliContext,
  root: string,
  workflows: readonly ExistingWorkflow[],
): Promise<{ readonly commit: string | undefined; readonly problem?: string }> {
  const given = flags.text('action-sha');
  if (given !== '') {
    return /^[0-9a-f]{40}$/.test(given)
      ? { commit: given }
      : { commit: undefined, problem: `--action-sha: ${quote(given)}; expected 40 hex digits` };
  }
  if (!pinsActions(workflows)) return { commit: undefined };
  const path = `repos/${CANARY}/commits/${CANARY_TAG}`;
  const commit = await run(root, 'gh', ['api', path, '--jq', '.sha']);
  if (/^[0-9a-f]{40}$/.test(commit)) return { commit };
  return {
    commit: undefined,
    problem: `--action-sha: this repository pins its actions to commits, and that of ${CANARY} is not known; expected what "gh api ${path} --jq .sha" prints`,
  };
}
