// A rollback moves traffic. Code that was uploaded stays in `$LATEST`, and a reader should not take it for what serves.

import { listed } from '../base/listed.ts';
import type { LoopResult } from '../controller/context.ts';
import type { Inputs } from '../inputs/inputs.ts';

export function latestAfterRollback(
  { functions }: Pick<Inputs, 'functions'>,
  { ending, snapshot }: Pick<LoopResult, 'ending' | 'snapshot'>,
): readonly string[] {
  if (ending.kind !== 'rolled-back') return [];
  const uploaded = functions.filter(({ code }) => code !== undefined).map(({ name }) => name);
  const changed = snapshot.rollout.record.functions.filter(
    ({ name, from, to }) => from !== to && uploaded.includes(name),
  );
  if (changed.length === 0) return [];
  const names = listed(changed.map(({ name }) => `"${name}"`));
  return [
    `code: a rollback does not change $LATEST: that of ${names} still has the code of this release, which nothing serves. The next release with code replaces it`,
  ];
}
