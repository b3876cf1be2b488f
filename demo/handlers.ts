// The function of the demo's API, version by version, as source text: what a user would upload.

import { strToU8, zipSync } from 'fflate';

/** What a version of the function does with a request. */
export interface Behaviour {
  /** In the answer: `"Hello from Lambda v2"`. */
  readonly label: string;
  /** Share of the requests that throw, 0 to 1. */
  readonly failing?: number;
  /** Milliseconds that each answer takes. */
  readonly delayMs?: number;
}

/** A deployment archive with one Node handler, `index.handler`. */
export function archive({ label, failing = 0, delayMs = 0 }: Behaviour): Uint8Array {
  const source = `
exports.handler = async () => {
  if (${delayMs} > 0) await new Promise((resolve) => setTimeout(resolve, ${delayMs}));
  if (Math.random() < ${failing}) throw new Error('the database said no');
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify('Hello from Lambda ${label}'),
  };
};
`;
  // A fixed date makes the same source the same archive, as Lambda compares them.
  return zipSync({ 'index.js': [strToU8(source), { mtime: new Date('2020-01-01T00:00:00Z') }] });
}
