// Runs `migrate`: reads, plans all files, shows what will be different, and writes if that is wanted.

import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { quote } from '../base/quote.ts';
import { wrapped } from '../doctor/diagnosis-text.ts';
import { type PlannedFile, stateOf } from '../init/planned-file.ts';
import { differencesText } from '../migrate/differences.ts';
import { configFiles, type Migration, migrationOf } from '../migrate/plan-migration.ts';
import { parseSteps } from '../rollout/steps.ts';
import { readSupplied } from '../templates/template-parameters.ts';
import { type CliContext, EXIT, type ExitCode } from './cli-command.ts';
import { readGradual, samSettingsOf } from './read-gradual.ts';
import { rootOf } from './read-repository.ts';
import { UsageError } from './usage-error.ts';
import { showFiles, writeFiles, wrongWriting } from './write-files.ts';

export async function runMigrate(context: CliContext): Promise<ExitCode> {
  const { flags, log, cwd } = context;
  const folder = resolve(cwd, flags.text('folder') || '.');
  const root = await rootOf(folder);
  const problems = [...wrongWriting(context), ...wrongFlags(context)];
  const config = flags.text('config') || '.github/canary.yml';
  const found = await readGradual(context, folder, root);
  const all = await migrationsOf(context, found, root, problems);
  if (problems.length > 0) throw new UsageError(problems);
  const migrations = all.filter(({ releases }) => releases.length > 0);
  if (migrations.length === 0) return nothing(context, all, folder);
  const isWhole = !flags.has('config-only');
  const files = plannedFiles(migrations, config, root, isWhole);
  for (const migration of migrations) showMigration(context, migration);
  const kept = showFiles(context, files);
  if (isWhole) showSteps(context, migrations);
  if (kept.length > 0) {
    log.error(
      `${kept.map(quote).join(', ')}: other content is there, so nothing was written: without it, nothing would release any more. Give --config FILE for another file, or --overwrite`,
    );
    return EXIT.failed;
  }
  const [first = config] = configFiles(migrations, config).map(({ path }) => path);
  showNext(context, first, relative(cwd, root));
  return await writeFiles(context, root, files, 'migrate');
}

function wrongFlags({ flags }: CliContext): readonly string[] {
  const [account, region, steps, config] = ['account', 'region', 'steps', 'config'].map(flags.text);
  const parsed = steps ? parseSteps(steps) : undefined;
  return [
    ...(account && !/^\d{12}$/.test(account)
      ? [`--account: ${quote(account)}; expected 12 digits`]
      : []),
    ...(region && !/^[a-z]{2,4}(-[a-z]+)+-\d+$/.test(region)
      ? [`--region: ${quote(region)}; expected a Region such as eu-central-1`]
      : []),
    ...(parsed?.kind === 'problems' ? parsed.problems.map((problem) => `--steps: ${problem}`) : []),
    ...(config && !/^(?!\/|.*\.\.\/).+\.ya?ml$/.test(config)
      ? [`--config: ${quote(config)}; expected a YAML file within the repository`]
      : []),
  ];
}

async function migrationsOf(
  context: CliContext,
  found: Awaited<ReturnType<typeof readGradual>>,
  root: string,
  problems: string[],
): Promise<readonly Migration[]> {
  const { flags, env } = context;
  const region = flags.text('region') || env.AWS_REGION || env.AWS_DEFAULT_REGION || '';
  const own = readSupplied(flags.text('template-parameters'), problems, '--template-parameters');
  const account = flags.text('account');
  const supplied = new Map([
    ...(account === '' ? [] : [['AWS::AccountId', account] as const]),
    ...own,
  ]);
  problems.push(...found.problems);
  const migrations: Migration[] = [];
  for (const source of found.sources) {
    const settings = await samSettingsOf(context, source, { root, region }, problems);
    const isCdk = source.kind === 'cdk';
    const stack = isCdk ? basename(source.path, '.template.json') : settings.stack;
    const migration = await migrationOf(source, {
      ...{ supplied, configured: settings.parameters, region, stepsOf },
      ...{ steps: flags.text('steps'), stack: flags.text('stack') || stack },
    });
    problems.push(...migration.problems.map((problem) => `${source.path}: ${problem}`));
    migrations.push({ ...migration, notes: [...settings.notes, ...migration.notes] });
  }
  return migrations;
}

function stepsOf(text: string): string {
  const parsed = parseSteps(text);
  return parsed.kind === 'steps' ? JSON.stringify(parsed.steps) : text;
}

/** After a migration, this is what a second run finds. */
function nothing({ log }: CliContext, all: readonly Migration[], folder: string): ExitCode {
  log.text(
    all.length === 0
      ? `Nothing to migrate: no file in ${folder} releases gradually.`
      : 'Nothing to migrate: nothing that was read releases gradually.',
  );
  for (const { source, why } of all) {
    for (const reason of why) log.text(`  - ${source.path}: ${reason}`);
  }
  return EXIT.ok;
}

function plannedFiles(
  migrations: readonly Migration[],
  config: string,
  root: string,
  isWhole: boolean,
): readonly PlannedFile[] {
  const configs = configFiles(migrations, config).map((file) => ({
    ...{ ...file, isEdit: false },
    before: textAt(join(root, file.path)),
  }));
  const templates = migrations.flatMap(({ source, change }): PlannedFile[] =>
    change.text === undefined || !isWhole
      ? []
      : [{ path: source.path, text: change.text, before: source.text, isEdit: true }],
  );
  return [...configs, ...templates.filter((file) => stateOf(file, false) !== 'same')];
}

function textAt(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function showMigration({ log }: CliContext, migration: Migration): void {
  const { source, notes, differences, change } = migration;
  log.text(`${source.path}:`);
  for (const note of [...notes, ...change.notes]) {
    log.text(`  - ${wrapped(note, 4).join('\n').trimStart()}`);
  }
  log.text(`\nWhat will be different:\n\n${differencesText(differences).join('\n')}\n`);
}

function showSteps({ log }: CliContext, migrations: readonly Migration[]): void {
  const steps = migrations.flatMap(({ change }) => change.steps);
  if (steps.length > 0) log.text('\nBy hand:');
  for (const step of steps) log.text(`  - ${wrapped(step, 4).join('\n').trimStart()}`);
  const code = migrations.flatMap((migration) => migration.code);
  if (code.length > 0) log.text(`\nTo copy:\n\n${code.join('\n')}`);
}

function showNext({ log }: CliContext, config: string, where: string): void {
  log.text(where === '' ? '\nNext:' : `\nNext, in ${where}:`);
  const commands = [
    `npx github:org/canary-action plan --config ${config}    # names, permissions, and what a release would do`,
    'deploy the change alone, without new code    # all users stay on the same code',
    'npx github:org/canary-action init    # writes workflows and roles, and keeps this config file',
  ];
  for (const [i, command] of commands.entries()) log.text(`  ${i + 1}. ${command}`);
}
