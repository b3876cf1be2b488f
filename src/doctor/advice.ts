// What to say about one function: the mode that fits, what a deployment does today, and the smallest change.

import type { Change, Diagnosis, Mode } from './diagnose.ts';
import type { CallerFact, Mover, MoverKind, Tool } from './facts.ts';

export interface Advice {
  /** The inputs of the action. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly mode: string;
  readonly today: string;
  /** One step each; empty: nothing to change. */
  readonly change: readonly string[];
  readonly care: readonly string[];
}

export function adviseOn(diagnosis: Diagnosis): Advice {
  return {
    inputs: inputsOf(diagnosis),
    mode: describeMode(diagnosis),
    today: describeDeployment(diagnosis),
    change: describeChange(diagnosis),
    care: diagnosis.cautions.map((mover) => stopWords(mover, diagnosis.fact.tool)),
  };
}

function inputsOf({ mode, fact }: Diagnosis): Advice['inputs'] {
  const functions = fact.name ?? fact.label;
  if (mode.kind === 'alias') return { functions, alias: mode.alias };
  if (mode.kind === 'none') return {};
  return { 'rest-api-id': mode.api, 'stage-name': mode.stage ?? 'prod', functions };
}

function describeMode({ mode, change }: Diagnosis): string {
  const after = change.kind === 'nothing' ? '' : ', after the change';
  return `${modeWords(mode)}${mode.kind === 'none' ? '' : after}`;
}

function modeWords(mode: Mode): string {
  switch (mode.kind) {
    case 'alias':
      return `alias (inputs functions and alias: ${mode.alias})`;
    case 'stage':
      return `stage canary (inputs rest-api-id: ${mode.api}, stage-name: ${mode.stage ?? 'NAME'}, and functions)`;
    case 'none':
      return 'not known before its callers are';
  }
}

/** What one deployment of new code does to users, as things are. */
function describeDeployment({ ways, callers, movers, cautions, mode }: Diagnosis): string {
  const [mover] = [...movers, ...cautions];
  switch (ways) {
    case 'nobody':
      return 'Nothing that was read calls this function.';
    case 'unqualified':
      return 'A deployment of new code is the release: all users get it at once.';
    case 'unknown':
      return 'It is not known which code the callers get.';
    case 'mixed': {
      const now = callers.filter(({ caller }) => caller.reach.kind === 'unqualified').length;
      if (now === 0) {
        return 'Its callers get different versions, and one release moves only some of them.';
      }
      const rest = callers.length - now;
      return `A deployment of new code reaches ${count(now, 'caller')} at once, and the other ${rest} only with a release: both codes run side by side.`;
    }
    default:
      if (mover) return `${deploymentWords(mover)}.`;
      return mode.kind === 'stage'
        ? 'A deployment of new code reaches nobody until a release moves the stage.'
        : 'A deployment of new code reaches nobody until a release moves the alias.';
  }
}

function deploymentWords({ alias, kind, by }: Mover): string {
  switch (kind) {
    case 'codedeploy':
      return `CodeDeploy moves the alias ${alias} with each deployment (${by})`;
    case 'latest':
      return `The alias ${alias} is $LATEST, so a deployment of new code is the release: all users get it at once`;
    case 'weights-not-ignored':
      return `A deployment while a release is open ends the release: the tool removes the weights of ${alias} (${by})`;
    case 'planned':
      return `The plan that was read moves the alias ${alias}, for all users at once`;
    case 'stage-deployment':
      return `New code reaches nobody until a release, but a changed API definition reaches all users with the deployment (${by})`;
    case 'stage-not-ignored':
      return `A deployment sets the stage to what the files say, for all users at once (${by})`;
    default:
      return `The tool moves the alias ${alias} to the new code, for all users at once (${by})`;
  }
}

function describeChange({ fact, change, mode, movers }: Diagnosis): readonly string[] {
  if (fact.isPrepared && change.kind !== 'nothing') {
    return [`The files have the change already. ${ALONE}`];
  }
  switch (change.kind) {
    case 'nothing':
      return [];
    case 'find-callers':
      return [
        mode.kind === 'alias'
          ? `Let its callers call the alias ${mode.alias}. Callers that use a role of their own are not visible here.`
          : 'Find out what calls it: see the notes, or read the account as well.',
      ];
    case 'stop-moving':
      return change.movers.map((mover) => stopWords(mover, fact.tool));
    case 'call-alias':
      return [
        ...callAlias(change, fact.tool, fact.label),
        ...movers.map((mover) => stopWords(mover, fact.tool)),
      ];
  }
}

const ALONE = 'Deploy this alone first: it moves all callers at once, to the same code.';

type CallAlias = Extract<Change, { kind: 'call-alias' }>;

function callAlias(
  { alias, callers }: CallAlias,
  tool: Tool | undefined,
  label: string,
): readonly string[] {
  const who = listOf(callers);
  switch (tool) {
    case 'sam':
      return [
        `Add "AutoPublishAlias: ${alias}" and a constant AutoPublishCodeSha256 to ${label}. Its events (${who}) then call the alias. SAM accepts the constant only in the function, not in Globals.`,
        ALONE,
      ];
    case 'cdk':
      return [
        `Create one lambda.Version and one lambda.Alias named "${alias}" for ${label}, and pass the alias to ${who} in place of the function. Use neither currentVersion nor addAlias.`,
        ALONE,
      ];
    case 'terraform':
      return [
        `Set "publish = true" on ${label}, add an aws_lambda_alias named "${alias}" with ignore_changes = [function_version, routing_config], and let ${who} use its invoke_arn. Add a second aws_lambda_permission with the alias as its qualifier: if the existing one got it, Terraform would delete that first, and users would get errors. Set ignore_tags { key_prefixes = ["canary-action:"] } on the provider.`,
        ALONE,
      ];
    case 'serverless':
      return [
        `Set provider.versionFunctions: false, add an AWS::Lambda::Version and an AWS::Lambda::Alias named "${alias}" for ${label} in resources, and let ${who} call the alias by resources.extensions.`,
        ALONE,
      ];
    case 'cloudformation':
      return [
        `Add an AWS::Lambda::Version and an AWS::Lambda::Alias named "${alias}" for ${label}, and let ${who} and the AWS::Lambda::Permission name the alias.`,
        ALONE,
      ];
    case undefined:
      return [
        `Let ${who} call the alias ${alias} of ${label} in place of what they call now, in the tool that owns them.`,
        ALONE,
      ];
  }
}

function listOf(callers: readonly CallerFact[]): string {
  const labels = [...new Set(callers.map(({ label }) => shortened(label)))];
  const more = labels.length - MOST_CALLERS;
  return [...labels.slice(0, MOST_CALLERS), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

const MOST_CALLERS = 3;
const LONGEST_LABEL = 50;

function shortened(label: string): string {
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;
}

const STOPS: Readonly<Record<MoverKind, (mover: Mover, tool: Tool | undefined) => string>> = {
  'new-version': ({ alias, where }, tool) =>
    tool === 'sam'
      ? `Add a constant AutoPublishCodeSha256 to the function (${where}), and deploy it alone: SAM then never moves ${alias} again.`
      : `Point the alias ${alias} (${where}) to a version that is published once: an AWS::Lambda::Version with a name of its own${tool === 'cdk' ? ' (new lambda.Version, not currentVersion or addAlias)' : ''}.`,
  latest: ({ alias, where }) =>
    `Publish a version, and point the alias ${alias} to it (${where}): an alias of $LATEST cannot be split.`,
  codedeploy: ({ by, where }) =>
    `Remove ${by} (${where}): only one of the two can move the alias. "canary-action migrate" writes its schedule, alarms and hooks as inputs, and shows the change.`,
  'not-ignored': ({ where }) =>
    `Add "lifecycle { ignore_changes = [function_version, routing_config] }" to the alias (${where}).`,
  'weights-not-ignored': ({ where, by }) =>
    `Make routing_config of the alias ignored too (${where}; ${by}).`,
  planned: ({ where }) => `Do not apply this plan while a release is open (${where}).`,
  'stage-not-ignored': ({ where }) =>
    `Add "lifecycle { ignore_changes = [deployment_id, variables, canary_settings] }" to the stage (${where}).`,
  'stage-deployment': ({ where }) =>
    `Deploy changes of the API definition while no release is open, or define the stage as resources of its own (${where}).`,
};

function stopWords(mover: Mover, tool: Tool | undefined): string {
  return STOPS[mover.kind](mover, tool);
}

export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
