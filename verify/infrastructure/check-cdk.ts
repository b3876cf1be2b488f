// CDK: the app is synthesised, with one code after the other.

import assert from 'node:assert/strict';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findNode24 } from '../../tools/node24.ts';
import { mustRun } from '../command.ts';
import { npmTool } from '../tools.ts';
import type { VerifyContext } from '../verifier.ts';
import { assertMoves, assertOnlyCode, EXAMPLES, replaced } from './example.ts';
import { changesIn, type Template } from './template-changes.ts';

const CDK = { name: 'aws-cdk-lib', packages: ['aws-cdk-lib@2.276.0', 'constructs@10.4.2'] };

const ALIAS_STACKS = ['Alias', 'AliasSeveral'];
const VARIABLE_STACKS = ['StageVariable', 'StageVariableSeveral'];

/** @param cwd an empty folder */
export async function checkCdk(context: VerifyContext, cwd: string): Promise<void> {
  const modules = await npmTool(context, CDK);
  await cp(join(EXAMPLES, 'cdk'), cwd, { recursive: true });
  await symlink(modules, join(cwd, 'node_modules'));
  await writeFile(join(cwd, 'package.json'), '{"type": "module"}');
  const synth = (code: string) => synthesise(cwd, code);
  const all = [await synth('v1'), await synth('v2'), await synth('v3')];
  for (const stack of [...ALIAS_STACKS, ...VARIABLE_STACKS]) {
    await context.check(`cdk ${stack}: a deployment changes the code only`, [], () => {
      const templates = all.map((of) => of(stack));
      assertOnlyCode(templates, functionsIn(templates[0]));
    });
  }
  await context.check('cdk Roles: both spellings are trusted', [], () =>
    checkRoles(all[0]?.('Roles')),
  );
  await edit(
    cwd,
    'stage-variable-stack.ts',
    /^( +)(methods\.push\(resource\.addMethod\('GET')/,
    "$1resource.addMethod('POST', this.integration(released, name));\n$1$2",
  );
  const more = await synth('v3');
  for (const stack of VARIABLE_STACKS) {
    await context.check(`cdk ${stack}: another route changes the draft only`, [], () => {
      const changes = changesIn(must(all[2]?.(stack)), must(more(stack)));
      assert.ok(changes.length > 0);
      for (const change of changes) assert.match(change, /^Add AWS::ApiGateway::Method /);
    });
  }
  await edit(
    cwd,
    'alias-stack.ts',
    'version: released.first',
    'version: released.function.currentVersion',
  );
  const [before, after] = [await synth('v1'), await synth('v2')];
  await context.check('cdk: with currentVersion, the same check fails', [], () => {
    assertMoves(before('Alias'), after('Alias'));
  });
}

async function edit(cwd: string, file: string, what: string | RegExp, by: string): Promise<void> {
  const path = join(cwd, file);
  await writeFile(path, replaced(await readFile(path, 'utf8'), what, by));
}

type Stacks = (name: string) => Template;

async function synthesise(cwd: string, code: string): Promise<Stacks> {
  for (const name of ['orders', 'payments']) {
    await mkdir(join(cwd, name), { recursive: true });
    await writeFile(
      join(cwd, name, 'index.js'),
      `exports.handler = async () => '${name} ${code}';\n`,
    );
  }
  const out = join(cwd, 'cdk.out');
  await mustRun(findNode24().path, ['app.ts'], { cwd, env: { ...process.env, CDK_OUTDIR: out } });
  const names = [...ALIAS_STACKS, ...VARIABLE_STACKS, 'Roles'];
  const texts = names.map((name) => readFile(join(out, `${name}.template.json`), 'utf8'));
  const read = (await Promise.all(texts)).map((text) => JSON.parse(text) as Template);
  return (name) => must(read[names.indexOf(name)]);
}

function functionsIn(template: Template | undefined): readonly string[] {
  return Object.entries(must(template).Resources).flatMap(([name, { Type }]) =>
    Type === 'AWS::Lambda::Function' ? [name] : [],
  );
}

function checkRoles(template: Template | undefined): void {
  const roles = Object.values(must(template).Resources).map((role) => JSON.stringify(role));
  const trusts = (subject: string) => roles.filter((role) => role.includes(`"${subject}"`)).length;
  for (const name of ['repo:octo-org/orders', 'repo:octo-org@123456/orders@456789']) {
    for (const trigger of ['pull_request', 'ref:refs/heads/main', 'environment:production']) {
      assert.equal(trusts(`${name}:${trigger}`), 1, `${name}:${trigger}`);
    }
  }
}

function must<T>(value: T | undefined): T {
  assert.ok(value);
  return value;
}
