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
export function changeInWords({ from, to }: Pick<FunctionChange, 'from' | 'to'>): string {
  return from === '' ? `${to}, the first` : `${from} → ${to}`;
}

/** Which of the console's three choices a promotion makes. */
export interface PromoteChoice {
  /** The stage takes the canary's deployment. */
  readonly deployment: boolean;
  /** The canary's variable overrides become the stage's variables. */
  readonly variables: boolean;
  /** The canary is removed from the stage; otherwise it stays, at 0 %. */
  readonly close: boolean;
}

/** Whose rollout it is. Only letters, digits and `-_.:/`, so that it can stand in a tag. */
export interface RolloutId {
  /** `owner/name`. */
  readonly repository: string;
  readonly runId: string;
  readonly attempt: string;
}

export function formatRolloutId(id: RolloutId): string {
  return `${id.repository}/actions/runs/${id.runId}/attempts/${id.attempt}`;
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

/** The id that a text of this form says; `undefined` when it says none. */
export function parseRolloutId(text: string): RolloutId | undefined {
  const [, repository, runId, attempt] =
    /^([\w./-]{1,140})\/actions\/runs\/([\w.-]{1,40})\/attempts\/([\w.-]{1,40})$/.exec(text) ?? [];
  if (repository === undefined || runId === undefined || attempt === undefined) return undefined;
  return { repository, runId, attempt };
}

export function sameRollout(a: RolloutId, b: RolloutId): boolean {
  return formatRolloutId(a) === formatRolloutId(b);
}
