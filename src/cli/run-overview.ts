// Runs `status --all`.

import { checkSdkSettings } from '../aws/sdk-settings.ts';
import { readOverview } from '../commands/overview.ts';
import { onCancel } from '../github/cancel.ts';
import { readAccountAccess } from '../inputs/read-all-releases.ts';
import { WrongInputs } from '../inputs/refused-inputs.ts';
import { overviewLines, overviewMarkdown } from '../report/overview-text.ts';
import { TARGET_KINDS } from '../targets/kinds.ts';
import { checkAccount } from './check-account.ts';
import { type CliContext, EXIT, type ExitCode } from './cli-command.ts';
import { openCredentials } from './credentials.ts';
import { inputVariables, withOrigin } from './read-release.ts';
import { fileProblems, writeFiles } from './result-files.ts';
import { UsageError } from './usage-error.ts';

/** What is wrong with the flags. */
export function overviewProblems(context: CliContext): readonly string[] {
  try {
    readAccess(context);
    return [];
  } catch (error) {
    if (error instanceof UsageError) return error.problems;
    throw error;
  }
}

export async function runOverview(context: CliContext): Promise<ExitCode> {
  const { flags, env, cwd, log } = context;
  const access = readAccess(context);
  checkSdkSettings(env);
  const credentials = await openCredentials(access, { runId: 'overview', attempt: '1' }, context);
  const expected = flags.get('account');
  await checkAccount({ region: access.region, credentials, expected }, log);
  const { signal, dispose } = onCancel(log, () => undefined, ['SIGINT', 'SIGTERM']);
  try {
    const overview = await readOverview({
      ...{ region: access.region, credentials, cancelled: signal },
      server: env.GITHUB_SERVER_URL || 'https://github.com',
    });
    const contents = {
      summary: () => overviewMarkdown(overview),
      report: () => `${JSON.stringify(overview, null, 2)}\n`,
    };
    await writeFiles(contents, flags, cwd, log);
    log.text(`${overviewLines(overview).join('\n')}\n`);
    return overview.problems.length > 0 ? EXIT.failed : EXIT.ok;
  } finally {
    dispose();
  }
}

/** Throws one `UsageError` with all problems. */
function readAccess({ flags, env, cwd }: CliContext) {
  const problems = [...fileProblems(flags, cwd)];
  const unused = ['page', 'outputs'].flatMap((name) => {
    const given = flags.get(name);
    return given ? [`${given.from}: with --all, expected --summary or --report`] : [];
  });
  problems.push(...unused);
  try {
    const variables = inputVariables('status', flags, env, cwd);
    const host = {
      expectedRegion: 'expected --region, or the variable AWS_REGION',
      defaults: {},
    };
    const access = readAccountAccess(variables, flags.text, TARGET_KINDS, host);
    if (problems.length === 0) return access;
  } catch (error) {
    if (!(error instanceof WrongInputs)) throw error;
    problems.push(...error.problems.map((problem) => withOrigin(problem, flags)));
  }
  throw new UsageError(problems);
}
