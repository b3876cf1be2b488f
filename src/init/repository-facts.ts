// What is known of the repository that gets the files.

export interface Repository {
  /** As GitHub spells them: IAM compares case-sensitively. */
  readonly owner: string;
  readonly name: string;
  /** Numbers; `undefined`: not known. */
  readonly ids: { readonly owner: string; readonly repository: string } | undefined;
  readonly defaultBranch: string;
}

/** A workflow that is there already. */
export interface ExistingWorkflow {
  readonly path: string;
  readonly text: string;
}

/**
 * The subjects of GitHub's tokens for a job. A repository that was made, renamed or moved since July 15, 2026 is named
 * with its numbers, and an older one without them (GitHub docs, "OpenID Connect reference", immutable subject claims).
 *
 * @param context `pull_request`, `environment:production`
 */
export function subjectsOf({ owner, name, ids }: Repository, context: string): readonly string[] {
  return [
    `repo:${owner}/${name}:${context}`,
    ...(ids ? [`repo:${owner}@${ids.owner}/${name}@${ids.repository}:${context}`] : []),
  ];
}

/** A colon in the name of an environment is escaped in the subject. */
export function environmentContext(environment: string): string {
  return `environment:${environment.replaceAll(':', '%3A')}`;
}
