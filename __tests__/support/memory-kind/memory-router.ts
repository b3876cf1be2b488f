// A service that splits traffic, in this process: what it serves, its tags, and faults on demand.

import { createClock } from '../../../simulator/clock.ts';
import { type CallLog, createCallLog } from '../../../simulator/front/call-log.ts';
import { createFaults, type Faults } from '../../../simulator/front/faults.ts';
import { type Json, mergePatch } from '../../../simulator/front/merge-patch.ts';

export interface Split {
  readonly serves: string;
  readonly canary?: { readonly version: string; readonly weight: number };
}

export interface MemoryRouter {
  readonly name: string;
  readonly calls: CallLog;
  readonly faults: Faults;
  read(): Promise<{ readonly split: Split; readonly tags: Readonly<Record<string, string>> }>;
  /** Answers what it serves then. */
  set(split: Split): Promise<Split>;
  tag(tags: Readonly<Record<string, string>>): Promise<void>;
  untag(keys: readonly string[]): Promise<void>;
}

export function createMemoryRouter(name: string, serves: string): MemoryRouter {
  const calls = createCallLog();
  const faults = createFaults(createClock());
  let split: Split = { serves };
  let tags: Readonly<Record<string, string>> = {};

  const call = async <T>(operation: string, method: string, work: () => T): Promise<T> => {
    const fault = faults.match({ service: 'memory', operation, accessKeyId: undefined });
    const record = { at: 0, service: 'memory', operation, method, path: name, requestId: '' };
    const leave = await calls.enter({ ...record, status: null });
    const answer = work();
    await leave({ status: 200 });
    if (fault?.kind === 'cut-after') throw new Error('the connection was lost');
    return fault?.kind === 'wrong-answer' ? (mergePatch(answer as Json, fault.patch) as T) : answer;
  };
  return {
    name,
    calls,
    faults,
    read: () => call('GetRouter', 'GET', () => ({ split, tags })),
    set: (next) =>
      call('SetRouter', 'PUT', () => {
        split = next;
        return split;
      }),
    tag: (more) =>
      call('TagRouter', 'POST', () => {
        tags = { ...tags, ...more };
      }),
    untag: (keys) =>
      call('UntagRouter', 'DELETE', () => {
        tags = Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key)));
      }),
  };
}
