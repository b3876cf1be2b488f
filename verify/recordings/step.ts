// Plays one recorded step: sends it, compares the answer, and waits where the recording waited.

import { setTimeout as sleep } from 'node:timers/promises';
import { differences } from './compare.ts';
import type { Expectation, Step, Wait } from './recording.ts';
import type { Answer, Sender } from './send.ts';
import { fillAll, type Known, lookUp, Unresolved } from './values.ts';

/**
 * agreed: the answer is as recorded · succeeded: only success was recorded, and it succeeded ·
 * differs · skipped: it needs an answer that is missing.
 */
export type Verdict = 'agreed' | 'succeeded' | 'differs' | 'skipped';

export interface StepOutcome {
  /** Counted from 1. */
  readonly number: number;
  readonly call: string;
  readonly key?: string | undefined;
  readonly verdict: Verdict;
  /** Why it differs or was skipped. */
  readonly reasons: readonly string[];
}

/** Supplies values that a recording only describes (archives). */
export type Special = (value: object) => unknown;

/** Plays a step and stores its answer in `known` under its name in the recording. */
export async function playStep(
  sender: Sender,
  known: Record<string, unknown>,
  step: Step,
  number: number,
  special: Special,
): Promise<StepOutcome> {
  const outcome = (verdict: Verdict, reasons: readonly string[] = []): StepOutcome => ({
    number,
    call: step.call,
    key: step.key,
    verdict,
    reasons,
  });
  try {
    const reasons = await sendAndCompare(sender, known, step, special);
    if (reasons.length > 0) return outcome('differs', reasons);
    const waited = step.wait ? await waitFor(sender, known, step.wait, special) : [];
    if (waited.length > 0) return outcome('differs', waited);
    return outcome(step.expect ? 'agreed' : 'succeeded');
  } catch (error) {
    if (error instanceof Unresolved) return outcome('skipped', [error.message]);
    throw error;
  }
}

/** A change of a stage takes time to reach the gateway: the recordings repeat such requests. */
const STAGE_ATTEMPTS = 10;
const STAGE_PAUSE_MS = 200;

async function sendAndCompare(
  sender: Sender,
  known: Record<string, unknown>,
  step: Step,
  special: Special,
): Promise<readonly string[]> {
  const input = fillAll(known, step.input, special) as Record<string, unknown>;
  let reasons: readonly string[] = [];
  for (let attempt = 0; attempt < (step.call === 'HTTP' ? STAGE_ATTEMPTS : 1); attempt += 1) {
    if (attempt > 0) await sleep(STAGE_PAUSE_MS);
    const answer = await answerTo(sender, step, input);
    if (step.as && !answer.error) known[step.as] = answer.body;
    reasons = answerDifferences(known, step, answer);
    if (reasons.length === 0) break;
  }
  return reasons;
}

async function answerTo(
  sender: Sender,
  step: Step,
  input: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const answer = await sender.send(step.call, input);
  if (answer.error || typeof answer.body !== 'object' || answer.body === null) return answer;
  let body = answer.body as Readonly<Record<string, unknown>>;
  if (step.pages) body = await allPages(sender, step.call, input, body);
  return { ...answer, body: sorted(body, step.sort) };
}

/** Response marker → request member, as the paged operations of the two services spell them. */
const MARKERS: Readonly<Record<string, string>> = { NextMarker: 'Marker', position: 'position' };

async function allPages(
  sender: Sender,
  call: string,
  input: Readonly<Record<string, unknown>>,
  first: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  let page = first;
  let joined: Record<string, unknown> = {};
  for (;;) {
    const marker = Object.keys(MARKERS).find((name) => page[name] !== undefined);
    const { [marker ?? '']: next, ...rest } = page;
    joined = join(joined, rest);
    if (!marker) return joined;
    const answer = await sender.send(call, { ...input, [MARKERS[marker] ?? marker]: next });
    if (answer.error) throw new Error(`${call}: a later page failed: ${answer.error.message}`);
    page = answer.body as Readonly<Record<string, unknown>>;
  }
}

const join = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>) => ({
  ...a,
  ...Object.fromEntries(
    Object.entries(b).map(([key, value]) => {
      const before = a[key];
      return [key, Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value];
    }),
  ),
});

function sorted(
  body: Readonly<Record<string, unknown>>,
  sort: Step['sort'] = {},
): Readonly<Record<string, unknown>> {
  const lists = Object.entries(sort).map(([list, member]) => {
    const items = body[list];
    if (!Array.isArray(items)) return [list, items];
    const nameOf = (item: object) => String(Reflect.get(item, member));
    return [list, items.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))];
  });
  return { ...body, ...Object.fromEntries(lists) };
}

function answerDifferences(known: Known, step: Step, answer: Answer): string[] {
  const expected: Expectation = step.expect ?? {};
  const status =
    expected.status === undefined || expected.status === answer.status
      ? []
      : [`status: want ${expected.status}, got ${answer.status}`];
  if (expected.error) return [...status, ...errorDifferences(known, expected.error, answer)];
  if (answer.error) return [...status, `unexpected ${answer.error.code}: ${answer.error.message}`];
  if (expected.body === undefined) return status;
  return [...status, ...differences(known, expected.body, answer.body)];
}

function errorDifferences(
  known: Known,
  recorded: NonNullable<Expectation['error']>,
  answer: Answer,
): string[] {
  const { error } = answer;
  if (!error) return [`want ${recorded.code}, got success: ${JSON.stringify(answer.body)}`];
  const { code, message, type, messageMember } = recorded;
  return [
    ...differences(known, code, error.code, 'code'),
    ...differences(known, message, error.message, 'message'),
    ...(type === undefined ? [] : differences(known, type, error.type, 'Type')),
    ...(messageMember === undefined
      ? []
      : differences(known, messageMember, error.messageMember, 'spelling of message')),
  ];
}

const POLLS = 300;
const POLL_PAUSE_MS = 50;

async function waitFor(
  sender: Sender,
  known: Known,
  wait: Wait,
  special: Special,
): Promise<string[]> {
  const input = fillAll(known, wait.input, special) as Record<string, unknown>;
  for (let poll = 0; poll < POLLS; poll += 1) {
    const answer = await sender.send(wait.call, input);
    if (!answer.error && fulfils(memberOf(answer.body, wait.member), wait.until)) return [];
    await sleep(POLL_PAUSE_MS);
  }
  return [`timed out waiting for ${wait.member} ${JSON.stringify(wait.until)}`];
}

function memberOf(body: unknown, path: string): unknown {
  try {
    return lookUp({ body }, `body.${path}`);
  } catch (error) {
    if (error instanceof Unresolved) return undefined;
    throw error;
  }
}

function fulfils(value: unknown, until: Wait['until']): boolean {
  return 'not' in until ? value !== until.not : value === until.equals;
}
