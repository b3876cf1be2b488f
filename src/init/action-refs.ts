// The actions that workflows use, and whether the repository pins them to commits.

import type { ExistingWorkflow } from './repository-facts.ts';

/** `owner/name@ref`, and what follows as a comment: the tag of a commit. */
export type ActionRefs = Readonly<Record<'checkout' | 'credentials' | 'canary', string>>;

/** Always pinned: they run in a job with a role. */
const CHECKOUT = 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2';
const CREDENTIALS =
  'aws-actions/configure-aws-credentials@8df5847569e6427dd6c4fb1cf565c83acfa8afa7 # v6.0.0';
export const CANARY = 'org/canary-action';
export const CANARY_TAG = 'v1';

const USES =
  /^[ \t]{0,80}(?:-[ \t]{0,20})?uses:[ \t]{0,20}["']?([^\s"'#@]{1,200})@([^\s"'#]{1,200})["']?[ \t]{0,80}(#.*)?$/gm;
const COMMIT = /^[0-9a-f]{40}$/;

interface Use {
  readonly action: string;
  readonly ref: string;
  readonly comment: string;
}

function usesIn(workflows: readonly ExistingWorkflow[]): readonly Use[] {
  return workflows.flatMap(({ text }) =>
    [...text.matchAll(USES)]
      .map(([, action = '', ref = '', comment = '']) => ({ action, ref, comment }))
      .filter(({ action }) => !action.startsWith('.') && !action.startsWith('docker:')),
  );
}

/** Whether every action of others is pinned to a commit. */
export function pinsActions(workflows: readonly ExistingWorkflow[]): boolean {
  const uses = usesIn(workflows);
  return uses.length > 0 && uses.every(({ ref }) => COMMIT.test(ref));
}

/** @param commit of this action; `undefined`: its moving tag */
export function actionRefs(
  workflows: readonly ExistingWorkflow[],
  commit: string | undefined,
): ActionRefs {
  const own = (usual: string) => {
    const action = usual.slice(0, usual.indexOf('@'));
    // The repository's own choice, if it is pinned.
    const found = usesIn(workflows).find((use) => use.action === action && COMMIT.test(use.ref));
    return found ? `${action}@${found.ref} ${found.comment}`.trim() : usual;
  };
  return {
    checkout: own(CHECKOUT),
    credentials: own(CREDENTIALS),
    canary:
      commit === undefined ? `${CANARY}@${CANARY_TAG}` : `${CANARY}@${commit} # ${CANARY_TAG}`,
  };
}

/** `undefined`: none of them deploys, as far as their commands show. */
export function deployingWorkflow(workflows: readonly ExistingWorkflow[]): string | undefined {
  const deploys = /\b(?:sam|cdk|serverless|sls)\s+deploy\b|\bterraform\b[^\n]*\sapply\b/;
  const found = workflows.find(({ text, path }) => deploys.test(text) && !isOurs(path));
  return found && (/^name:\s*["']?(.+?)["']?\s*(?:#.*)?$/m.exec(found.text)?.[1] ?? found.path);
}

export const RELEASE_WORKFLOW = '.github/workflows/canary-release.yml';
export const PLAN_WORKFLOW = '.github/workflows/canary-plan.yml';

export function isOurs(path: string): boolean {
  return path === RELEASE_WORKFLOW || path === PLAN_WORKFLOW;
}
