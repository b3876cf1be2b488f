// Checks the shape of a record at every level. Anyone who may write tags may write a record. So text counts
// as a record only if every part has the type and characters that this action and AWS would write.

import { APPROVERS } from './given-approval.ts';
import { formatRolloutId, parseRolloutId, type RolloutId } from './release.ts';
import {
  type Check,
  isMembers,
  isString,
  list,
  type Members,
  members,
  number,
  optional,
  own,
  text,
} from './shape.ts';
import type { TargetCodec } from './target-record.ts';

/** The name of the first malformed part; `undefined` if it is a valid record. */
export function wrongPart(record: unknown, codec: TargetCodec): string | undefined {
  if (!isMembers(record)) return 'record';
  const wrong = Object.entries(checksOf(codec)).find(([name, check]) => !check(own(record, name)));
  return wrong?.[0] ?? wrongTogether(record as Members & Whole, codec);
}

/** Before the year 5138, so that every value is a valid date. */
const isTime = number(0, 99_999_999_999);
const isSeconds = number(0, 1e9);

const isPlan = members({
  steps: list(members({ weight: number(Number.MIN_VALUE, 100), holdSeconds: isSeconds })),
  advance: (value) =>
    members({ kind: text(/^time$/), maxSeconds: optional(isSeconds) })(value) ||
    members({ kind: text(/^evidence$/), minSeconds: isSeconds, maxSeconds: isSeconds })(value),
  bakeSeconds: isSeconds,
  heldBack: optional((value) => value === true),
  readSeconds: optional(isSeconds),
  requests: optional(number(1, 1e6)),
  approvals: optional(
    members({
      at: list(number(0, 100)),
      by: optional(text(APPROVERS)),
      door: optional((value) => value === true),
    }),
  ),
});

const checksOf = ({ isName, isVersion }: TargetCodec): Readonly<Record<string, Check>> => ({
  id: (value) =>
    members({
      repository: isString,
      runId: isString,
      attempt: isString,
      job: optional(text(/^[0-9a-f]{12}$/)),
    })(value) && parseRolloutId(formatRolloutId(value as RolloutId)) !== undefined,
  on: optional(text(/^arn:[\w-]+:[a-z0-9-]+:[\w-]+:\d*:[\w:$/-]{1,256}$/)),
  startedAt: isTime,
  plan: isPlan,
  longestAnswerSeconds: isSeconds,
  functions: list(members({ name: isName, from: isVersion, to: isVersion })),
  target: isMembers,
  pull: optional(number(1, Number.MAX_SAFE_INTEGER)),
  preview: optional(number(1, Number.MAX_SAFE_INTEGER)),
});

/** A record whose parts are each valid on their own. */
interface Whole {
  readonly functions: readonly { readonly name: string }[];
  readonly target: unknown;
}

/** Checks whether the parts are consistent with each other. */
function wrongTogether({ functions, target }: Whole, codec: TargetCodec): string | undefined {
  const names = functions.map(({ name }) => name);
  if (new Set(names).size < names.length) return 'functions';
  return codec.fits(target, names) ? undefined : 'target';
}
