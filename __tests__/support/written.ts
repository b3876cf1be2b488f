// What a run wrote to AWS, with the records in its tags decoded.

import type { CallRecord } from '../../simulator/front/call-log.ts';
import { unsealText } from '../../src/rollout/record-text.ts';

/** Services that are only read, some of them by POST. */
export const READ_ONLY = ['monitoring', 'logs', 'cloudformation', 'ssm', 'sts', 'tagging'];

/** Whether a call may change what a release is about, also if it was refused. */
export function mayWrite({ method, service, operation }: CallRecord): boolean {
  return method !== 'GET' && !READ_ONLY.includes(service) && operation !== 'Invoke';
}

/**
 * The bodies of all calls that may write, each with what its tags say. Left out are the variables of new stages:
 * shadow stages and previews are copies of a stage, with its variables.
 */
export function writtenIn(calls: readonly CallRecord[]): string {
  return calls
    .filter(mayWrite)
    .map(({ operation, body = '' }) => {
      const kept = operation === 'CreateStage' ? body.replace(/"variables":\{[^}]*\}/, '') : body;
      return `${operation} ${kept} ${recordIn(body)}`;
    })
    .join('\n');
}

/** The record in the tags of a request; empty if there is none. */
export function recordIn(body: string): string {
  const chunks = [...body.matchAll(/"canary-action:record\.(\d+)-\d+":"([^"]+)"/g)];
  const sorted = chunks.sort(([, a], [, b]) => Number(a) - Number(b));
  return unsealText(sorted.map(([, , text]) => text).join('')) ?? '';
}
