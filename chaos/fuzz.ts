// Random input for every reader of external text: each case must give a value or an error message. Never
// an unhandled rejection, a hang, an empty message, a stack trace, or a write to AWS.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import * as surroundings from '../src/action/environment.ts';
import { readEvent } from '../src/action/event.ts';
import { readSource } from '../src/action/source.ts';
import { readAlarms } from '../src/aws/alarms.ts';
import type { ClientSets } from '../src/aws/clients.ts';
import { bindFunctions } from '../src/aws/functions.ts';
import { bindRestApi } from '../src/aws/rest-api.ts';
import { known, messageOf } from '../src/base/errors.ts';
import { openConversation } from '../src/github/conversation.ts';
import { readConfigFile } from '../src/inputs/config-file.ts';
import { readInputs } from '../src/inputs/read.ts';
import { configNames, schemaOf } from '../src/inputs/schema.ts';
import type { FunctionInput } from '../src/inputs/values.ts';
import { parseComment } from '../src/rollout/comment-command.ts';
import { readStoredState } from '../src/rollout/record.ts';
import { connectAliases } from '../src/targets/alias/alias-target.ts';
import { TARGET_KINDS } from '../src/targets/kinds.ts';
import type { StageInputs } from '../src/targets/stage/stage-inputs.ts';
import { connectStage } from '../src/targets/stage/stage-target.ts';
import { readAppSpec } from '../src/templates/app-spec.ts';
import { parseTree } from '../src/templates/parse.ts';
import { plainValue } from '../src/templates/plain-scalar.ts';
import { readSam } from '../src/templates/sam.ts';
import { type Answer, anyAnswer, connectOffline } from './fuzz-answers.ts';

/** Runs that many cases; rejects with the smallest that fails, and the seed. */
export type Fuzz = (runs: number, seed: number) => Promise<void>;

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom('__proto__', 'constructor', '::set-output name=a::b', '%0A', '\u0000', '../..'),
  fc.nat(1e9).map(String),
);

const INPUT_NAMES = configNames(schemaOf(TARGET_KINDS));

/** Fragments of YAML, templates and comments, in any order. */
const pieces = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...INPUT_NAMES.map((name) => `${name}: `)) },
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          ...['Resources:\n', '  Fn:\n', '    Type: AWS::Serverless::Function\n', 'Hooks:\n'],
          ...[
            '    Properties:\n',
            '      AutoPublishAlias: live\n',
            '!Ref ',
            '!Sub ',
            '${A}',
            '- ',
          ],
          ...['      DeploymentPreference:\n', '        Type: Linear10PercentEvery1Minute\n'],
          ...['version: 0.0\n', '/canary ', 'promote', '```\n', '<!-- ', '-->', '&a ', '*a ', '? '],
          ...[
            '\n',
            '  ',
            '\t',
            '{',
            '}',
            '[',
            ']',
            '"',
            "'",
            '|\n',
            '>-\n',
            '<<: ',
            '---\n',
            '%YAML ',
          ],
        ),
      },
      { weight: 2, arbitrary: text },
    ),
    { maxLength: 25 },
  )
  .map((list) => list.join(''));

/** A problem must have a message that is neither empty nor a stack trace. */
function mustBeMessage(error: unknown): void {
  const message = messageOf(error);
  if (message.trim() === '' || /^\s+at .+:\d+:\d+/m.test(message)) {
    throw new Error(`no message: ${error instanceof Error ? error.stack : String(error)}`);
  }
}

async function valueOrMessage(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    mustBeMessage(error);
  }
}

/** A case that takes longer counts as hanging, even on a slow machine. */
const HANGING_MS = 30_000;

function fuzzOf<T>(arbitrary: fc.Arbitrary<T>, work: (given: T) => unknown): Fuzz {
  return async (runs, seed) => {
    const property = fc.asyncProperty(arbitrary, async (given) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('it hangs')), HANGING_MS);
      });
      const worked = Promise.resolve().then(() => work(given));
      await Promise.race([worked, late]).finally(() => clearTimeout(timer));
    });
    await fc.assert(property, { numRuns: runs, seed });
  };
}

const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Writes the text into one of a few files, in turn. */
let turn = 0;
function fileOf(content: string): string {
  const name = `given-${turn++ % 8}.yml`;
  writeFileSync(join(folder, name), content);
  return name;
}

const env = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...INPUT_NAMES), text), text), { maxLength: 8 })
  .map((given) =>
    Object.fromEntries([
      ['AWS_REGION', 'eu-west-1'],
      ...given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const),
    ]),
  );

async function onlyProblems(given: Readonly<Record<string, string>>): Promise<void> {
  try {
    await readInputs(given, TARGET_KINDS);
  } catch (error) {
    known(error);
  }
}

const GIVEN = {
  gives: () => false,
  supplied: new Map<string, string>(),
  region: 'eu-west-1',
  stepsOf: (steps: string) => steps,
};

async function described(content: string): Promise<void> {
  const parsed = await parseTree(content, plainValue);
  if (parsed.kind === 'problem') return mustBeMessage(new Error(parsed.problem));
  for (const read of [readSam, readAppSpec]) {
    for (const problem of read(parsed.tree, GIVEN).problems) mustBeMessage(new Error(problem));
  }
}

function ofEvent(content: string): void {
  const path = join(folder, fileOf(content));
  const given = { GITHUB_EVENT_PATH: path, GITHUB_REPOSITORY: 'octo-org/orders' };
  const event = readEvent(given);
  const source = readSource(given, event);
  for (const value of Object.values(source)) {
    if (typeof value !== 'string') throw new Error(`not a text: ${JSON.stringify(source)}`);
  }
  surroundings.readPull(event, source);
  surroundings.readEventComment(event);
  surroundings.readCodeEvent(given, event);
}

const EVENT_NAMES = [
  'action',
  'pull_request',
  'head_commit',
  'comment',
  'issue',
  'repository',
  'number',
];
const event = fc.oneof(
  text,
  fc
    .dictionary(
      fc.constantFrom(...EVENT_NAMES),
      fc.oneof(
        fc.anything({
          key: fc.constantFrom('id', 'body', 'user', 'login', 'message', 'head', 'repo'),
        }),
        text,
      ),
    )
    .map(
      (given) => JSON.stringify(given, (_, value) => (typeof value === 'bigint' ? 1 : value)) ?? '',
    ),
);

const answers = fc.array(anyAnswer, { minLength: 1, maxLength: 4 });

/** All read operations, of both targets. */
function readersOf(clients: ClientSets): readonly (() => Promise<unknown>)[] {
  const released: readonly FunctionInput[] = [
    { name: 'orders', account: undefined, version: undefined, alias: 'live' } as never,
  ];
  const stage = { restApiId: 'a1b2c3d4e5', stageName: 'prod', canaryDimension: '{stage}/Canary' };
  const inputs = { ...stage, overrides: {} };
  const api = bindRestApi(clients.normal, 'a1b2c3d4e5', 'prod');
  const functions = bindFunctions(clients.normal);
  const targets = [
    connectStage({
      clients,
      released,
      inputs: inputs as unknown as StageInputs,
      say: () => undefined,
      warn: () => undefined,
    }),
    connectAliases({
      clients,
      released,
      onSplit: 'fail' as never,
      firstRelease: 'refuse' as never,
      unusedAlias: 'refuse' as never,
      seesMore: true,
      say: () => undefined,
      linkTo: () => '',
    }),
  ];
  return [
    () => api.readDraft(),
    () => api.readDeployment('abc123'),
    () => api.readServed(),
    async () => api.markDraft(await api.readDraft()),
    () => functions.read('orders', '7'),
    () => readAlarms(clients.normal.cloudWatch, ['orders-5xx']),
    ...targets.flatMap((target) => [() => target.observe(), () => target.readUnknownSplit()]),
  ];
}

function ofAws(): (answers: readonly Answer[]) => Promise<void> {
  const { clients, answerWith, writes } = connectOffline();
  const readers = readersOf(clients);
  return async (answers) => {
    answerWith(answers);
    for (const read of readers) await valueOrMessage(read);
    if (writes().length > 0) throw new Error(`it wrote: ${writes().join(', ')}`);
  };
}

const PLACE = {
  token: 'ghs_example',
  apiUrl: 'https://api.github.test',
  repository: 'octo-org/orders',
  pullRequest: undefined,
  sha: 'a'.repeat(40),
  branch: 'main',
};

async function ofGitHub(answers: readonly Answer[]): Promise<void> {
  const fetched = globalThis.fetch;
  let requests = 0;
  globalThis.fetch = async () => {
    // Every list ends at some point; the action bounds endless pages by the job's time limit.
    const { status, type, bytes } = answers[requests++ % answers.length] as Answer;
    const empty = status === 204;
    return new Response(empty ? null : Buffer.from(bytes), {
      status,
      headers: { 'content-type': type || 'text/plain' },
    });
  };
  try {
    // Already over: nothing is sent again, which would take seconds.
    const github = openConversation(PLACE, AbortSignal.abort());
    await valueOrMessage(() => github.findPull());
    await valueOrMessage(() => github.read(7, 0));
    await valueOrMessage(() => github.mayWrite('octocat'));
    await valueOrMessage(() => github.isAnswered(1));
    await valueOrMessage(() => github.pullState(7));
    await valueOrMessage(() => github.dislikes(1));
  } finally {
    globalThis.fetch = fetched;
  }
}

const TAGS = ['rollout', 'phase', 'shifts', 'canary', 'record.1-1', 'record.1-2', 'paused', 'last'];
const tags = fc.dictionary(
  fc.oneof(fc.constantFrom(...TAGS), text).map((name) => `canary-action:${name}`),
  text,
);

/** By the kind of input. */
export const FUZZES: Readonly<Record<string, Fuzz>> = {
  inputs: fuzzOf(env, onlyProblems),
  'config file': fuzzOf(pieces, (content) =>
    readConfigFile(fileOf(content), folder, INPUT_NAMES).then(({ problems }) => {
      for (const problem of problems) mustBeMessage(new Error(problem));
    }),
  ),
  'template and AppSpec': fuzzOf(pieces, described),
  'event file': fuzzOf(event, ofEvent),
  comments: fuzzOf(pieces, (body) => void parseComment(body)),
  tags: fuzzOf(tags, (given) => {
    for (const { codec } of TARGET_KINDS) readStoredState(given, codec);
  }),
  'answers of AWS': fuzzOf(answers, ofAws()),
  'answers of GitHub': fuzzOf(answers, ofGitHub),
};
