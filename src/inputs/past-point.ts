// The input that says where a rollback behind a promotion goes.

import { quote } from '../base/quote.ts';
import type { PastPoint } from '../rollout/past-releases.ts';
import { versions } from './list-fields.ts';
import type { Parser } from './parsed.ts';

/** `undefined` for an empty text. */
export const pastPoint: Parser<PastPoint | undefined> = (text) => {
  if (text === '') return { ok: true, value: undefined };
  if (text === 'previous') return { ok: true, value: { kind: 'previous' } };
  const id = /^deployment\s*=\s*([A-Za-z0-9]{1,64})$/.exec(text)?.[1];
  if (id !== undefined) return { ok: true, value: { kind: 'deployment', id } };
  const parsed = versions(text);
  if (parsed.ok) return { ok: true, value: { kind: 'versions', versions: parsed.value } };
  const expected = 'previous, deployment=ID of a stage, or versions such as 7 or orders=7';
  return { ok: false, problems: [`${quote(text)}; expected ${expected}`] };
};
