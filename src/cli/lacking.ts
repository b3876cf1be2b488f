// What a command line lacks, compared with a job of GitHub Actions, and which variables of a CI supply it.

import { quote } from '../base/quote.ts';
import type { Lacks } from '../run/host.ts';
import { CI_ROWS, rowOf } from './ci-runs.ts';
import type { Env } from './cli-command.ts';

const ONLY_IN_ACTIONS = 'expected GitHub Actions, with the action in place of the command line';

export function lackingIn(env: Env): Lacks {
  return {
    pull: namedBy(env, ({ pullIn }) => pullIn),
    repository: namedBy(env, ({ repositoryIn }) => repositoryIn),
    comment: ONLY_IN_ACTIONS,
    conversation: ONLY_IN_ACTIONS,
    variable: `${ONLY_IN_ACTIONS}; or stop-switch with alarm=NAME or parameter=NAME`,
  };
}

/** `GitLab CI names it in CI_MERGE_REQUEST_IID, which is not set; expected such as 42`. */
function namedBy(env: Env, nameIn: (row: (typeof CI_ROWS)[number]) => readonly [string, string]) {
  const row = rowOf(env);
  if (!row) {
    const all = CI_ROWS.map((each) => `${nameIn(each)[0]} (${each.ci})`);
    return `this run has the variables of no CI; expected one of ${all.join(', ')}`;
  }
  const [name, example] = nameIn(row);
  const value = env[name] ?? '';
  const seen = value === '' ? 'is not set' : `is ${quote(value)}`;
  return `${row.ci} names it in ${name}, which ${seen}; expected for example ${example}`;
}
