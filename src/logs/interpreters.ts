// The two kinds of logs that can be counted.

import { type AccessLogs, readAccessEvent } from './access-sightings.ts';
import { sightingsOf, type VersionOfStream } from './invocation-sightings.ts';
import { type LambdaFact, readLambdaLine } from './lambda-lines.ts';
import type { Sighting } from './sighting.ts';
import type { Interpreter } from './tally.ts';

/** A stage: each line is a request. */
export function accessInterpreter(logs: AccessLogs): Interpreter<Sighting> {
  return {
    parse: (event) => {
      const sighting = readAccessEvent(event, logs);
      return typeof sighting === 'string' ? sighting : { fact: sighting };
    },
    interpret: (items) => ({ sightings: items.map(({ fact }) => fact), dropped: false }),
    requestOf: ({ requestId }) => requestId,
    latencyOf: ({ latency = 0 }) => latency,
  };
}

/**
 * An alias: several lines belong to an invocation. They are written while it runs, so their lag is that of the delivery.
 *
 * @param versionOf `undefined`: the stream belongs to another function or version
 */
export function lambdaInterpreter(versionOf: VersionOfStream): Interpreter<LambdaFact> {
  return {
    parse: (event) => {
      const fact = versionOf(event) === undefined ? undefined : readLambdaLine(event.message);
      return fact ? { fact } : 'other';
    },
    interpret: (items) => sightingsOf(items, versionOf),
    requestOf: (fact) => ('requestId' in fact ? fact.requestId : undefined),
    latencyOf: () => 0,
  };
}
