// All files that `init` writes besides edits, and what to do next.

import {
  actionRefs,
  CANARY,
  deployingWorkflow,
  PLAN_WORKFLOW,
  RELEASE_WORKFLOW,
} from './action-refs.ts';
import { cloudformationFile, type RoleFacts } from './cloudformation-file.ts';
import { configPaths, configText } from './config-text.ts';
import { IGNORE_TAGS } from './ignored-tags.ts';
import { LIST_PROVIDERS } from './list-providers.ts';
import { permissionsNote } from './more-permissions.ts';
import { nextCommands } from './next-commands.ts';
import { alarmsOf } from './planned-alarms.ts';
import type { Release } from './releases.ts';
import {
  type ExistingWorkflow,
  environmentContext,
  type Repository,
  subjectsOf,
} from './repository-facts.ts';
import { planStatements, releaseStatements } from './role-policies.ts';
import { terraformFile } from './terraform-file.ts';
import { planWorkflow, releaseWorkflow } from './workflow-text.ts';

export interface InitFacts {
  readonly releases: readonly Release[];
  readonly repository: Repository;
  readonly workflows: readonly ExistingWorkflow[];
  /** Of the action, for repositories that pin. */
  readonly commit: string | undefined;
  readonly region: string;
  /** Whether files, flags or variables name it. */
  readonly isRegionKnown: boolean;
  /** The file that defines the first function, from the folder of the repository; `undefined`: not known. */
  readonly source: string | undefined;
  readonly environment: string;
  /** Its number; `undefined`: not known. */
  readonly account: string | undefined;
  /** Whether GitHub refuses actions that its lock file lacks. */
  readonly hasLockFile: boolean;
  /** Whether Terraform's provider leaves the tags of an open release alone. */
  readonly ignoresTags: boolean;
  /** The config files that are there already. */
  readonly keptConfigs: readonly string[];
}

export interface InitPlan {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly notes: readonly string[];
  readonly commands: readonly string[];
  /** What follows the commands. */
  readonly afterwards: string;
}

export function planInit(facts: InitFacts): InitPlan {
  const { releases, repository, workflows, region, environment, account } = facts;
  const [first] = releases;
  const isTerraform = first?.tool === 'terraform';
  const names = roleNames(repository);
  const configs = configPaths(releases);
  // A function that is released in two ways has one alarm.
  const alarms = [...new Map(releases.flatMap(alarmsOf).map((one) => [one.name, one])).values()];
  const roleFacts: RoleFacts = {
    ...{ names, alarms, ref: `refs/heads/${repository.defaultBranch}` },
    subjects: {
      plan: subjectsOf(repository, 'pull_request'),
      release: subjectsOf(repository, environmentContext(environment)),
    },
    statements: { plan: planStatements(releases), release: releaseStatements(releases) },
  };
  const rolesPath = isTerraform ? 'canary/main.tf' : 'canary/canary.template.yaml';
  const workflowFacts = {
    refs: actionRefs(workflows, facts.commit),
    ...{ region, environment, configs },
    defaultBranch: repository.defaultBranch,
    after: deployingWorkflow(workflows),
    roles: roleArns(names, account, region),
  };
  return {
    files: [
      ...releases.map((release, i) => ({
        ...{ path: configs[i] ?? '', text: configText(release) },
      })),
      { path: RELEASE_WORKFLOW, text: releaseWorkflow(workflowFacts) },
      { path: PLAN_WORKFLOW, text: planWorkflow(workflowFacts) },
      {
        path: rolesPath,
        text: isTerraform ? terraformFile(roleFacts, region) : cloudformationFile(roleFacts),
      },
    ],
    notes: notesOf(facts, names),
    commands: nextCommands({
      ...{ tool: first?.tool, stack: first?.stack, alarms, rolesPath, configs, region },
      source: facts.source,
      stackOfRoles: `canary-${repository.name}`.replace(/[^A-Za-z0-9-]/g, '-'),
    }),
    afterwards: firstRelease(deployingWorkflow(workflows)),
  };
}

function firstRelease(after: string | undefined): string {
  return after === undefined
    ? 'Then commit the files. To release: deploy new code as you do today, and run the workflow "Canary release".'
    : `Then commit the files. To release: let ${JSON.stringify(after)} deploy new code; the workflow "Canary release" follows it.`;
}

interface RoleNames {
  readonly plan: string;
  readonly release: string;
}

/** A copy may have replaced the placeholder. */
function ownerNote(action: string): readonly string[] {
  return action.startsWith('org/')
    ? [
        `"org" in "${action}" stands for the owner of your copy of the action: write that name instead, in the files and in the commands`,
      ]
    : [];
}

function tagsNote({ releases, ignoresTags }: InitFacts): readonly string[] {
  return releases[0]?.tool !== 'terraform' || ignoresTags
    ? []
    : [
        `add ${IGNORE_TAGS} to Terraform's provider: an apply while a release is open would remove the tags that have its state`,
      ];
}

/** IAM accepts 64 characters. */
function roleNames({ name }: Repository): RoleNames {
  const plain = name.replace(/[^\w-]/g, '-').slice(0, 40);
  return { plan: `canary-plan-${plain}`, release: `canary-release-${plain}` };
}

/** With the account, nothing has to be set in the settings of the repository. */
function roleArns(names: RoleNames, account: string | undefined, region: string): RoleNames {
  if (account === undefined) {
    return { plan: '${{ vars.PLAN_ROLE }}', release: '${{ vars.RELEASE_ROLE }}' };
  }
  const partition = region.startsWith('cn-')
    ? 'aws-cn'
    : region.startsWith('us-gov-')
      ? 'aws-us-gov'
      : 'aws';
  const arn = (name: string) => `arn:${partition}:iam::${account}:role/${name}`;
  return { plan: arn(names.plan), release: arn(names.release) };
}

function notesOf(facts: InitFacts, names: RoleNames): readonly string[] {
  const { account, environment, hasLockFile, workflows, region, isRegionKnown } = facts;
  const lock = hasLockFile
    ? [
        'this repository locks its actions: run "gh actions-lock" before you commit, or GitHub refuses the new workflows',
      ]
    : [];
  const where = isRegionKnown
    ? []
    : [
        `the Region is not known, so the files and commands say ${region}: for another one, run init again with --region, and --overwrite if the files are written`,
      ];
  const variables =
    account === undefined
      ? [
          `the account is not known, so the workflows name their roles by variables: set PLAN_ROLE of the repository and RELEASE_ROLE of the environment ${environment} to the ARNs of ${names.plan} and ${names.release}`,
        ]
      : [];
  const after =
    deployingWorkflow(workflows) === undefined
      ? [
          'no workflow was found that deploys, so the release begins by hand (workflow_dispatch): let it begin after your deployment',
        ]
      : [];
  return [
    ...ownerNote(CANARY),
    `limit the environment ${environment} to the default branch in the settings of the repository: its jobs may release`,
    `an account has GitHub's OIDC provider once: if "${LIST_PROVIDERS}" does not list it, add CreateProvider=true (Terraform: -var create_provider=true) to the second command`,
    permissionsNote(facts.keptConfigs),
    ...tagsNote(facts),
    ...where,
    ...lock,
    ...variables,
    ...after,
  ];
}
