// Linters of other projects, run on the files that GitHub, AWS and Terraform read.

import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { find, mustRun, need, run } from '../command.ts';
import { goTool, pythonTool } from '../tools.ts';
import { Unavailable, type Verifier, type VerifyContext } from '../verifier.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const METADATA = fileURLToPath(new URL('../linters/check-metadata.mjs', import.meta.url));

const ACTIONLINT = {
  program: 'actionlint',
  package: 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12',
};
/** GitHub has `concurrency.queue` since May 2026, and this version of actionlint does not know it. */
const NOT_KNOWN_YET = ['-ignore', 'unexpected key "queue" for "concurrency" section'];
const ZIZMOR = { name: 'zizmor', program: 'zizmor', packages: ['zizmor==1.32.0'] };
const CI_SCHEMAS = {
  name: 'check-jsonschema',
  program: 'check-jsonschema',
  packages: ['check-jsonschema==0.39.0'],
};
/** The schemas of other CIs that check-jsonschema carries, and the examples that they describe. */
const OTHER_CIS: readonly (readonly string[])[] = [
  ['vendor.gitlab-ci', '--data-transform', 'gitlab-ci', 'examples/ci/gitlab-ci.yml'],
  ['vendor.buildkite', 'examples/ci/buildkite.yml'],
  ['vendor.circle-ci', 'examples/ci/circleci.yml'],
];
const CFN_LINT = { name: 'cfn-lint', program: 'cfn-lint', packages: ['cfn-lint==1.51.0'] };

export const linters: Verifier = {
  name: 'linters',
  title: 'Linters of workflows, actions and infrastructure',
  shows: 'The files are valid for GitHub, AWS and Terraform.',
  byDefault: true,
  verify: async (context) => {
    const { workflows, templates, terraform, apps } = await filesOf(ROOT);
    const at = { cwd: ROOT };
    await context.check('@actions/languageservice: action.yml and workflows', [], () =>
      mustRun(process.execPath, [METADATA, 'action.yml', ...workflows], at),
    );
    await withTool(
      context,
      'actionlint',
      () => goTool(context, ACTIONLINT),
      (program) => mustRun(program, [...NOT_KNOWN_YET, ...workflows], at),
    );
    await withTool(
      context,
      'zizmor',
      () => pythonTool(context, ZIZMOR),
      (program) => mustRun(program, ['--offline', '--quiet', 'action.yml', ...workflows], at),
    );
    for (const [schema = '', ...args] of OTHER_CIS) {
      await withTool(
        context,
        `check-jsonschema: ${args.at(-1)}`,
        () => pythonTool(context, CI_SCHEMAS),
        (program) => mustRun(program, ['--builtin-schema', schema, ...args], at),
      );
    }
    if (templates.length === 0)
      context.skip('cfn-lint', 'there is no CloudFormation template here');
    else {
      await withTool(
        context,
        'cfn-lint',
        () => pythonTool(context, CFN_LINT),
        (program) => lintTemplates(program, templates),
      );
    }
    for (const app of apps) {
      await withTool(
        context,
        `cfn-lint of what ${app} makes`,
        () => pythonTool(context, CFN_LINT),
        async (program) => lintTemplates(program, await synthesize(context, app), OF_CDK),
      );
    }
    for (const folder of terraform) await validateTerraform(context, folder);
  },
};

/** A missing tool skips its check; the others run. */
async function withTool(
  context: VerifyContext,
  name: string,
  find: () => Promise<string>,
  lint: (program: string) => Promise<unknown>,
): Promise<void> {
  try {
    const program = await find();
    await context.check(name, [], () => lint(program));
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    context.skip(name, error.message);
  }
}

/** AWS added this action in 2026, and no release of cfn-lint lists it yet. */
const NOT_LISTED_YET = /:W3037:'getresourcepolicy' is not one of /;

/** Constructs name dependencies that are there anyway. */
const OF_CDK = /:W3005:/;

async function lintTemplates(
  program: string,
  templates: readonly string[],
  ignored = NOT_LISTED_YET,
): Promise<void> {
  const { code, stdout, stderr } = await run(program, ['--format', 'parseable', ...templates], {
    cwd: ROOT,
  });
  const findings = stdout.split('\n').filter((line) => line !== '' && !ignored.test(line));
  const failed = code !== 0 && stdout === '';
  if (failed || findings.length > 0) throw new Error([stderr, ...findings].join('\n'));
}

/** The templates of a CDK app. Throws `Unavailable` without the CDK. */
async function synthesize(context: VerifyContext, app: string): Promise<readonly string[]> {
  const require = createRequire(import.meta.url);
  try {
    require.resolve('aws-cdk-lib');
  } catch {
    throw new Unavailable('aws-cdk-lib is not installed');
  }
  const folder = join(context.folder, 'cdk', dirname(app));
  const env = { ...process.env, CDK_OUTDIR: folder };
  await mustRun(process.execPath, [app], { cwd: ROOT, env });
  const files = await readdir(folder);
  return files.filter((file) => file.endsWith('.template.json')).map((file) => join(folder, file));
}

async function validateTerraform(context: VerifyContext, folder: string): Promise<void> {
  const name = `terraform validate ${folder}`;
  if (find('terraform') === undefined) return context.skip(name, 'terraform is not installed');
  const terraform = need('terraform');
  const cwd = join(ROOT, folder);
  const env = { ...process.env, TF_DATA_DIR: join(context.folder, 'terraform', folder) };
  const init = await run(terraform, ['init', '-backend=false', '-no-color', '-input=false'], {
    cwd,
    env,
  });
  if (init.code !== 0) return context.skip(name, `no provider: ${firstError(init.stderr)}`);
  await context.check(name, [], () => mustRun(terraform, ['validate', '-no-color'], { cwd, env }));
}

/** Terraform's own error, in one line. */
export function firstError(text: string): string {
  const [, message = text] = /Error: ([\s\S]*)/.exec(text) ?? [];
  return message.replaceAll(/\s+/g, ' ').trim().slice(0, 300);
}

interface Files {
  readonly workflows: readonly string[];
  readonly templates: readonly string[];
  /** Folders that contain `.tf` files. */
  readonly terraform: readonly string[];
  /** Programs that use the CDK. */
  readonly apps: readonly string[];
}

/** The files for the linters, found by their content; paths relative to the project. */
async function filesOf(root: string): Promise<Files> {
  const folders = ['.github/workflows', 'examples'].map((folder) => filesBelow(join(root, folder)));
  const paths = (await Promise.all(folders)).flat();
  const terraform = paths.filter((path) => path.endsWith('.tf')).map((path) => dirname(path));
  const texts = await Promise.all(
    paths
      .filter((path) => /\.(?:ya?ml|mjs)$/.test(path))
      .map(async (path) => ({
        file: relative(root, path),
        text: await readFile(path, 'utf8'),
      })),
  );
  const having = (form: RegExp) =>
    texts.filter(({ text }) => form.test(text)).map(({ file }) => file);
  return {
    // Pipelines of other CIs may also have jobs.
    workflows: having(/^jobs:/m).filter((file) => !file.startsWith(join('examples', 'ci'))),
    templates: having(/^Resources:/m),
    apps: having(/ from 'aws-cdk-lib'/),
    terraform: [...new Set(terraform)].map((folder) => relative(root, folder)),
  };
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .sort();
}
