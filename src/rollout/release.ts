// What a rollout brings: which function goes from which version to which.

/**
 * A function whose new version is released. Versions are published ones: `"7"`, never `$LATEST`;
 * `from` is empty where nothing was served before.
 */
export interface FunctionChange {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** `7 → 8`, or `8, the first`. */
export function describeChange({ from, to }: Pick<FunctionChange, 'from' | 'to'>): string {
  return from === '' ? `${to}, the first` : `${from} → ${to}`;
}

/** Whose rollout it is. Only letters, digits and `-_.:/`, so that it can stand in a tag. */
export interface RolloutId {
  /** `owner/name`. */
  readonly repository: string;
  readonly runId: string;
  readonly attempt: string;
  /**
   * Tells the jobs of one run apart, such as those of a matrix: 12 hexadecimal digits, drawn by each main
   * step. Versions of the action before it wrote none.
   */
  readonly job?: string;
}

/** The run, as GitHub addresses it. Jobs of one run have it in common: to tell them apart, see `rolloutKey`. */
export function formatRolloutId(id: RolloutId): string {
  return `${id.repository}/actions/runs/${id.runId}/attempts/${id.attempt}`;
}

/** The whole identity, for tags: versions before read it as that of another run than their own. */
export function rolloutKey(id: RolloutId): string {
  const run = formatRolloutId(id);
  return id.job === undefined ? run : `${run}.${id.job}`;
}

/**
 * Where a person can look at a run.
 *
 * @param ownRun the address of this run, which is on the same server
 */
export function linkToRun(id: RolloutId, ownRun: string): string {
  const server = /^https?:\/\/[^/]{1,253}/.exec(ownRun)?.[0];
  return server === undefined ? formatRolloutId(id) : `${server}/${formatRolloutId(id)}`;
}

/** The id that a text of this form says, with or without a job; `undefined` when it says none. */
export function parseRolloutId(text: string): RolloutId | undefined {
  const [, repository, runId, last = ''] =
    /^([\w./-]{1,140})\/actions\/runs\/([\w.-]{1,40})\/attempts\/([\w.-]{1,53})$/.exec(text) ?? [];
  if (repository === undefined || runId === undefined) return undefined;
  const [, attempt, job] = /^(.+)\.([0-9a-f]{12})$/.exec(last) ?? [];
  return attempt === undefined || job === undefined
    ? { repository, runId, attempt: last }
    : { repository, runId, attempt, job };
}

export function sameRollout(a: RolloutId, b: RolloutId): boolean {
  return rolloutKey(a) === rolloutKey(b);
}

/** Whether two jobs of one attempt of one run have these: neither is a re-run of the other. */
export function areSiblings(a: RolloutId, b: RolloutId): boolean {
  const known = a.job !== undefined && b.job !== undefined;
  return known && a.job !== b.job && formatRolloutId(a) === formatRolloutId(b);
}

/** Where a person can look at another run, which may be a job of this one. */
export function linkFrom(own: {
  readonly id: RolloutId;
  readonly source: { readonly runUrl: string };
}): (id: RolloutId) => string {
  return (id) => {
    const link = linkToRun(id, own.source.runUrl);
    return areSiblings(id, own.id) ? `${link} (another job of this workflow run)` : link;
  };
}
