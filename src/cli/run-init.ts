// Runs `init`: reads, plans all files, shows them, and writes them if that is wanted.

import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type Diagnosis, diagnose } from '../doctor/diagnose.ts';
import { wrapped } from '../doctor/diagnosis-text.ts';
import { configPaths } from '../init/config-text.ts';
import { ignoresTags } from '../init/ignored-tags.ts';
import { planInit } from '../init/plan-init.ts';
import type { PlannedFile } from '../init/planned-file.ts';
import { printedCode } from '../init/printed-code.ts';
import { releasesOf } from '../init/releases.ts';
import { writtenRegion } from '../init/written-region.ts';
import { type CliContext, EXIT, type ExitCode } from './cli-command.ts';
import { editInfrastructure } from './edit-infrastructure.ts';
import { type Infrastructure, readInfrastructure } from './read-infrastructure.ts';
import { readPin, readRepository, readWorkflows, rootOf } from './read-repository.ts';
import { UsageError } from './usage-error.ts';
import { keptNote, showFiles, writeFiles, wrongWriting } from './write-files.ts';

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
    ignoresTags: ignoresTags(terraformTexts(infrastructure)),
    keptConfigs: configPaths(releases.releases).map((path) => textAt(join(root, path)) ?? ''),
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
  return await writeFiles(context, root, all);
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

function regionIn(infrastructure: Infrastructure): string | undefined {
  const { folder, read } = infrastructure;
  const texts = (paths: readonly string[]) => paths.map((path) => textAt(join(folder, path)) ?? '');
  const folders = [...new Set(['.', ...read.map((path) => dirname(path))])];
  return writtenRegion({
    samconfig: texts(folders.map((each) => join(each, 'samconfig.toml'))),
    terraform: terraformTexts(infrastructure),
  });
}

function terraformTexts({ folder, read }: Infrastructure): readonly string[] {
  return read
    .filter((path) => path.endsWith('.tf'))
    .map((path) => textAt(join(folder, path)) ?? '');
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

function show({ log, flags }: CliContext, all: readonly PlannedFile[], shown: Shown): void {
  const kept = showFiles({ log, flags }, all);
  if (shown.code.length > 0) log.text(`\nTo copy:\n\n${shown.code.join('\n')}`);
  const notes = [...(kept.length === 0 ? [] : [keptNote(kept)]), ...shown.notes];
  if (notes.length > 0) log.text('\nNotes:');
  for (const note of notes) log.text(`  - ${wrapped(note, 4).join('\n').trimStart()}`);
  log.text(shown.where === '' ? '\nNext:' : `\nNext, in ${shown.where}:`);
  for (const [i, command] of shown.commands.entries()) log.text(`  ${i + 1}. ${command}`);
  log.text(`\n${wrapped(shown.afterwards, 0).join('\n')}`);
}
