// What leads to a function, or to one of its aliases, as far as AWS shows it.

import { describeCaller, type PermittedCaller } from './policy-callers.ts';

/** What leads to an ARN of a function. */
export interface Callers {
  readonly permitted: readonly PermittedCaller[];
  /** ARNs of streams and queues. */
  readonly sources: readonly string[];
  readonly hasUrl: boolean;
}

/** Each once: `API Gateway (API a1b2c3d4e5)`. */
export function callersInWords({ permitted, sources, hasUrl }: Callers): readonly string[] {
  const all = [
    ...permitted.map(describeCaller),
    ...sources.map((source) => (source === '' ? 'an event source' : `the event source ${source}`)),
    ...(hasUrl ? ['its function URL'] : []),
  ];
  return [...new Set(all)];
}

/** A permission for an account or for everyone says nothing about calls that are made. */
export function ofServices(callers: Callers): Callers {
  return {
    ...callers,
    permitted: callers.permitted.filter(({ service }) => service !== undefined),
  };
}

const MOST_CALLERS = 5;

export function listCallers(callers: readonly string[]): string {
  const more = callers.length - MOST_CALLERS;
  return [...callers.slice(0, MOST_CALLERS), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
