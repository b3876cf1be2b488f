// The compiler guarantees that a rollback is never refused: what is bound to the normal clients does not fit where
// traffic is restored or cleaned up after. `tsc` checks this file; the lines marked as errors must be errors.

import { describe, expect, it } from '@jest/globals';
import { type Aliases, bindAliases } from '../../../src/aws/aliases.ts';
import type { ClientSets, Clients, Mode } from '../../../src/aws/clients.ts';
import { bindProvisioned } from '../../../src/aws/provisioned.ts';
import type { RolloutRecord } from '../../../src/rollout/record.ts';
import {
  type AliasRollback,
  rollbackOf as rollbackOfAliases,
} from '../../../src/targets/alias/alias-rollback.ts';
import { createAliasSet } from '../../../src/targets/alias/alias-set.ts';
import { findAliasUndo } from '../../../src/targets/alias/alias-undo.ts';
import { finalizeProvisioned } from '../../../src/targets/alias/finalize-provisioned.ts';
import { deallocate } from '../../../src/targets/lambda/warm-up.ts';
import { withNewDrafts } from '../../../src/targets/stage/drafts.ts';
import { bindStage } from '../../../src/targets/stage/stage-context.ts';
import type { StageInputs } from '../../../src/targets/stage/stage-inputs.ts';
import { deallocateStage } from '../../../src/targets/stage/stage-provisioned.ts';
import { rollbackOf as rollbackOfStage } from '../../../src/targets/stage/stage-rollback.ts';
import { findStageUndo } from '../../../src/targets/stage/stage-undo.ts';
import type { PrepareServices, RollbackTarget, Target } from '../../../src/targets/target.ts';
import type { Trust } from '../../../src/targets/trust.ts';

/** Only type-checked, never run. */
interface Given {
  readonly clients: ClientSets;
  readonly inputs: StageInputs;
  readonly trust: Trust;
  readonly record: RolloutRecord;
  readonly waiting: PrepareServices;
  readonly target: Target;
  readonly aliasRollback: AliasRollback;
}

function ofStages({ clients, inputs, trust, record }: Given): unknown[] {
  const warn = () => undefined;
  const normal = bindStage(clients.normal, inputs, trust, warn);
  const rollback = bindStage(clients.rollback, inputs, trust, warn);
  return [
    rollbackOfStage(rollback),
    // @ts-expect-error: its calls are refused after a cancellation
    rollbackOfStage(normal),
    // @ts-expect-error: one call of the normal clients is one too many
    rollbackOfStage({ ...rollback, api: normal.api }),
    deallocateStage(rollback, record, 'new'),
    // @ts-expect-error: it cleans up after a promotion too
    deallocateStage(normal, record, 'new'),
    findStageUndo(normal, rollback.api, [], { kind: 'previous' }),
    // @ts-expect-error: going back must not break off
    findStageUndo(normal, normal.api, [], { kind: 'previous' }),
    withNewDrafts(normal.api, rollback.api, [], async () => undefined),
    // @ts-expect-error: the draft is put back after a cancellation as well
    withNewDrafts(normal.api, normal.api, [], async () => undefined),
  ];
}

function ofAliases({ clients, record, waiting, aliasRollback }: Given): unknown[] {
  const [normal, rollback] = [bindAliases(clients.normal), bindAliases(clients.rollback)];
  const [aliasSet, rollbackAliasSet] = [createAliasSet(normal), createAliasSet(rollback)];
  const kept = bindProvisioned(clients.normal);
  const provisioned = bindProvisioned(clients.rollback);
  const functions = aliasRollback.functions;
  const isNeeded = async () => false;
  return [
    rollbackOfAliases(aliasRollback),
    // @ts-expect-error: its calls are refused after a cancellation
    rollbackOfAliases({ ...aliasRollback, aliasSet }),
    // @ts-expect-error: what was allocated must be deallocated
    rollbackOfAliases({ ...aliasRollback, provisioned: kept }),
    deallocate({ provisioned, isNeeded }, record.functions, {}, 'new'),
    // @ts-expect-error: the same
    deallocate({ provisioned: kept, isNeeded }, record.functions, {}, 'new'),
    finalizeProvisioned({ aliasSet: rollbackAliasSet, provisioned }, [], waiting),
    // @ts-expect-error: the end of a promotion is no less
    finalizeProvisioned({ aliasSet, provisioned }, [], waiting),
    findAliasUndo({ aliasSet, functions, rollbackAliasSet }, [], { kind: 'previous' }),
    // @ts-expect-error: going back must not break off
    findAliasUndo({ aliasSet, functions, rollbackAliasSet: aliasSet }, [], { kind: 'previous' }),
  ];
}

function ofTargets({ clients, target }: Given): unknown[] {
  const rollback: RollbackTarget = target.rollback;
  // @ts-expect-error: a target moves users on, and can be refused
  const mistaken: RollbackTarget = target;
  // @ts-expect-error: nothing of a target itself restores traffic
  const restore = target.restore;
  const either: Aliases<Mode> = bindAliases(clients.normal);
  // @ts-expect-error: what may be either is not good enough
  const certain: Aliases<'rollback'> = either;
  // @ts-expect-error: the sets are told apart by their mode
  const wrong: Clients<'rollback'> = clients.normal;
  return [rollback, mistaken, restore, certain, wrong];
}

describe('What restores traffic', () => {
  it('takes the rollback clients and no others, as the compiler sees it', () => {
    expect([ofStages, ofAliases, ofTargets].map((check) => typeof check)).toEqual(
      Array(3).fill('function'),
    );
  });
});
