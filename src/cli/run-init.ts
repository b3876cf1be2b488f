// Runs `init`: reads, plans all files, shows them, and writes them if that is wanted.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { foreign, KnownError, known } from '../base/errors.ts';
import { listed } from '../base/listed.ts';
import { quote } from '../base/quote.ts';
import { type Diagnosis, diagnose } from '../doctor/diagnose.ts';
import { wrapped } from '../doctor/diagnosis-text.ts';
import { lineDiff } from '../init/line-diff.ts';
import { planInit } from '../init/plan-init.ts';
import { type FileState, type PlannedFile, stateOf } from '../init/planned-file.ts';
import { printedCode } from '../init/printed-code.ts';
import { releasesOf } from '../init/releases.ts';
import { writtenRegion } from '../init/written-region.ts';
import { ask } from './ask.ts';
import { type CliContext, EXIT, type ExitCode } from './cli-command.ts';
import { editInfrastructure } from './edit-infrastructure.ts';
import { type Infrastructure, readInfrastructure } from './read-infrastructure.ts';
import { readPin, readRepository, readWorkflows, rootOf } from './read-repository.ts';
import { UsageError } from './usage-error.ts';

export async function runInit(context: CliContext): Promise<ExitCode> {
  const { flags, log } = context;
  const infrastructure = await readInfrastructure(context);
  const { folder, files, survey } = infrastructure;
  const diagnoses = diagnose(survey);
  if (diagnoses.length === 0) {
    for (const problem of survey.problems) log.error(problem);
    log.error(
      `No function was found in ${folder}, so there is nothing to write. Run doctor there.`,
    );
    return EXIT.failed;
  }
  const root = await rootOf(folder);
  const workflows = readWorkflows(root);
  const releases = releasesOf(diagnoses, (one) => stackOf(one, flags.text('stack'), folder));
  const found = await readRepository(context, root);
  const pin = await readPin(context, root, workflows);
  const problems = [
    ...releases.problems,
    ...found.problems,
    ...(pin.problem === undefined ? [] : [pin.problem]),
    ...wrongWriting(context),
  ];
  const { repository } = found;
  if (problems.length > 0 || !repository) throw new UsageError(problems);
  const edited = await editInfrastructure(folder, diagnose(files));
  const region = infrastructure.region || regionIn(infrastructure);
  const planned = planInit({
    ...{ releases: releases.releases, repository, workflows, commit: pin.commit },
    ...{ region: region ?? 'us-east-1', isRegionKnown: region !== undefined },
    source: sourceOf(diagnose(files), root, folder),
    environment: flags.text('environment') || 'production',
    account: infrastructure.account,
    hasLockFile: existsSync(join(root, '.github/workflows/actions.lock')),
  });
  const all: readonly PlannedFile[] = [
    ...edited.files.map((file) => ({
      ...file,
      path: relative(root, join(folder, file.path)).replaceAll('\\', '/'),
    })),
    ...planned.files.map(({ path, text }) => ({
      ...{ path, text, isEdit: false },
      before: textAt(join(root, path)),
    })),
  ];
  show(context, all, {
    code: [...edited.code, ...diagnose(files).map(printedCode)].filter((text) => text !== ''),
    notes: [...found.notes, ...releases.notes, ...edited.notes, ...planned.notes],
    commands: planned.commands,
    afterwards: planned.afterwards,
    where: relative(context.cwd, root),
  });
  return await write(context, root, all);
}

function wrongWriting({ flags }: CliContext): readonly string[] {
  return flags.has('write') && flags.has('dry-run')
    ? ['--write and --dry-run exclude each other; expected one of them']
    : [];
}

/** From the account, the flag, SAM's own settings, or the name of CDK's file. */
function stackOf({ fact }: Diagnosis, given: string, folder: string): string | undefined {
  if (fact.stack) return fact.stack.name;
  if (fact.tool === 'terraform' || fact.tool === undefined) return undefined;
  if (given !== '') return given;
  const path = fact.id.replace(/#.*$/, '');
  if (fact.tool === 'cdk') return basename(path, '.template.json');
  if (fact.tool !== 'sam') return undefined;
  const settings = textAt(join(folder, dirname(path), 'samconfig.toml'));
  return /^[ \t]{0,40}stack_name[ \t]{0,40}=[ \t]{0,40}"([^"]{1,128})"/m.exec(settings ?? '')?.[1];
}

function regionIn({ folder, read }: Infrastructure): string | undefined {
  const texts = (paths: readonly string[]) => paths.map((path) => textAt(join(folder, path)) ?? '');
  const folders = [...new Set(['.', ...read.map((path) => dirname(path))])];
  return writtenRegion({
    samconfig: texts(folders.map((each) => join(each, 'samconfig.toml'))),
    terraform: texts(read.filter((path) => path.endsWith('.tf'))),
  });
}

/** The file that is deployed first, from the folder of the repository. */
function sourceOf(
  diagnoses: readonly Diagnosis[],
  root: string,
  folder: string,
): string | undefined {
  const found = diagnoses.find(({ mode }) => mode.kind !== 'none');
  if (!found) return undefined;
  const { id, where, tool } = found.fact;
  const path = tool === 'terraform' ? where.replace(/:\d+$/, '') : id.replace(/#.*$/, '');
  return relative(root, join(folder, path)).replaceAll('\\', '/');
}

function textAt(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

interface Shown {
  readonly code: readonly string[];
  readonly notes: readonly string[];
  readonly commands: readonly string[];
  readonly afterwards: string;
  /** The folder of the commands, from the one that init runs in; empty: the same. */
  readonly where: string;
}

const WORDS: Readonly<Record<FileState, string>> = {
  new: 'new',
  changed: 'changed',
  same: 'as it is',
  kept: 'kept: it has other content (--overwrite replaces it)',
};

function show({ log, flags }: CliContext, all: readonly PlannedFile[], shown: Shown): void {
  const states = all.map((file) => ({ file, state: stateOf(file, flags.has('overwrite')) }));
  log.text('Files:');
  for (const { file, state } of states) log.text(`  ${file.path} (${WORDS[state]})`);
  for (const { file, state } of states) {
    if (state !== 'same') log.text(`\n${lineDiff(file.path, file.before, file.text)}`);
  }
  if (shown.code.length > 0) log.text(`\nTo copy:\n\n${shown.code.join('\n')}`);
  const kept = states.filter(({ state }) => state === 'kept').map(({ file }) => file.path);
  const notes = [...(kept.length === 0 ? [] : [keptNote(kept)]), ...shown.notes];
  if (notes.length > 0) log.text('\nNotes:');
  for (const note of notes) log.text(`  - ${wrapped(note, 4).join('\n').trimStart()}`);
  log.text(shown.where === '' ? '\nNext:' : `\nNext, in ${shown.where}:`);
  for (const [i, command] of shown.commands.entries()) log.text(`  ${i + 1}. ${command}`);
  log.text(`\n${wrapped(shown.afterwards, 0).join('\n')}`);
}

function keptNote(paths: readonly string[]): string {
  return `files of yours are kept: ${listed(paths)}. Compare them with what is shown, for the commands below expect that content; --overwrite replaces them`;
}

async function write(
  { log, flags, interactive }: CliContext,
  root: string,
  all: readonly PlannedFile[],
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
        `${quote(path)} could not be written (${known(error).message}); ${written}. Run init again once it can be`,
      );
    });
  }
  log.text(`\nWritten: ${changed.map(({ path }) => quote(path)).join(', ')}.`);
  return EXIT.ok;
}

async function isConfirmed(files: readonly PlannedFile[]): Promise<boolean> {
  return /^y(es)?$/i.test(await ask(`\nWrite these ${files.length} files? [y/N] `));
}
