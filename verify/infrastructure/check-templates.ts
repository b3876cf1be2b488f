// SAM and CloudFormation: the templates are transformed by the translator that CloudFormation runs, with one code after
// the other.

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { mustRun } from '../command.ts';
import { pythonTool } from '../tools.ts';
import type { VerifyContext } from '../verifier.ts';
import { assertMoves, assertOnlyCode, replaced, textsOf } from './example.ts';
import { changesIn, type Template } from './template-changes.ts';

const TRANSLATOR = {
  name: 'sam-translator',
  program: 'python',
  packages: ['aws-sam-translator==1.115.0'],
};
const SCRIPT = fileURLToPath(new URL('./transform.py', import.meta.url));

type Transform = (texts: readonly string[]) => Promise<readonly Template[]>;

export async function checkTemplates(context: VerifyContext): Promise<void> {
  const python = await pythonTool(context, TRANSLATOR);
  const transform: Transform = async (texts) => {
    const input = JSON.stringify(texts);
    return JSON.parse(await mustRun(python, [SCRIPT], { input })) as readonly Template[];
  };
  for (const [name, text] of await textsOf('sam', '.template.yaml')) {
    await context.check(`sam/${name}: a deployment changes the code only`, [], () =>
      checkSam(transform, text),
    );
  }
  for (const [name, text] of await textsOf('cloudformation', '.template.yaml')) {
    await context.check(`cloudformation/${name}: a deployment changes the code only`, [], () =>
      checkPlain(transform, text),
    );
  }
}

/** As `sam package` does. */
const packaged = (text: string, version: string) =>
  replaced(text, /CodeUri: (\w+)\//, `CodeUri: s3://code/$1-${version}.zip`);

async function checkSam(transform: Transform, text: string): Promise<void> {
  const functions = [...text.matchAll(/^ {2}(\w+):\n {4}Type: AWS::Serverless::Function/gm)].map(
    ([, name = '']) => name,
  );
  const other = ['v1', 'v2', 'v3'].map((version) => packaged(text, version));
  const larger = replaced(
    packaged(text, 'v3'),
    'Runtime: nodejs22.x',
    'Runtime: nodejs22.x\n    MemorySize: 512',
  );
  const templates = await transform([...other, larger]);
  assertOnlyCode(templates.slice(0, 3), functions);
  assert.deepEqual(
    changed(templates[2], templates[3]),
    functions.map((name) => `Modify AWS::Lambda::Function ${name} MemorySize`).sort(),
  );
  if (text.includes('AutoPublishAlias')) await checkWithoutConstant(transform, text);
  else await checkDraft(transform, packaged(text, 'v1'));
}

async function checkWithoutConstant(transform: Transform, text: string): Promise<void> {
  const usual = replaced(text, /^ +AutoPublishCodeSha256: .*\n/, '');
  const [before, after] = await transform(['v1', 'v2'].map((version) => packaged(usual, version)));
  assertMoves(before, after);
}

/** A change of the API reaches no user by itself. */
async function checkDraft(transform: Transform, text: string): Promise<void> {
  const more = replaced(text, /^( +)\/orders:\n/, '$1/new: {}\n$1/orders:\n');
  const [before, after] = await transform([text, more]);
  assert.deepEqual(changed(before, after), ['Modify AWS::ApiGateway::RestApi Shop Body']);
}

async function checkPlain(transform: Transform, text: string): Promise<void> {
  const functions = [...text.matchAll(/^ {2}(\w+)Key:/gm)].map(([, name = '']) => name);
  const versions = ['v1', 'v2', 'v3'].map((version) =>
    replaced(text, /!Ref (\w+Key)$/, `$1-${version}`),
  );
  assertOnlyCode(await transform(versions), functions);
  if (text.includes('AWS::ApiGateway::RestApi')) await checkDraft(transform, text);
}

function changed(before: Template | undefined, after: Template | undefined): readonly string[] {
  assert.ok(before && after);
  return changesIn(before, after);
}
