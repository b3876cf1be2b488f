// The shape of a record, deep down. Whoever may write tags may write a record, so what is read is taken
// for one only where every part has the type and the letters that this action, and AWS, would have given it.

import { formatRolloutId, parseRolloutId, type RolloutId } from './release.ts';

type Check = (value: unknown) => boolean;
type Members = Readonly<Record<string, unknown>>;

/** The name of the first part that is not as it must be; `undefined`: it is a record. */
export function wrongPart(record: unknown): string | undefined {
  if (!isMembers(record)) return 'record';
  const wrong = Object.entries(RECORD).find(([name, check]) => !check(own(record, name)));
  return wrong?.[0] ?? wrongTogether(record as Members & Whole);
}

/** The id of a deployment or of a resource. */
export function isGatewayId(value: unknown): value is string {
  return isText(value, /^[a-z0-9]{1,64}$/);
}

export function isFunctionName(value: unknown): value is string {
  return isText(value, /^[A-Za-z0-9_-]{1,64}$/);
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(members: Members, name: string): unknown {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

function isText(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

const text =
  (pattern: RegExp): Check =>
  (value) =>
    isText(value, pattern);

const number =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;

const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

const members =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isMembers(value) && Object.entries(checks).every(([name, check]) => check(own(value, name)));

/** By names of the same form. */
const map =
  (isName: Check, check: Check): Check =>
  (value) =>
    isMembers(value) &&
    Object.entries(value).every(([name, member]) => isName(name) && check(member));

const isBoolean: Check = (value) => typeof value === 'boolean';
/** Before the year 5138, so that any of them is a date. */
const isTime = number(0, 99_999_999_999);
const isSeconds = number(0, 1e9);
const isCount = number(0, 1e9);
const isVersion = text(/^\d{1,18}$/);
const isVariable = text(/^\w{1,64}$/);
const isVariableValue = text(/^[A-Za-z0-9\-._~:/?#&=,]{0,512}$/);
/** Of a Lambda integration, with `${stageVariables.name}` in it. */
const isUri = text(/^[A-Za-z0-9:/._${}-]{1,2048}$/);

const isPlan = members({
  steps: list(members({ weight: number(Number.MIN_VALUE, 100), holdSeconds: isSeconds })),
  advance: (value) =>
    members({ kind: text(/^time$/), maxSeconds: optional(isSeconds) })(value) ||
    members({ kind: text(/^evidence$/), minSeconds: isSeconds, maxSeconds: isSeconds })(value),
  bakeSeconds: isSeconds,
  readSeconds: optional(isSeconds),
});

const isStage = members({
  kind: text(/^stage$/),
  deploymentId: isGatewayId,
  variables: map(isVariable, (value) => value === null || isVariableValue(value)),
  overrides: map(isVariable, isVariableValue),
  useStageCache: isBoolean,
  drafts: list(
    members({
      resourceId: isGatewayId,
      method: text(/^(?:ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT)$/),
      from: isUri,
      to: isUri,
    }),
  ),
  promote: members({ deployment: isBoolean, variables: isBoolean, close: isBoolean }),
  shadow: optional(text(/^[A-Za-z0-9_-]{1,128}$/)),
  warmed: optional(map(isFunctionName, isCount)),
});

const isAlias = members({
  kind: text(/^alias$/),
  aliases: map(isFunctionName, text(/^(?!\d+$)[A-Za-z0-9_-]{1,128}$/)),
  warmed: optional(map(isFunctionName, isCount)),
  kept: optional(list(isFunctionName)),
});

const RECORD: Readonly<Record<string, Check>> = {
  id: (value) =>
    members({
      repository: isString,
      runId: isString,
      attempt: isString,
      job: optional(text(/^[0-9a-f]{12}$/)),
    })(value) && parseRolloutId(formatRolloutId(value as RolloutId)) !== undefined,
  on: optional(text(/^arn:[\w-]+:(?:apigateway|lambda):[\w-]+:\d*:[\w:$/-]{1,256}$/)),
  startedAt: isTime,
  plan: isPlan,
  longestAnswerSeconds: isSeconds,
  functions: list(members({ name: isFunctionName, from: isVersion, to: isVersion })),
  target: (value) => isStage(value) || isAlias(value),
  pull: optional(number(1, Number.MAX_SAFE_INTEGER)),
  preview: optional(number(1, Number.MAX_SAFE_INTEGER)),
};

function isString(value: unknown): boolean {
  return typeof value === 'string';
}

/** What is known of a record whose parts are right, each by itself. */
interface Whole {
  readonly functions: readonly { readonly name: string }[];
  readonly target: {
    readonly variables?: Members;
    readonly overrides?: Members;
    readonly aliases?: Members;
    readonly warmed?: Members;
    readonly kept?: readonly string[];
  };
}

/** What one part says of another. */
function wrongTogether({ functions, target }: Whole): string | undefined {
  const names = functions.map(({ name }) => name);
  const { variables = {}, overrides = {}, aliases, warmed = {}, kept = [] } = target;
  if (new Set(names).size < names.length) return 'functions';
  const right =
    isSame(Object.keys(variables), Object.keys(overrides)) &&
    (aliases === undefined || isSame(Object.keys(aliases), names)) &&
    [...Object.keys(warmed), ...kept].every((name) => names.includes(name));
  return right ? undefined : 'target';
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}
