// The stage of its own that a pull request gets: its name, and the tags by which it is known again.

export interface Preview {
  /** `owner/name`. */
  readonly repository: string;
  readonly pull: number;
  /** When it was last brought up to date, in seconds since the epoch. */
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

/** `undefined`: the stage is no preview of ours, whatever it is called. */
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

/** The pull request of an event, as far as a preview depends on it. */
export interface PullEvent {
  readonly number: number;
  readonly closed: boolean;
  /** Of another repository: its runs get a token that may only read, and no role. */
  readonly fork: boolean;
}

/** What the description of a preview's deployment says. */
export function describePreview(repository: string, pull: number): string {
  return `canary-action: preview of ${repository}#${pull}`.slice(0, 256);
}
