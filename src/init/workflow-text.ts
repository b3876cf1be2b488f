// The two workflows: the plan of a pull request, by a role that reads, and the release, by a role that only the
// environment's jobs get.

import type { ActionRefs } from './action-refs.ts';

export interface WorkflowFacts {
  readonly refs: ActionRefs;
  readonly region: string;
  readonly environment: string;
  readonly defaultBranch: string;
  /** The workflow after which a release begins; `undefined`: none deploys. */
  readonly after: string | undefined;
  readonly configs: readonly string[];
  /** As in `role-to-assume`. */
  readonly roles: { readonly plan: string; readonly release: string };
}

export function releaseWorkflow(facts: WorkflowFacts): string {
  const { after, defaultBranch, environment } = facts;
  const trigger =
    after === undefined
      ? '  # Add the event after which the new code is in $LATEST, such as a push or another workflow.\n  workflow_dispatch:'
      : `  # After the new code is in $LATEST.
  workflow_run:
    workflows: [${JSON.stringify(after)}]
    types: [completed]
    branches: [${JSON.stringify(defaultBranch)}]
  workflow_dispatch:`;
  const condition =
    after === undefined
      ? ''
      : "    if: github.event_name != 'workflow_run' || github.event.workflow_run.conclusion == 'success'\n";
  return `name: Canary release

on:
${trigger}

permissions: {}

concurrency:
  group: canary-release
  # Cancelling a run rolls its release back.
  cancel-in-progress: false
  queue: max

jobs:
  release:
    name: Release
${condition}    runs-on: ubuntu-latest
    # Limit its branches in the settings of the repository: its jobs get the role that may release.
    environment: ${JSON.stringify(environment)}
    timeout-minutes: ${60 * Math.max(1, facts.configs.length)}
    permissions:
      id-token: write # for the role in AWS
      contents: read
      pull-requests: write # for the comment
    steps:
${stepsOf(facts, facts.roles.release, '          role-duration-seconds: 7200\n', '')}`;
}

export function planWorkflow(facts: WorkflowFacts): string {
  return `name: Canary plan

on:
  pull_request:

permissions: {}

concurrency:
  group: canary-plan-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  plan:
    name: What a release would do
    # Runs for pull requests from forks get no role.
    if: github.event.pull_request.head.repo.full_name == github.repository
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      id-token: write # for the role in AWS, which only reads
      contents: read
      pull-requests: write # for the comment
    steps:
${stepsOf(facts, facts.roles.plan, '', '          command: plan\n')}`;
}

function stepsOf(
  { refs, region, configs }: WorkflowFacts,
  role: string,
  duration: string,
  command: string,
): string {
  return `      - uses: ${refs.checkout}
        with:
          persist-credentials: false
      - uses: ${refs.credentials}
        with:
          role-to-assume: ${role}
${duration}          aws-region: ${region}
${configs
  .map(
    (path) => `      - uses: ${refs.canary}
        with:
${command}          config: ${path}
`,
  )
  .join('')}`;
}
