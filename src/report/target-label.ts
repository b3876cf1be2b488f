// A target's name in a few words.

import type { Report, TargetReport } from './report.ts';

/** `orders-api/prod`, `orders:live`, `orders:live and 3 more`. */
export function targetLabel(target: TargetReport): string {
  if (target.kind === 'stage') return `${target.apiName || target.restApiId}/${target.stageName}`;
  const [first = '', ...more] = target.aliases;
  return more.length > 0 ? `${first} and ${more.length} more` : first;
}

/** The stage of a preview is the end of its address, not the one that it is made from. */
export function placeLabel({ target, previewUrl }: Pick<Report, 'target' | 'previewUrl'>): string {
  if (previewUrl === undefined || target.kind !== 'stage') return targetLabel(target);
  return targetLabel({ ...target, stageName: previewUrl.slice(previewUrl.lastIndexOf('/') + 1) });
}

/** What tells one target's comment from another's: it never changes while a target is the same. */
export function targetKey(target: TargetReport): string {
  if (target.kind === 'stage') return `${target.restApiId}/${target.stageName}`;
  const [first = '', ...more] = target.aliases;
  return more.length > 0 ? `${first}+${more.length}` : first;
}
