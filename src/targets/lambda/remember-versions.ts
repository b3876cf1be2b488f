// A published version does not change, so it is read once: of many functions, each read is one of the 15 calls a second
// that Lambda allows the whole account.

import type { FunctionCalls, FunctionReading } from '../../aws/functions.ts';
import { whyNotReady } from '../../aws/readiness.ts';
import type { VersionContent } from '../../aws/version-content.ts';
import { isVersionNumber } from '../../aws/versions.ts';

type Reads = Pick<FunctionCalls, 'read' | 'publish' | 'untilReady'>;

export interface Remembered {
  /** A function as it was last read, or one of its versions, for what needs not be the very latest. */
  seen(name: string, version?: string): Promise<FunctionReading | undefined>;
}

type Published = [description: string, seen: VersionContent];

/** The same calls. A version that cannot take traffic yet is read again, and so is `$LATEST`. */
export function rememberVersions<C extends Reads>(functions: C): C & Remembered {
  const known = new Map<string, FunctionReading>();
  const latest = new Map<string, FunctionReading>();
  const keep = (label: string, reading: FunctionReading | undefined) => {
    const isFinal = reading?.state === 'Active' && whyNotReady(reading) === undefined;
    if (isFinal) known.set(label, reading);
    return reading;
  };
  const read = async (name: string, version?: string) => {
    const label = `${name}:${version}`;
    const before = known.get(label);
    if (before) return before;
    const reading = await functions.read(name, version);
    if (version !== undefined && isVersionNumber(version)) return keep(label, reading);
    if (version === undefined && reading) latest.set(name, reading);
    return reading;
  };
  return {
    ...functions,
    read,
    seen: async (name: string, version?: string) =>
      (version === undefined ? latest.get(name) : undefined) ?? read(name, version),
    publish: async (name: string, ...how: Published) => {
      const published = await functions.publish(name, ...how);
      keep(`${name}:${published.version}`, published.reading);
      return published;
    },
    untilReady: async (name: string, version: string) => {
      const ready = known.get(`${name}:${version}`);
      if (ready) return ready;
      const reading = await functions.untilReady(name, version);
      keep(`${name}:${version}`, reading);
      return reading;
    },
  };
}
