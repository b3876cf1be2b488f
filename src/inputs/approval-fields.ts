// The parsers of the inputs about approvals, and what they mean together.

import { quote } from '../base/quote.ts';
import { APPROVERS, MOST_APPROVALS } from '../rollout/given-approval.ts';
import type { PlannedApprovals } from '../rollout/plan.ts';
import { bad, flag, ok, type Parser } from './fields.ts';
import { splitList } from './list-fields.ts';

/** Ascending, in %. */
export const approvalWeights: Parser<readonly number[]> = (text) => {
  const items = splitList(text);
  const weights = items.map((item) => Number(/^(\d{1,3}(?:\.\d{1,2})?)\s*%$/.exec(item)?.[1]));
  const problems = items
    .filter((_, i) => !((weights[i] ?? -1) <= 100))
    .map((item) => `${quote(item)}; expected a percentage from 0% to 100%, such as 50%`);
  const different = [...new Set(weights)].sort((a, b) => a - b);
  if (problems.length === 0 && different.length > MOST_APPROVALS) {
    problems.push(`${quote(text)}; expected at most ${MOST_APPROVALS} weights`);
  }
  return problems.length > 0 ? bad(...problems) : ok(different);
};

const NAME = /^@[A-Za-z0-9][\w-]{0,38}(?:\/[\w.-]{1,100})?$/;

/** In the form of the plan; `undefined` for an empty text. */
export const approvers: Parser<string | undefined> = (text) => {
  if (text === '') return ok(undefined);
  const path = pathIn(text);
  const names = path === undefined ? splitList(text) : [];
  const wrong = names.find((name) => !NAME.test(name));
  const plain = path === undefined ? names.join(', ') : `CODEOWNERS ${path}`;
  const leaves = path?.split('/').includes('..');
  if (wrong === undefined && !leaves && APPROVERS.test(plain)) return ok(plain);
  return bad(
    `${quote(wrong ?? text)}; expected CODEOWNERS and a path such as CODEOWNERS services/orders, or people and teams such as @octo-org/releases, at most 200 characters`,
  );
};

/** From the root of the repository; `undefined`: the text names people. */
function pathIn(text: string): string | undefined {
  const path = /^CODEOWNERS[ :](.*)$/s.exec(text)?.[1]?.trim();
  return path?.startsWith('/') ? path.slice(1) : path;
}

/** `true`, `false`, or the custom domain name of the API. */
export const door: Parser<boolean | string> = (text) => {
  const parsed = flag(text);
  if (parsed.ok) return parsed;
  return /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(text)
    ? ok(text)
    : bad(
        `${quote(text)}; expected true, false, or the custom domain name of the API, such as api.example.com`,
      );
};

interface ApprovalValues {
  readonly command: string;
  readonly 'plan-of': string;
  readonly 'approve-at': readonly number[];
  readonly approvers: string | undefined;
  readonly door: boolean | string;
}

/** What the plan of a release with these inputs asks for; `undefined`: nothing. */
export function plannedApprovals(values: ApprovalValues): PlannedApprovals | undefined {
  const { 'approve-at': asked, approvers: by, door: opens } = values;
  const hasDoor = opens !== false && waitsAtZero(values);
  const at = hasDoor && asked[0] !== 0 ? [0, ...asked] : asked;
  if (at.length === 0) return undefined;
  return { at, ...(by !== undefined && { by }), ...(hasDoor && { door: true }) };
}

/** Whether something makes the release wait at 0%, so that a door has a use. */
export function waitsAtZero(values: Partial<ApprovalValues>): boolean {
  const { command, 'plan-of': planOf, 'approve-at': at } = values;
  const starts = command === 'start' || (command === 'plan' && planOf === 'start');
  return starts || at === undefined || at[0] === 0;
}

/** What cannot work together. */
export function approvalProblems(values: Partial<ApprovalValues>): readonly string[] {
  const { 'approve-at': at, door: opens } = values;
  return opens && at && at.length >= MOST_APPROVALS && at[0] !== 0
    ? [
        `approve-at: with door, 0% is one of the weights; expected at most ${MOST_APPROVALS - 1} more`,
      ]
    : [];
}
