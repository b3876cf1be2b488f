// The execution environments of all versions: reused while warm, closed after a long idle time.

import type { Clock } from '../clock.ts';
import type { Environment } from './environment.ts';
import type { Release } from './model.ts';
import type { LambdaSettings } from './settings.ts';

export interface Pool {
  /** The most recently used free environment of that release, if there is one. */
  take(release: Release): Environment | undefined;
  /** Adds a new environment. */
  add(environment: Environment): void;
  /** Returns an environment after an invocation; an ended one is dropped. */
  give(release: Release, environment: Environment): void;
  close(): void;
}

interface Idle {
  readonly environment: Environment;
  readonly keep: () => void;
}

export function createPool(clock: Clock, settings: LambdaSettings): Pool {
  const idle = new Map<Release, Idle[]>();
  const open = new Set<Environment>();
  let closed = false;

  const drop = (environment: Environment) => {
    open.delete(environment);
    environment.close();
  };
  const expire = (release: Release, environment: Environment) => {
    const left = (idle.get(release) ?? []).filter((entry) => entry.environment !== environment);
    if (left.length > 0) idle.set(release, left);
    else idle.delete(release);
    drop(environment);
  };

  return {
    take(release) {
      const free = idle.get(release) ?? [];
      for (let entry = free.pop(); entry; entry = free.pop()) {
        entry.keep();
        // It may have ended in the meantime, for example by a timer of the handler.
        if (entry.environment.isAlive()) return entry.environment;
        drop(entry.environment);
      }
      return undefined;
    },
    add(environment) {
      if (closed) environment.close();
      else open.add(environment);
    },
    give(release, environment) {
      if (closed || !environment.isAlive()) {
        drop(environment);
        return;
      }
      const expiry = clock.after(settings.idleSeconds * 1000, () => expire(release, environment));
      const free = idle.get(release);
      if (free) free.push({ environment, keep: expiry });
      else idle.set(release, [{ environment, keep: expiry }]);
    },
    close() {
      closed = true;
      for (const { keep } of [...idle.values()].flat()) keep();
      idle.clear();
      for (const environment of open) environment.close();
      open.clear();
    },
  };
}
