// The commands that change nothing, whatever their inputs are.

import type { Command } from './inputs.ts';

const READS_ONLY: readonly Command[] = ['plan', 'status'];

export function readsOnly(command: Command): boolean {
  return READS_ONLY.includes(command);
}
