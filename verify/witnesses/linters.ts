// Linters that other people wrote, on the files that GitHub and AWS read of ours.

import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { find, mustRun, need, run } from '../command.ts';
import { goTool, pythonTool } from '../tools.ts';
import { Absent, type Stand, type Witness } from '../witness.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const METADATA = fileURLToPath(new URL('../linters/check-metadata.mjs', import.meta.url));

const ACTIONLINT = {
  program: 'actionlint',
  package: 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12',
};
const ZIZMOR = { name: 'zizmor', program: 'zizmor', packages: ['zizmor==1.32.0'] };
const CFN_LINT = { name: 'cfn-lint', program: 'cfn-lint', packages: ['cfn-lint==1.51.0'] };

export const linters: Witness = {
  name: 'linters',
  title: 'Linters of workflows, actions and infrastructure',
  worth: 'Files are what GitHub, AWS and Terraform take them for.',
  byDefault: true,
  testify: async (stand) => {
    const { workflows, templates, terraform } = await filesOf(ROOT);
    const at = { cwd: ROOT };
    await stand.check('@actions/languageservice: action.yml and workflows', [], () =>
      mustRun(process.execPath, [METADATA, 'action.yml', ...workflows], at),
    );
    await withTool(
      stand,
      'actionlint',
      () => goTool(stand, ACTIONLINT),
      (program) => mustRun(program, workflows, at),
    );
    await withTool(
      stand,
      'zizmor',
      () => pythonTool(stand, ZIZMOR),
      (program) => mustRun(program, ['--offline', '--quiet', 'action.yml', ...workflows], at),
    );
    if (templates.length === 0) stand.skip('cfn-lint', 'there is no CloudFormation template here');
    else {
      await withTool(
        stand,
        'cfn-lint',
        () => pythonTool(stand, CFN_LINT),
        (program) => mustRun(program, templates, at),
      );
    }
    for (const folder of terraform) await validateTerraform(stand, folder);
  },
};

/** A tool that is missing is one skipped check, and the others go on. */
async function withTool(
  stand: Stand,
  name: string,
  find: () => Promise<string>,
  lint: (program: string) => Promise<unknown>,
): Promise<void> {
  try {
    const program = await find();
    await stand.check(name, [], () => lint(program));
  } catch (error) {
    if (!(error instanceof Absent)) throw error;
    stand.skip(name, error.message);
  }
}

async function validateTerraform(stand: Stand, folder: string): Promise<void> {
  const name = `terraform validate ${folder}`;
  if (find('terraform') === undefined) return stand.skip(name, 'terraform is not installed');
  const terraform = need('terraform');
  const cwd = join(ROOT, folder);
  const env = { ...process.env, TF_DATA_DIR: join(stand.folder, 'terraform', folder) };
  const init = await run(terraform, ['init', '-backend=false', '-no-color', '-input=false'], {
    cwd,
    env,
  });
  if (init.code !== 0) return stand.skip(name, `no provider: ${firstError(init.stderr)}`);
  await stand.check(name, [], () => mustRun(terraform, ['validate', '-no-color'], { cwd, env }));
}

/** Terraform's own reason, in one line. */
export function firstError(text: string): string {
  const [, said = text] = /Error: ([\s\S]*)/.exec(text) ?? [];
  return said.replaceAll(/\s+/g, ' ').trim().slice(0, 300);
}

interface Files {
  readonly workflows: readonly string[];
  readonly templates: readonly string[];
  /** Folders that hold `.tf` files. */
  readonly terraform: readonly string[];
}

/** What the linters read, found by what it holds; paths relative to the project. */
async function filesOf(root: string): Promise<Files> {
  const found = {
    workflows: [] as string[],
    templates: [] as string[],
    terraform: new Set<string>(),
  };
  for (const folder of ['.github/workflows', 'examples']) {
    for (const path of await filesBelow(join(root, folder))) {
      const file = relative(root, path);
      if (path.endsWith('.tf')) found.terraform.add(dirname(file));
      if (!/\.ya?ml$/.test(path)) continue;
      const text = await readFile(path, 'utf8');
      if (/^jobs:/m.test(text)) found.workflows.push(file);
      if (/^Resources:/m.test(text)) found.templates.push(file);
    }
  }
  return { ...found, terraform: [...found.terraform] };
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .sort();
}
