// The `smoke` input: smoke checks in YAML.

import { foreign, known } from '../base/errors.ts';
import type { Suite } from '../checks/check.ts';
import { composeYaml } from '../templates/compose.ts';
import { readCheckoutFile } from './checkout-file.ts';
import { anyText } from './fields.ts';
import type { InputType, JsonSchema } from './input-types.ts';

const MOST_CHECKS = 50;

const TEXT = { type: ['string', 'number', 'boolean'] };
const NAMES = { type: 'object', additionalProperties: TEXT };
const EXPECT: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    status: { type: ['string', 'number'] },
    headers: { type: 'object' },
    json: { type: 'object' },
    contains: { type: ['string', 'number', 'boolean', 'array'] },
    'faster-than': { type: 'string' },
  },
};
const COMPARE: JsonSchema = {
  type: ['boolean', 'object'],
  additionalProperties: false,
  properties: {
    ignore: { type: ['string', 'array'], items: { type: 'string' } },
    'on-difference': { enum: ['warn', 'fail'] },
    'any-method': { type: 'boolean' },
  },
};
const PROBE: JsonSchema = {
  type: ['boolean', 'object'],
  additionalProperties: false,
  properties: { 'any-method': { type: 'boolean' } },
};
const CHECK: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    ...{ name: TEXT, when: { type: ['string', 'array'] }, function: TEXT },
    ...{
      method: TEXT,
      path: TEXT,
      headers: NAMES,
      body: {},
      file: TEXT,
      sign: { type: 'boolean' },
    },
    ...{ format: { enum: ['rest', 'http', 'url', 'alb'] }, route: TEXT, event: TEXT },
    ...{ expect: EXPECT, save: { type: ['string', 'object'] }, compare: COMPARE },
    ...{ retries: { type: ['number', 'string'] }, every: TEXT, timeout: TEXT, probe: PROBE },
  },
};
const CHECKS = { type: 'array', minItems: 1, maxItems: MOST_CHECKS, items: CHECK };

/** Parsed when the environment and the checkout are at hand. */
export const smokeChecks: InputType<string> = {
  name: 'YAML list or map',
  parse: anyText,
  schema: {
    anyOf: [
      { type: 'string' },
      CHECKS,
      {
        type: 'object',
        additionalProperties: false,
        required: ['checks'],
        properties: {
          ...{ checks: CHECKS, secrets: NAMES, headers: NAMES, sign: { type: 'boolean' } },
          ...{
            format: { enum: ['rest', 'http', 'url', 'alb'] },
            address: TEXT,
            'time-limit': TEXT,
            probe: { type: 'string', pattern: '^\\d{1,3}\\s*/\\s*m$' },
          },
        },
      },
    ],
  },
};

/** The commands that may run checks. A rollback, for example, needs no checkout and no secrets. */
const CHECKING: readonly unknown[] = ['rollout', 'plan', 'start', 'advance', 'promote', 'comment'];

const MAX_FILE_BYTES = 256 * 1024;

export interface SmokeSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where the paths of files lead from. */
  readonly workspace: string;
  readonly command: unknown;
}

export interface SmokeReading {
  /** `undefined`: there are no checks, or they are wrong. */
  readonly suite: Suite | undefined;
  /** Where problems with the checks go. */
  readonly problems: string[];
  /**
   * Those that stop only what runs checks: which command a comment has is read later, and one that rolls back does not
   * wait for a file or a secret. `undefined`: there is no comment.
   */
  readonly later: readonly string[] | undefined;
}

/** Adds problems, unless a comment decides whether there will be checks. */
export async function readSmoke(
  text: string | undefined,
  { env, workspace, command }: SmokeSources,
  problems: string[],
): Promise<SmokeReading> {
  const later: string[] | undefined = command === 'comment' ? [] : undefined;
  const found = later ?? problems;
  const none = { suite: undefined, problems: found, later };
  if (!text || !CHECKING.includes(command)) return none;
  const { parseSuite } = await import('../checks/parse-suite.ts');
  let content: unknown;
  try {
    const { document } = await composeYaml(text);
    content = await foreign(() => document?.toJS({ mapAsMap: true, maxAliasCount: 20 }) as unknown);
  } catch (error) {
    found.push(`smoke: it is not YAML: ${known(error).message.split('\n')[0]}`);
    return none;
  }
  const parsed = parseSuite(content, {
    read: (path) => readCheckoutFile(path, workspace, MAX_FILE_BYTES),
    variable: (name) => env[name] ?? '',
  });
  if ('checks' in parsed) return { ...none, suite: parsed };
  found.push(...parsed.map((problem) => `smoke: ${problem}`));
  return none;
}
