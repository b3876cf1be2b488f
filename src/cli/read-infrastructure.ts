// Reads the checkout and the account that `doctor` and `init` are about.

import { resolve } from 'node:path';
import { quote } from '../base/quote.ts';
import { compare } from '../doctor/compare.ts';
import type { Survey } from '../doctor/facts.ts';
import { type AccountReading, NoCredentialsError, readAccount } from '../survey/read-account.ts';
import { readFolder } from '../survey/read-folder.ts';
import type { CliContext } from './cli-command.ts';
import { UsageError } from './usage-error.ts';

export interface Infrastructure {
  readonly survey: Survey;
  /** The files alone. */
  readonly files: Survey;
  /** Its number; `undefined`: not known. */
  readonly account: string | undefined;
  /** Files and the account, in words. */
  readonly read: readonly string[];
  readonly folder: string;
  readonly region: string;
}

export async function readInfrastructure({ flags, env, cwd }: CliContext): Promise<Infrastructure> {
  const region = flags.text('region') || env.AWS_REGION || env.AWS_DEFAULT_REGION || '';
  refuseWrong(flags.text('account'), region);
  const folder = resolve(cwd, flags.text('folder') || '.');
  const shown = flags.text('terraform-json');
  const files = await readFolder(folder, shown === '' ? undefined : resolve(cwd, shown));
  const isOffline = flags.has('offline') || region === '';
  const hasFiles = files.survey.functions.length > 0;
  const account = isOffline ? undefined : await readIfThere(region, flags, hasFiles);
  if (account === undefined || 'note' in account) {
    const why = flags.has('offline')
      ? []
      : [account?.note ?? 'no account was read: there is no Region (--region or AWS_REGION)'];
    const { survey } = files;
    return {
      ...{ folder, region, read: files.read, files: survey },
      account: flags.text('account') || undefined,
      survey: { ...survey, notes: [...survey.notes, ...why] },
    };
  }
  const both = hasFiles
    ? compare({
        files: files.survey,
        account: account.survey,
        stack: flags.text('stack') || undefined,
      })
    : withNotes(account.survey, files.survey);
  const read = [...files.read, account.words];
  return {
    ...{ survey: both, files: files.survey, read, folder, region },
    account: account.account || flags.text('account') || undefined,
  };
}

/** The account alone, and what was wrong with the files. */
function withNotes(account: Survey, files: Survey): Survey {
  return {
    ...account,
    notes: [...files.notes, ...account.notes],
    problems: [...files.problems, ...account.problems],
  };
}

function refuseWrong(account: string, region: string): void {
  const problems: string[] = [];
  if (account !== '' && !/^\d{12}$/.test(account)) {
    problems.push(`--account: ${quote(account)}; expected 12 digits`);
  }
  if (region !== '' && !/^[a-z]{2,4}(-[a-z]+)+-\d+$/.test(region)) {
    problems.push(`--region: ${quote(region)}; expected a Region such as eu-central-1`);
  }
  if (problems.length > 0) throw new UsageError(problems);
}

/** Without credentials, the files are enough. */
async function readIfThere(
  region: string,
  flags: CliContext['flags'],
  hasFiles: boolean,
): Promise<AccountReading | { readonly note: string }> {
  try {
    return await readAccount({
      region,
      account: flags.text('account') || undefined,
      functions: namesIn(flags.text('functions')),
      stack: flags.text('stack') || undefined,
    });
  } catch (error) {
    if (!hasFiles || !(error instanceof NoCredentialsError)) throw error;
    return { note: 'no account was read: there are no AWS credentials' };
  }
}

/** Names of functions, of ARNs and of `function:alias`. */
function namesIn(text: string): readonly string[] {
  return text
    .split(/[,\n]/)
    .map((each) =>
      each
        .trim()
        .replace(/^arn:.*?:function:/, '')
        .replace(/:.*$/, ''),
    )
    .filter((each) => each !== '');
}
