// Whose code a run carries. Listed is what brings merged code; whatever else GitHub has, or will have,
// may bring code that nobody has merged. What each event stands for: GitHub's "Events that trigger
// workflows", by its columns GITHUB_SHA and GITHUB_REF.

/** As much of an event as tells it. All of it is foreign. */
export interface CodeEvent {
  /** GITHUB_EVENT_NAME. */
  readonly name: string;
  /** GITHUB_REF. */
  readonly ref: string;
  /** Of a pull request: it was closed by being merged. */
  readonly mergedPull: boolean;
  /** Of `workflow_run`: the run that ended before this one. */
  readonly before: RunBefore | undefined;
}

export interface RunBefore {
  readonly event: string;
  readonly branch: string;
  /** It ran on this repository, and not on a fork. */
  readonly own: boolean;
}

/** Events whose commit is on a branch or tag that somebody with write access chose. */
const MERGED: readonly string[] = [
  'push',
  'release',
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
];

/** A merge queue tries candidates on branches of its own, and may yet throw them out. */
const QUEUE = 'gh-readonly-queue/';

export function carriesMergedCode({ name, ref, mergedPull, before }: CodeEvent): boolean {
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
      return mergedPull;
    // GITHUB_REF is the default branch here, whatever the run before was about.
    case 'workflow_run':
      return before !== undefined && isOfMerged(before);
    // A new branch says nothing of what was merged; a new tag marks a release.
    case 'create':
      return ref.startsWith('refs/tags/');
    default:
      return MERGED.includes(name) && isOwnRef(ref);
  }
}

function isOwnRef(ref: string): boolean {
  return /^refs\/(heads|tags)\//.test(ref) && !ref.startsWith(`refs/heads/${QUEUE}`);
}

function isOfMerged({ event, branch, own }: RunBefore): boolean {
  return own && MERGED.includes(event) && !branch.startsWith(QUEUE);
}
