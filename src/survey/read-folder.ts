// The infrastructure that a checkout defines: SAM, CloudFormation, CDK's output, Terraform, serverless.yml.

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { KnownError, known, messageOf } from '../base/errors.ts';
import { parseJson } from '../base/foreign-text.ts';
import { quote } from '../base/quote.ts';
import { EMPTY_SURVEY, joined, type Survey } from '../doctor/facts.ts';
import { riskyCommands } from '../doctor/risky-commands.ts';
import { isServerlessFile } from '../doctor/serverless-template.ts';
import { surveyServerless } from '../doctor/survey-serverless.ts';
import {
  type Assets,
  isTemplate,
  type ParsedTemplate,
  surveyTemplates,
} from '../doctor/survey-templates.ts';
import { surveyTerraform } from '../doctor/survey-terraform.ts';
import { readTerraformFiles } from '../doctor/terraform-files.ts';
import { readTerraformJson } from '../doctor/terraform-json.ts';
import type { HclFile } from '../hcl/hcl-model.ts';
import { parseHcl } from '../hcl/hcl-parser.ts';
import { parseTree } from '../templates/parse.ts';
import type { Tree } from '../templates/tree.ts';
import { findFiles } from './find-files.ts';

export interface FolderReading {
  readonly survey: Survey;
  /** The files that define something. */
  readonly read: readonly string[];
}

/** CloudFormation accepts templates of 1 MB; CDK writes longer ones in lines of their own. */
const MOST_BYTES = 5_000_000;
const MOST_JSON_BYTES = 100_000_000;

/**
 * @param terraformJson what `terraform show -json` wrote, to be read in place of Terraform's files
 * @param edited texts in place of those on the disk, by their paths
 */
export async function readFolder(
  folder: string,
  terraformJson: string | undefined,
  edited: ReadonlyMap<string, string> = new Map(),
): Promise<FolderReading> {
  const { paths, notes } = findFiles(folder);
  const at = { folder, paths, edited };
  const readings = [
    await readTemplates(at),
    terraformJson === undefined ? await readTerraform(at) : readShown(terraformJson),
    programsIn(paths),
    commandsIn(at),
  ];
  return {
    survey: joined([...readings.map(({ survey }) => survey), { ...EMPTY_SURVEY, notes }]),
    read: readings.flatMap(({ read }) => read),
  };
}

interface At {
  readonly edited: ReadonlyMap<string, string>;
  readonly folder: string;
  readonly paths: readonly string[];
}

/** What `serverless package` writes. */
const PACKAGED = /(?:^|\/)\.serverless\/cloudformation-template-update-stack\.json$/;
const BUILT = /(?:^|\/)(?:cdk\.out|\.serverless)\//;
const CDK_TEMPLATE = /(?:^|\/)cdk\.out\/(?:.*\/)?[^/]+\.template\.json$/;
const SERVERLESS = /(?:^|\/)serverless\.ya?ml$/;

async function readTemplates({ folder, paths, edited }: At): Promise<FolderReading> {
  const problems: string[] = [];
  const documents: Document[] = [];
  for (const path of paths.filter(mayBeTemplate)) {
    const text = edited.get(path) ?? textOf(folder, path, MOST_BYTES, problems);
    const tree = text === undefined ? undefined : await treeOf(path, text, problems);
    if (tree !== undefined) documents.push({ path, tree });
  }
  const own = documents.filter(
    ({ path, tree }) => isServerlessFile(tree) && !isPackaged(path, paths),
  );
  const templates = documents.filter(({ tree }) => !isServerlessFile(tree) && isTemplate(tree));
  const surveys = [
    surveyTemplates(
      templates.map(({ path, tree }) => templateOf(path, tree)),
      assetsIn({ folder, paths, edited }),
    ),
    ...own.map(({ path, tree }) => surveyServerless(path, tree)),
    { ...EMPTY_SURVEY, problems },
  ];
  return { survey: joined(surveys), read: [...templates, ...own].map(({ path }) => path) };
}

interface Document {
  readonly path: string;
  readonly tree: Tree;
}

/** CDK names nested templates by their hashes, and says in a manifest which files they are. */
function assetsIn({ folder, paths }: At): Assets {
  const manifests = paths.filter((path) =>
    /(?:^|\/)cdk\.out\/(?:.*\/)?[^/]+\.assets\.json$/.test(path),
  );
  return new Map(
    manifests.flatMap((path) => {
      const within = path.slice(0, path.lastIndexOf('/') + 1);
      const manifest = parseJson(textOf(folder, path, MOST_BYTES, []) ?? '');
      const { files } = (manifest ?? {}) as Manifest;
      return Object.entries(files ?? {}).flatMap(([hash, file]) =>
        typeof file?.source?.path === 'string' ? [[hash, within + file.source.path] as const] : [],
      );
    }),
  );
}

interface Manifest {
  readonly files?: Readonly<
    Record<string, { readonly source?: { readonly path?: unknown } | null } | null>
  > | null;
}

/** `undefined`: it has nothing of AWS in it, or is not understood. */
async function treeOf(path: string, text: string, problems: string[]): Promise<Tree | undefined> {
  const isServerless = SERVERLESS.test(path);
  if (!isServerless && !/\bAWS::/.test(text)) return undefined;
  const parsed = await parseTree(text);
  if (parsed.kind === 'tree') return parsed.tree;
  // Files with placeholders of another engine may look like templates.
  if (isServerless || /^[ \t]{0,40}["']?Resources\b/m.test(text)) {
    problems.push(`${path}: ${parsed.problem}`);
  }
  return undefined;
}

function templateOf(path: string, tree: Tree): ParsedTemplate {
  if (PACKAGED.test(path)) return { path, tree, tool: 'serverless' };
  return CDK_TEMPLATE.test(path) ? { path, tree, tool: 'cdk' } : { path, tree };
}

function mayBeTemplate(path: string): boolean {
  if (path.endsWith('.tf') || /\.tf\.json$/.test(path)) return false;
  if (BUILT.test(path)) return CDK_TEMPLATE.test(path) || PACKAGED.test(path);
  return /\.(?:ya?ml|json|template)$/.test(path);
}

/** Whether the framework has written the template of a serverless.yml, which has everything in it. */
function isPackaged(path: string, paths: readonly string[]): boolean {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return paths.includes(`${folder}.serverless/cloudformation-template-update-stack.json`);
}

async function readTerraform({ folder, paths, edited }: At): Promise<FolderReading> {
  const files: HclFile[] = [];
  const problems: string[] = [];
  for (const path of paths.filter((each) => each.endsWith('.tf'))) {
    const text = edited.get(path) ?? textOf(folder, path, MOST_BYTES, problems);
    try {
      if (text !== undefined) files.push(parseHcl(path, text));
    } catch (error) {
      problems.push(known(error).message);
    }
  }
  for (const path of paths.filter((each) => each.endsWith('.tf.json'))) {
    problems.push(`${path}: Terraform's JSON syntax is not read; use --terraform-json`);
  }
  const surveys = readTerraformFiles(files).map(({ instances, ...more }) =>
    surveyTerraform(instances, more),
  );
  return {
    survey: joined([...surveys, { ...EMPTY_SURVEY, problems }]),
    read: files.map(({ path }) => path),
  };
}

function readShown(path: string): FolderReading {
  const problems: string[] = [];
  const text = textOf('', path, MOST_JSON_BYTES, problems);
  if (text === undefined) throw new KnownError(`--terraform-json: ${problems.join('; ')}`);
  const shown = readTerraformJson(path, text);
  if (!shown) {
    throw new KnownError(
      `--terraform-json: ${quote(path)} is not what "terraform show -json" writes of a plan or a state`,
    );
  }
  return { survey: surveyTerraform(shown.instances, { planned: shown.planned }), read: [path] };
}

/** Infrastructure that a program makes, and whose output is missing. */
function programsIn(paths: readonly string[]): FolderReading {
  const problems: string[] = [];
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const isCdk = /(?:^|\/)cdk\.json$/.test(path) && !BUILT.test(path);
    if (isCdk && !paths.some((each) => each.startsWith(`${folder}cdk.out/`))) {
      problems.push(`${path}: there is no ${folder}cdk.out. Run "npx cdk synth" first`);
    }
    const isProgram = /(?:^|\/)serverless\.[cm]?[jt]s$/.test(path);
    if (isProgram && !isPackaged(path, paths)) {
      problems.push(`${path}: it is a program. Run "npx serverless package" first`);
    }
  }
  return { survey: { ...EMPTY_SURVEY, problems }, read: [] };
}

/** Scripts, workflows of CIs, and npm's scripts. */
const SCRIPTS =
  /\.sh$|(?:^|\/)(?:Makefile|Justfile|Jenkinsfile|package\.json|buildspec[\w.-]*\.ya?ml|\.gitlab-ci\.ya?ml)$|(?:^|\/)\.(?:github\/workflows|circleci|buildkite)\/[^/]+\.ya?ml$/;
const MOST_SCRIPT_BYTES = 500_000;

function commandsIn({ folder, paths }: At): FolderReading {
  const notes = paths
    .filter((path) => SCRIPTS.test(path))
    .flatMap((path) => riskyCommands(path, textOf(folder, path, MOST_SCRIPT_BYTES, []) ?? ''));
  return { survey: { ...EMPTY_SURVEY, notes }, read: [] };
}

/** `undefined`: it could not be read, which is a problem. */
function textOf(
  folder: string,
  path: string,
  mostBytes: number,
  problems: string[],
): string | undefined {
  const full = folder === '' ? path : join(folder, path);
  try {
    const { size } = statSync(full);
    if (size <= mostBytes) return readFileSync(full, 'utf8');
    // Lock files and data are no templates.
    if (folder === '')
      problems.push(`${quote(path)} has ${size} bytes; expected at most ${mostBytes}`);
  } catch (error) {
    problems.push(`${quote(path)}: ${messageOf(error)}`);
  }
  return undefined;
}
