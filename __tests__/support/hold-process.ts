// A test file is done when its tests are, whatever other processes wait for work.

import type { ChildProcess } from 'node:child_process';

/** @param held whether this process waits for that one before it ends */
export function hold(child: ChildProcess, held: boolean): void {
  const handles = [child, child.stdout, child.stderr, child.channel] as readonly (Held | null)[];
  for (const one of handles) one?.[held ? 'ref' : 'unref']?.();
}

interface Held {
  ref?(): void;
  unref?(): void;
}
