// All kinds of target.

import { aliasKind } from './alias/alias-kind.ts';
import type { TargetKind } from './kind.ts';
import { stageKind } from './stage/stage-kind.ts';

export const TARGET_KINDS: readonly TargetKind[] = [stageKind, aliasKind];

/** The kind of the target that these inputs name. */
export function kindOf({ kind }: { readonly kind: string }): TargetKind {
  const found = TARGET_KINDS.find((one) => one.kind === kind);
  if (!found) throw new RangeError(`there is no kind of target "${kind}"`);
  return found;
}
