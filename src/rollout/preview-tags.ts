// The preview stage of a pull request: its name, and the tags that identify it.

export interface Preview {
  /** `owner/name`. */
  readonly repository: string;
  readonly pull: number;
  /** When it was last updated, in seconds since the epoch. */
  readonly at: number;
}

const OF = 'canary-preview:of';
const AT = 'canary-preview:at';

export function previewStageName(pull: number): string {
  return `pr-${pull}`;
}

export function previewTags({ repository, pull, at }: Preview): Record<string, string> {
  return { [OF]: `${repository}/pull/${pull}`, [AT]: String(Math.floor(at)) };
}

/** `undefined` if this action did not create the stage, whatever its name. */
export function readPreview(
  stageName: string,
  tags: Readonly<Record<string, string>>,
): Preview | undefined {
  const [, repository, number] = /^([\w./-]{1,140})\/pull\/(\d{1,10})$/.exec(tags[OF] ?? '') ?? [];
  const at = /^\d{1,11}$/.exec(tags[AT] ?? '')?.[0];
  const pull = Number(number);
  if (repository === undefined || at === undefined || stageName !== previewStageName(pull)) {
    return undefined;
  }
  return { repository, pull, at: Number(at) };
}

/** The parts of an event's pull request that a preview depends on. */
export interface PullEvent {
  readonly number: number;
  readonly closed: boolean;
  /** Whether it comes from another repository: its runs get a read-only token and no role. */
  readonly fork: boolean;
}

/** The description of a preview's deployment. */
export function describePreview(repository: string, pull: number): string {
  return `canary-action: preview of ${repository}#${pull}`.slice(0, 256);
}
