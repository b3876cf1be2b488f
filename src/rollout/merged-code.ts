// Whether a run has merged code. The list names the events that have it. Any other event of GitHub, now or in
// the future, may have unmerged code. Source: GitHub, "Events that trigger workflows", columns GITHUB_SHA and
// GITHUB_REF.

/** The parts of an event that decide this. All of them come from outside. */
export interface CodeEvent {
  /** GITHUB_EVENT_NAME. */
  readonly name: string;
  /** GITHUB_REF. */
  readonly ref: string;
  /** Whether the event's pull request was closed by merging it. */
  readonly mergedPull: boolean;
  /** For `workflow_run`, the run that ended before this one. */
  readonly before: RunBefore | undefined;
}

export interface RunBefore {
  readonly event: string;
  readonly branch: string;
  /** Whether it ran for this repository, not for a fork. */
  readonly own: boolean;
}

/** Events whose commit is on a branch or tag that someone with write access chose. */
const MERGED: readonly string[] = [
  'push',
  'release',
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
];

/** A merge queue tests candidates on separate branches, and may still reject them. */
const QUEUE = 'gh-readonly-queue/';

export function carriesMergedCode({ name, ref, mergedPull, before }: CodeEvent): boolean {
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
      return mergedPull;
    // GITHUB_REF is the default branch here, whatever the previous run was for.
    case 'workflow_run':
      return before !== undefined && isOfMerged(before);
    // A new branch may contain unmerged code; a new tag marks a release.
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
