// The files of a checkout that `migrate` is about.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { foreign, known } from '../base/errors.ts';
import { quote } from '../base/quote.ts';
import { readSamSettings, type SamSettings } from '../inputs/read-sam-config.ts';
import { mayBeGradual, readSource, type Source } from '../migrate/migrated-source.ts';
import { findFiles } from '../survey/find-files.ts';
import type { CliContext } from './cli-command.ts';

export interface GradualFiles {
  readonly sources: readonly Source[];
  readonly problems: readonly string[];
}

const MOST_BYTES = 5_000_000;
const MOST_JSON_BYTES = 100_000_000;
/** What the Serverless Framework writes is made of serverless.yml, and workflows deploy nothing by themselves. */
const SKIPPED =
  /(?:^|\/)(?:\.serverless|\.github|\.aws-sam)\/|(?:^|\/)(?:package|package-lock|cdk)\.json$/;
const CDK_OUT = /(?:^|\/)cdk\.out\//;

/** Of the files that `--from` names, or else of all in the folder. @param root the folder of the repository */
export async function readGradual(
  { flags, cwd }: CliContext,
  folder: string,
  root: string,
): Promise<GradualFiles> {
  const named = flags.text('from').split('\n').filter(Boolean);
  const paths = named.length > 0 ? named.map((path) => resolve(cwd, path)) : candidatesIn(folder);
  const problems: string[] = [];
  const sources: Source[] = [];
  for (const path of paths) {
    const shown = relative(root, path).replaceAll('\\', '/');
    if (shown.startsWith('../')) {
      problems.push(`--from: ${quote(path)} is outside of the repository ${quote(root)}`);
      continue;
    }
    const text = await textAt(path, problems);
    if (text === undefined || (named.length === 0 && !mayBeGradual(text))) continue;
    const found = await readOne(shown, text, named.length > 0);
    if (typeof found === 'string') problems.push(found);
    else if (found) sources.push(found);
  }
  return { sources, problems };
}

/** What it is, or what is wrong with it; `undefined`: it is something else, which nobody named. */
async function readOne(
  path: string,
  text: string,
  isNamed: boolean,
): Promise<Source | string | undefined> {
  const reading = await readSource(path, text);
  switch (reading.kind) {
    case 'source':
      return reading.source;
    case 'problem':
      // Files with placeholders of another engine may look like templates.
      return isNamed || /^["']?Resources/m.test(text) ? `${path}: ${reading.problem}` : undefined;
    case 'other':
      return isNamed
        ? `--from: ${quote(path)} is none of these: a template, serverless.yml, an AppSpec, what "terraform show -json" writes`
        : undefined;
  }
}

function candidatesIn(folder: string): readonly string[] {
  return findFiles(folder)
    .paths.filter((path) => /\.(?:ya?ml|json|template)$/.test(path) && !SKIPPED.test(path))
    .filter((path) => !CDK_OUT.test(path) || path.endsWith('.template.json'))
    .map((path) => join(folder, path));
}

async function textAt(path: string, problems: string[]): Promise<string | undefined> {
  const isJson = path.endsWith('.json');
  try {
    const { size } = await foreign(() => statSync(path));
    if (size <= (isJson ? MOST_JSON_BYTES : MOST_BYTES)) {
      return await foreign(() => readFileSync(path, 'utf8'));
    }
    problems.push(`${quote(path)} has ${size} bytes; expected at most ${MOST_BYTES}`);
  } catch (error) {
    problems.push(`${quote(path)}: ${known(error).message}`);
  }
  return undefined;
}

/** Of `--sam-config`, or of samconfig.toml next to a template of SAM. */
export async function samSettingsOf(
  { flags }: CliContext,
  { path, kind }: Source,
  { root, region }: { readonly root: string; readonly region: string },
  problems: string[],
): Promise<SamSettings> {
  const given = flags.text('sam-config');
  const beside = join(dirname(path), 'samconfig.toml').replaceAll('\\', '/');
  const isThere = kind === 'sam' && existsSync(join(root, beside));
  const written = given !== '' ? given : isThere ? beside : '';
  return readSamSettings(written, { workspace: root, region }, problems);
}
