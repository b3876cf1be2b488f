// The source code of each version of the demo's function, as a user would upload it.

import { strToU8, zipSync } from 'fflate';

/** How a version of the function handles requests. */
export interface Behaviour {
  /** Part of the answer: `"Hello from Lambda v2"`. */
  readonly label: string;
  /** Share of the requests that fail with an error, 0 to 1. */
  readonly failing?: number;
  /** Share of the requests that it answers with the status 500, 0 to 1. */
  readonly returning500?: number;
  /** Milliseconds until each answer. */
  readonly delayMs?: number;
}

/** A deployment archive with one Node handler, `index.handler`. */
export function archive({
  label,
  failing = 0,
  returning500 = 0,
  delayMs = 0,
}: Behaviour): Uint8Array {
  const source = `
exports.handler = async () => {
  if (${delayMs} > 0) await new Promise((resolve) => setTimeout(resolve, ${delayMs}));
  if (Math.random() < ${failing}) throw new Error('the database said no');
  return {
    statusCode: Math.random() < ${returning500} ? 500 : 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify('Hello from Lambda ${label}'),
  };
};
`;
  // With a fixed date, the same source gives the same archive, which Lambda compares. To compress it would save nothing.
  const mtime = new Date('2020-01-01T00:00:00Z');
  return zipSync({ 'index.js': [strToU8(source), { mtime, level: 0 }] });
}
