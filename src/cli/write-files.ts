// Shows files before they are written, and writes them if that is wanted: for commands that write into a checkout.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { foreign, KnownError, known } from '../base/errors.ts';
import { listed } from '../base/listed.ts';
import { quote } from '../base/quote.ts';
import { lineDiff } from '../init/line-diff.ts';
import { type FileState, type PlannedFile, stateOf } from '../init/planned-file.ts';
import { ask } from './ask.ts';
import { type CliContext, EXIT, type ExitCode } from './cli-command.ts';

export function wrongWriting({ flags }: CliContext): readonly string[] {
  return flags.has('write') && flags.has('dry-run')
    ? ['--write and --dry-run exclude each other; expected one of them']
    : [];
}

const WORDS: Readonly<Record<FileState, string>> = {
  new: 'new',
  changed: 'changed',
  same: 'as it is',
  kept: 'kept: it has other content (--overwrite replaces it)',
};

/** Shows states and differences. @returns the paths of files that are kept although they have other content */
export function showFiles(
  { log, flags }: Pick<CliContext, 'log' | 'flags'>,
  all: readonly PlannedFile[],
): readonly string[] {
  const states = all.map((file) => ({ file, state: stateOf(file, flags.has('overwrite')) }));
  log.text('Files:');
  for (const { file, state } of states) log.text(`  ${file.path} (${WORDS[state]})`);
  for (const { file, state } of states) {
    if (state !== 'same') log.text(`\n${lineDiff(file.path, file.before, file.text)}`);
  }
  return states.filter(({ state }) => state === 'kept').map(({ file }) => file.path);
}

export function keptNote(paths: readonly string[]): string {
  return `files of yours are kept: ${listed(paths)}. Compare them with what is shown, for the commands below expect that content; --overwrite replaces them`;
}

/** @param again what runs once more after a file that could not be written */
export async function writeFiles(
  { log, flags, interactive }: CliContext,
  root: string,
  all: readonly PlannedFile[],
  again = 'init',
): Promise<ExitCode> {
  const changed = all.filter((file) => {
    const state = stateOf(file, flags.has('overwrite'));
    return state === 'new' || state === 'changed';
  });
  if (changed.length === 0) {
    log.text('\nNothing to write: all files are as they should be.');
    return EXIT.ok;
  }
  const isWanted =
    !flags.has('dry-run') && (flags.has('write') || (interactive && (await isConfirmed(changed))));
  if (!isWanted) {
    log.text(`\nNothing was written. Add --write to write ${changed.length} files.`);
    return EXIT.ok;
  }
  for (const [i, { path, text }] of changed.entries()) {
    await foreign(() => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }).catch((error) => {
      const before = changed.slice(0, i).map((file) => quote(file.path));
      const written =
        before.length === 0
          ? 'nothing was written'
          : `${before.join(', ')} ${before.length === 1 ? 'was' : 'were'} written`;
      throw new KnownError(
        `${quote(path)} could not be written (${known(error).message}); ${written}. Run ${again} again once it can be`,
      );
    });
  }
  log.text(`\nWritten: ${changed.map(({ path }) => quote(path)).join(', ')}.`);
  return EXIT.ok;
}

async function isConfirmed(files: readonly PlannedFile[]): Promise<boolean> {
  return /^y(es)?$/i.test(await ask(`\nWrite these ${files.length} files? [y/N] `));
}
