import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatPhase, type Phase, parsePhase } from '../../../src/rollout/phase.ts';
import {
  canaryTag,
  isRecordTag,
  MAX_CHUNKS,
  ourTagKeys,
  ownerTag,
  phaseTags,
  type RolloutRecord,
  readStoredState,
  recordTags,
} from '../../../src/rollout/record.ts';
import { checksum } from '../../../src/rollout/record-text.ts';
import { formatRolloutId, sameRollout } from '../../../src/rollout/release.ts';
import { stageCodec, stageOf } from '../../../src/targets/stage/stage-record.ts';
import { makeRecord, makeRemembered, PLAN, STAGE_RECORD, STARTED_AT } from './rollout-fixture.ts';

const seconds = fc.integer({ min: 0, max: 99_999_999_999 });

const phase: fc.Arbitrary<Phase> = fc.oneof(
  fc.constant({ kind: 'preparing' as const }),
  fc.record({ kind: fc.constant('step' as const), index: fc.nat(9999), since: seconds }),
  fc.record(
    { kind: fc.constant('baking' as const), since: seconds, asked: fc.constant(true as const) },
    { requiredKeys: ['kind', 'since'] },
  ),
);

const name = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/);
const variable = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9_]{1,12}$/),
  fc.constantFrom('constructor', '__proto__'),
);
const gatewayId = fc.stringMatching(/^[a-z0-9]{1,12}$/);
const version = fc.nat().map(String);
const uri = fc.stringMatching(/^arn:[a-z0-9:/]{1,20}:\$\{stageVariables\.\w{1,9}\}\/invocations$/);
const value = fc.stringMatching(/^[A-Za-z0-9\-._~:/?#&=,]{0,30}$/);
/** Every overridden variable has a previous value or none. */
const variables = fc
  .dictionary(variable, fc.record({ before: fc.option(value), after: value }))
  .map((each) => {
    const side = (name: 'before' | 'after') =>
      Object.fromEntries(Object.entries(each).map(([key, one]) => [key, one[name]]));
    return {
      variables: side('before'),
      overrides: side('after') as Readonly<Record<string, string>>,
    };
  });

const record: fc.Arbitrary<RolloutRecord> = fc.record({
  id: fc.record({
    repository: fc.constant('octo-org/orders'),
    runId: fc.nat().map(String),
    attempt: fc.nat().map(String),
  }),
  startedAt: seconds,
  plan: fc.constant(PLAN),
  longestAnswerSeconds: fc.nat(900),
  functions: fc.uniqueArray(fc.record({ name, from: version, to: version }), {
    maxLength: 5,
    selector: (one) => one.name,
  }),
  target: fc
    .record({
      kind: fc.constant('stage' as const),
      deploymentId: gatewayId,
      variables,
      useStageCache: fc.boolean(),
      drafts: fc.array(
        fc.record({
          resourceId: gatewayId,
          method: fc.constantFrom('GET', 'ANY'),
          from: uri,
          to: uri,
        }),
        { maxLength: 3 },
      ),
      promote: fc.record({
        deployment: fc.boolean(),
        variables: fc.boolean(),
        close: fc.boolean(),
      }),
    })
    .map(({ variables: both, ...target }) => ({ ...target, ...both })),
});

/** 150 letters that hardly become fewer when they are compressed. */
function incompressible(seed: string): string {
  const part = (i: number) => createHash('sha512').update(`${seed} ${i}`).digest('base64url');
  return `${part(1)}${part(2)}`.slice(0, 150);
}

/** What AWS accepts in the key and value of a tag. */
const TAG_KEY = /^(?!aws:)[A-Za-z0-9 _.:/=+\-@]{1,128}$/i;
const TAG_VALUE = /^[A-Za-z0-9 _.:/=+\-@]{0,256}$/;

/** Like AWS and a restart of the process, returns only plain data. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a phase', () => {
  it('is read as it was written', () => {
    fc.assert(fc.property(phase, (given) => expect(parsePhase(formatPhase(given))).toEqual(given)));
  });

  it.each([
    '',
    'step',
    'step/1',
    'step/-1/5',
    'step/1/5/',
    'step/a/5',
    'baking',
    'baking/',
    'baking/1.5',
    'baking/1/',
    'baking/1/asking',
    'preparing ',
    'step/12345/1',
  ])('is not said by %j', (said) => {
    expect(parsePhase(said)).toBeUndefined();
  });
});

describe('the stored state of a rollout', () => {
  it('is read as it was written, in tags that AWS accepts', () => {
    fc.assert(
      fc.property(record, phase, (given, where) => {
        const tags = { ...recordTags(given, where), ...canaryTag('new222') };
        for (const [key, value] of Object.entries(tags)) {
          expect(key).toMatch(TAG_KEY);
          expect(value).toMatch(TAG_VALUE);
        }
        expect(ourTagKeys(tags)).toHaveLength(Object.keys(tags).length);
        const stored = readStoredState({ team: 'orders', ...tags }, stageCodec);
        if (stored.kind !== 'rollout') throw new Error(stored.kind);
        const { record: read, ...rest } = stored.storedRollout;
        expect(plain(read)).toEqual(plain(given));
        expect(Object.entries(stageOf(read).overrides)).toEqual(
          Object.entries(stageOf(given).overrides),
        );
        expect(rest).toEqual({ phase: where, stepStartTimes: [], canaryDeploymentId: 'new222' });
      }),
    );
  });

  it('is empty without tags of this action', () => {
    expect(readStoredState({}, stageCodec)).toEqual({ kind: 'none' });
    expect(readStoredState({ team: 'orders', 'canary-actions': 'x' }, stageCodec)).toEqual({
      kind: 'none',
    });
    expect(ourTagKeys({ team: 'orders' })).toEqual([]);
  });

  const TAGS = recordTags(
    makeRecord({
      target: {
        ...STAGE_RECORD,
        drafts: Array(4).fill({
          resourceId: 'r',
          method: 'GET',
          from: 'a'.repeat(99),
          to: 'b'.repeat(99),
        }),
      },
    }),
    { kind: 'preparing' },
  );
  const chunks = Object.keys(TAGS).filter((key) => key.includes('record.'));

  it('is unreadable when any of its parts is missing', () => {
    expect(chunks.length).toBeGreaterThan(3);
    for (const gone of Object.keys(TAGS)) {
      const { [gone]: _, ...rest } = TAGS;
      const expected = gone === 'canary-action:rollout' ? 'rollout' : 'unreadable';
      expect(readStoredState(rest, stageCodec).kind).toBe(expected);
    }
  });

  it('is unreadable when any one character of any part was changed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...chunks),
        fc.nat(),
        fc.stringMatching(/^[A-Za-z0-9_-]$/),
        (key, at, char) => {
          const value = TAGS[key] ?? '';
          const index = at % value.length;
          fc.pre(value[index] !== char);
          const changed = value.slice(0, index) + char + value.slice(index + 1);
          expect(readStoredState({ ...TAGS, [key]: changed }, stageCodec)).toMatchObject({
            kind: 'unreadable',
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is unreadable when two of its parts were swapped, or mixed with those of another', () => {
    const [a = '', b = ''] = chunks;
    expect(
      readStoredState({ ...TAGS, [a]: TAGS[b] ?? '', [b]: TAGS[a] ?? '' }, stageCodec).kind,
    ).toBe('unreadable');
    const other = recordTags(makeRecord(), { kind: 'preparing' });
    expect(readStoredState({ ...TAGS, ...other }, stageCodec).kind).toBe('unreadable');
  });

  it('belongs to the owner when two runs wrote in the same second', () => {
    const steps = Array.from({ length: 30 }, (_, i) => ({ weight: i + 1, holdSeconds: 61 + i }));
    const first = makeRecord({ plan: { ...PLAN, steps } });
    const second = makeRecord({ id: { ...first.id, runId: '99' } });
    const [one, two] = [first, second].map((r) => recordTags(r, { kind: 'preparing' }));
    for (const [tags, owner] of [
      [{ ...one, ...two }, second],
      [{ ...two, ...one }, first],
    ] as const) {
      expect(readStoredState(tags, stageCodec)).toMatchObject({
        kind: 'rollout',
        storedRollout: { record: { id: owner.id, plan: { steps: owner.plan.steps } } },
      });
    }
    // A third run has claimed it since, so it is unknown which of the two records it took over.
    const claimed = { ...one, ...two, ...ownerTag({ ...first.id, runId: '7' }) };
    expect(readStoredState(claimed, stageCodec).kind).toBe('unreadable');
    // One of the owner's own chunks is gone.
    const [gone = ''] = Object.keys(two ?? {}).filter(isRecordTag);
    const { [gone]: _, ...torn } = { ...one, ...two };
    expect(readStoredState(torn, stageCodec).kind).toBe('unreadable');
  });

  it('never makes the read throw, whatever the tags contain', () => {
    const key = fc.oneof(
      fc.constantFrom(
        ...Object.keys(TAGS),
        'canary-action:record.1-1',
        'canary-action:record.x',
        'canary-action:',
      ),
      fc.string(),
    );
    const value = fc.oneof(fc.constantFrom(...Object.values(TAGS), '', 'eyJ2IjoxfQ'), fc.string());
    fc.assert(
      fc.property(fc.dictionary(key, value), (tags) => {
        expect(['none', 'rollout', 'unreadable']).toContain(
          readStoredState({ ...TAGS, ...tags }, stageCodec).kind,
        );
        expect(['none', 'rollout', 'unreadable']).toContain(readStoredState(tags, stageCodec).kind);
      }),
      { numRuns: 500 },
    );
  });

  it('is refused when it needs more tags than a stage has room for', () => {
    const drafts = (count: number) =>
      Array.from({ length: count }, (_, i) => ({
        resourceId: `r${i}`,
        method: 'GET',
        from: incompressible(`from ${i}`),
        to: incompressible(`to ${i}`),
      }));
    const of = (count: number) =>
      makeRecord({ target: { ...STAGE_RECORD, drafts: drafts(count) } });
    const tags = recordTags(of(14), { kind: 'preparing' });
    expect(Object.keys(tags).length).toBeLessThanOrEqual(MAX_CHUNKS + 2);
    expect(() => recordTags(of(40), { kind: 'preparing' })).toThrow(
      /needs \d+ tags, and at most 22 are used: release fewer functions or pinned integrations at once$/,
    );
  });

  it('is compressed when it is long, and has room for a hundred functions and fifty pinned integrations', () => {
    const names = Array.from({ length: 100 }, (_, i) => `shop-prod-orders-service-${i}`);
    const functions = names.map((one, i) => ({ name: one, from: `${i + 7}`, to: `${i + 8}` }));
    const side = (of: 'from' | 'to') =>
      Object.fromEntries(
        functions.map((one) => [`${one.name.replaceAll('-', '_')}_version`, one[of]]),
      );
    const arn = (one: string, to: string) =>
      `arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:${one}:${to}/invocations`;
    const drafts = functions.slice(0, 50).map(({ name: one, from, to }, i) => ({
      ...{ resourceId: `a${i}b2c3`, method: 'POST' },
      ...{ from: arn(one, from), to: arn(one, to) },
    }));
    const target = { ...STAGE_RECORD, variables: side('from'), overrides: side('to') };
    for (const whole of [
      makeRecord({ functions, target }),
      makeRecord({ target: { ...STAGE_RECORD, drafts } }),
    ]) {
      const tags = recordTags(whole, { kind: 'preparing' });
      for (const [key, text] of Object.entries(tags)) {
        expect(key).toMatch(TAG_KEY);
        expect(text).toMatch(TAG_VALUE);
      }
      const { functions: released, target: stored } = whole;
      expect(readStoredState(tags, stageCodec)).toMatchObject({
        storedRollout: { record: { functions: released, target: stored } },
      });
    }
  });

  it('is not compressed when it is short, so that earlier versions can read it', () => {
    const tags = recordTags(makeRecord(), { kind: 'preparing' });
    expect(tags['canary-action:record.1-3']).toMatch(/^[0-9a-f]{8}eyJ2IjoxL/);
  });

  it.each([
    ['compressed text that is none', '.not-compressed'],
    [
      'a small text that becomes a very large one',
      `.${deflateRawSync(Buffer.alloc(50_000_000, ' ')).toString('base64url')}`,
    ],
  ])('is unreadable with %s', (_, packed) => {
    const chunks = `${checksum(packed)}${packed}`.match(/.{1,256}/g) ?? [];
    const tags = Object.fromEntries(
      chunks.map((chunk, i) => [`canary-action:record.${i + 1}-${chunks.length}`, chunk]),
    );
    const stored = readStoredState({ 'canary-action:phase': 'preparing', ...tags }, stageCodec);
    expect(stored.kind).toBe('unreadable');
  });

  it('has room for the longest schedule', () => {
    const steps = Array.from({ length: 50 }, (_, i) => ({
      weight: 1.01 * (i + 1),
      holdSeconds: 3600,
    }));
    const long = makeRecord({ plan: { ...PLAN, steps } });
    expect(readStoredState(recordTags(long, { kind: 'preparing' }), stageCodec).kind).toBe(
      'rollout',
    );
  });
});

describe('when each step began', () => {
  const steps = Array.from({ length: 50 }, (_, i) => ({ weight: i + 1, holdSeconds: 60 }));
  const long = makeRecord({ plan: { ...PLAN, steps } });
  const storedRollout = (stepStartTimes: readonly number[]) => makeRemembered({ stepStartTimes });

  it('is kept from step to step in one tag', () => {
    const holds = fc.array(fc.integer({ min: 0, max: 86_400 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(holds, (waits) => {
        let stepStartTimes: readonly number[] = [];
        let at = STARTED_AT;
        let tags = recordTags(long, { kind: 'preparing' });
        for (const [index, wait] of waits.entries()) {
          at += wait;
          tags = {
            ...tags,
            ...phaseTags(storedRollout(stepStartTimes), { kind: 'step', index, since: at }),
          };
          const stored = readStoredState(tags, stageCodec);
          if (stored.kind !== 'rollout') throw new Error(stored.kind);
          expect(stored.storedRollout.stepStartTimes).toEqual([...stepStartTimes, at]);
          stepStartTimes = stored.storedRollout.stepStartTimes;
        }
        for (const value of Object.values(tags)) expect(value).toMatch(TAG_VALUE);
      }),
      { numRuns: 30 },
    );
  });

  it.each(['1.!', '.', '1..2', '1234567', 'A', '1.2.3.4'])(
    'is not guessed from a malformed tag: %s',
    (times) => {
      const tags = {
        ...recordTags(makeRecord(), { kind: 'baking', since: STARTED_AT }),
        'canary-action:shifts': times,
      };
      expect(readStoredState(tags, stageCodec)).toEqual({
        kind: 'unreadable',
        why: `the tag canary-action:shifts is "${times}"`,
      });
    },
  );

  it('is written again for a step that is shifted again, and stays the same while baking', () => {
    const [first, again] = [STARTED_AT + 10, STARTED_AT + 90];
    const tags = phaseTags(storedRollout([first]), { kind: 'step', index: 0, since: again });
    const stored = readStoredState(
      { ...recordTags(makeRecord(), { kind: 'preparing' }), ...tags },
      stageCodec,
    );
    expect(stored).toMatchObject({ storedRollout: { stepStartTimes: [again] } });
    expect(phaseTags(storedRollout([first]), { kind: 'baking', since: again })).toEqual({
      'canary-action:phase': `baking/${again}`,
    });
  });
});

describe("a rollout's name", () => {
  it('distinguishes runs and attempts', () => {
    const id = { repository: 'octo-org/orders', runId: '7', attempt: '1' };
    expect(formatRolloutId(id)).toBe('octo-org/orders/actions/runs/7/attempts/1');
    expect(sameRollout(id, { ...id })).toBe(true);
    expect(sameRollout(id, { ...id, attempt: '2' })).toBe(false);
    expect(sameRollout(id, { ...id, runId: '8' })).toBe(false);
    expect(sameRollout(id, { ...id, repository: 'octo-org/payments' })).toBe(false);
  });
});
