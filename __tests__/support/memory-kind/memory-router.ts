// A service that splits traffic, in this process: what it serves, its tags, its metrics, and faults on demand.

import { createClock } from '../../../simulator/clock.ts';
import { type CallLog, createCallLog } from '../../../simulator/front/call-log.ts';
import { createFaults, type Faults } from '../../../simulator/front/faults.ts';
import { type Json, mergePatch } from '../../../simulator/front/merge-patch.ts';

export interface Split {
  /** `web:6`. */
  readonly serves: string;
  /** The weight is in %. */
  readonly canary?: { readonly version: string; readonly weight: number };
}

/** What the service can be asked to do. */
export interface Operations {
  GetRouter(): { readonly split: Split; readonly tags: Readonly<Record<string, string>> };
  /** Answers what it serves then. */
  SetRouter(split: Split): Split;
  TagRouter(tags: Readonly<Record<string, string>>): void;
  UntagRouter(keys: readonly string[]): void;
  /** Registers the code that was built last, and answers its version. */
  RegisterVersion(source: string): string;
  /** The latest code if no version is given. */
  DescribeVersion(version: string | undefined): { readonly source: string; readonly code: string };
}

export interface MemoryRouter {
  readonly name: string;
  readonly calls: CallLog;
  readonly faults: Faults;
  /** Versions that fail one request in five. */
  readonly broken: Set<string>;
  /** Every split so far; seconds since the epoch. */
  readonly history: readonly { readonly at: number; readonly split: Split }[];
  /** New code, which is not registered yet. */
  build(code: string): void;
  answer<O extends keyof Operations>(
    operation: O,
    ...given: Parameters<Operations[O]>
  ): Promise<ReturnType<Operations[O]>>;
}

const routers = new Map<string, MemoryRouter>();

/** All routers of this process are in one account. */
export function findRouter(name: string): MemoryRouter | undefined {
  return routers.get(name);
}

/** A new router of this name takes the place of an older one. @param serves the version that it serves: `web:6` */
export function createMemoryRouter(name: string, serves: string): MemoryRouter {
  const calls = createCallLog();
  const faults = createFaults(createClock());
  const [family = '', revision = ''] = serves.split(':');
  const versions = new Map([[serves, { source: '', code: 'old' }]]);
  let latest = 'new';
  let split: Split = { serves };
  let tags: Readonly<Record<string, string>> = {};
  const history = [{ at: 0, split }];

  const operations: Operations = {
    GetRouter: () => ({ split, tags }),
    SetRouter: (next) => {
      split = next;
      history.push({ at: Date.now() / 1000, split });
      return split;
    },
    TagRouter: (more) => {
      tags = { ...tags, ...more };
    },
    UntagRouter: (keys) => {
      tags = Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key)));
    },
    RegisterVersion: (source) => {
      const known = [...versions].find(([, { code }]) => code === latest)?.[0];
      const version = known ?? `${family}:${Number(revision) + versions.size}`;
      if (!known) versions.set(version, { source, code: latest });
      return version;
    },
    DescribeVersion: (version) =>
      (version === undefined ? undefined : versions.get(version)) ?? { source: '', code: latest },
  };
  const router: MemoryRouter = {
    name,
    calls,
    faults,
    broken: new Set(),
    history,
    build: (code) => {
      latest = code;
    },
    answer: async (operation, ...given) => {
      const fault = faults.match({ service: 'memory', operation, accessKeyId: undefined });
      const method = /^(Get|Describe)/.test(operation) ? 'GET' : 'POST';
      const record = { at: 0, service: 'memory', operation, method, path: name, requestId: '' };
      const leave = await calls.enter({ ...record, status: null });
      const work = operations[operation] as (...args: typeof given) => ReturnType<Answer>;
      const answer = work(...given);
      await leave({ status: 200 });
      if (fault?.kind === 'cut-after') throw new Error('the connection was lost');
      return (
        fault?.kind === 'wrong-answer' ? mergePatch(answer as Json, fault.patch) : answer
      ) as never;
    },
  };
  routers.set(name, router);
  return router;
}

type Answer = Operations[keyof Operations];
