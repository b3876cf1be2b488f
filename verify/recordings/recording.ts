// The format of recorded exchanges: a directory of JSON files, each a list of scenarios. The data
// itself is not part of this project; the runner gets its location.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A recorded value; an object of one member `any`, `ref`, `template` or `json` is a pattern. */
export type Recorded = unknown;

export interface RecordedError {
  readonly code: string;
  readonly message: Recorded;
  /** The member `Type` of the body, if it was recorded. */
  readonly type?: string;
  /** Whether the body spells it `message` or `Message`, if that was recorded. */
  readonly messageMember?: 'message' | 'Message';
}

export interface Expectation {
  readonly status?: number;
  readonly body?: Recorded;
  readonly error?: RecordedError;
}

export interface Wait {
  readonly call: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** A path into the answer: `Configuration.State`. */
  readonly member: string;
  readonly until: { readonly not?: unknown; readonly equals?: unknown };
}

export interface Step {
  /** The operation's name in the AWS API; `HTTP`: a request to the deployed stage. */
  readonly call: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly as?: string;
  readonly key?: string;
  /** Unavailable: the answer was not recorded, only that the call succeeded. */
  readonly expect?: Expectation;
  readonly wait?: Wait;
  readonly pages?: 'all';
  /** List by member: both sides are sorted before comparing. */
  readonly sort?: Readonly<Record<string, string>>;
}

export interface Scenario {
  readonly name: string;
  /** Values that the replayer supplies, by name. */
  readonly given?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  /** Lists of references to answers that must all differ from each other. */
  readonly distinct?: readonly (readonly string[])[];
}

export interface Recording {
  readonly file: string;
  readonly service: string;
  readonly scenarios: readonly Scenario[];
}

/** Reads every `*.json` of the directory. Throws when there is none. */
export async function readRecordings(directory: string): Promise<readonly Recording[]> {
  const files = (await readdir(directory)).filter((name) => name.endsWith('.json')).sort();
  if (files.length === 0) throw new Error(`no recordings (*.json) in ${directory}`);
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(directory, file), 'utf8');
      return { ...(JSON.parse(text) as Omit<Recording, 'file'>), file };
    }),
  );
}
