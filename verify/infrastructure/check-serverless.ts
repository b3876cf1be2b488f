// The Serverless Framework: each service is packaged, with one code after the other.

import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { archive } from '../../demo/handlers.ts';
import { mustRun } from '../command.ts';
import { npmTool } from '../tools.ts';
import type { VerifyContext } from '../verifier.ts';
import { assertMoves, assertOnlyCode, EXAMPLES, replaced, textsOf } from './example.ts';
import type { Template } from './template-changes.ts';

/** The last version that runs without an account of its maker's. */
const SERVERLESS = { name: 'serverless', packages: ['serverless@3.40.0'] };

/** @param cwd an empty folder */
export async function checkServerless(context: VerifyContext, cwd: string): Promise<void> {
  const modules = await npmTool(context, SERVERLESS);
  const program = join(modules, 'serverless', 'bin', 'serverless.js');
  await cp(join(EXAMPLES, 'serverless'), cwd, { recursive: true });
  const packaged = (file: string, code: string) => packageCode({ program, cwd, file, code });
  const files = await textsOf('serverless', '.yml');
  for (const [name, text] of files) {
    await context.check(`serverless/${name}: a deployment changes the code only`, [], async () => {
      const templates: Template[] = [];
      for (const code of ['v1', 'v2', 'v3']) templates.push(await packaged(name, code));
      const functions = [...text.matchAll(/artifact: dist\/(\w)(\w+)\.zip/g)].map(
        ([, first = '', rest]) => `${first.toUpperCase()}${rest}LambdaFunction`,
      );
      assertOnlyCode(templates, functions);
    });
  }
  await context.check(
    'serverless: with versionFunctions, each deployment adds a version',
    [],
    async () => {
      const [, text = ''] = files.find(([name]) => name === 'alias.yml') ?? [];
      await writeFile(
        join(cwd, 'usual.yml'),
        replaced(text, 'versionFunctions: false', 'versionFunctions: true'),
      );
      assertMoves(await packaged('usual.yml', 'v1'), await packaged('usual.yml', 'v2'));
    },
  );
  context.skip(
    'serverless 4',
    'its program is downloaded at its first start, and asks for a login',
  );
}

interface Packaging {
  readonly program: string;
  readonly cwd: string;
  readonly file: string;
  readonly code: string;
}

async function packageCode({ program, cwd, file, code }: Packaging): Promise<Template> {
  await mkdir(join(cwd, 'dist'), { recursive: true });
  for (const name of ['orders', 'payments']) {
    await writeFile(join(cwd, 'dist', `${name}.zip`), archive({ label: `${name} ${code}` }));
  }
  const env = { ...process.env, SLS_TELEMETRY_DISABLED: '1', SLS_NOTIFICATIONS_MODE: 'off' };
  const out = `out-${file}-${code}`;
  await mustRun(process.execPath, [program, 'package', '--config', file, '--package', out], {
    cwd,
    env,
  });
  const text = await readFile(join(cwd, out, 'cloudformation-template-update-stack.json'), 'utf8');
  return JSON.parse(text) as Template;
}
