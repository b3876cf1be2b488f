// The three commands that follow, in order, for the folder of the repository.

import type { Tool } from '../doctor/facts.ts';
import { parameterOf } from './cloudformation-file.ts';
import type { PlannedAlarm } from './planned-alarms.ts';

export interface NextFacts {
  readonly tool: Tool | undefined;
  readonly stack: string | undefined;
  readonly alarms: readonly PlannedAlarm[];
  readonly rolesPath: string;
  readonly stackOfRoles: string;
  readonly configs: readonly string[];
  readonly region: string;
  /** The file of the infrastructure, from the folder of the repository; `undefined`: there is none. */
  readonly source: string | undefined;
}

export function nextCommands(facts: NextFacts): readonly string[] {
  return [
    `${deployCommand(facts)}    # the wiring alone, without new code`,
    `${rolesCommand(facts)}    # roles and alarms`,
    `npx github:org/canary-action plan --config ${facts.configs[0] ?? '.github/canary.yml'} --region ${facts.region}    # what a release would do`,
  ];
}

function deployCommand({ tool, stack, source = '', region }: NextFacts): string {
  const folder = folderOf(tool === 'cdk' ? folderOf(source) : source);
  switch (tool) {
    case 'sam': {
      const name = source.slice(source.lastIndexOf('/') + 1);
      const template = /^(template\.ya?ml|)$/.test(name) ? '' : ` --template-file ${quoted(name)}`;
      return within(
        folder,
        `sam build${template} && sam deploy${stack === undefined ? '' : ` --stack-name ${stack}`}`,
      );
    }
    case 'cdk':
      return within(folder, `npx cdk deploy${stack === undefined ? ' --all' : ` ${stack}`}`);
    case 'terraform':
      return `terraform${folder === '' ? '' : ` -chdir=${quoted(folder)}`} apply`;
    case 'serverless':
      return within(folder, 'npx serverless deploy');
    default:
      return `aws cloudformation deploy --region ${region} --template-file ${source === '' ? 'TEMPLATE' : quoted(source)} --stack-name ${stack ?? 'STACK'}`;
  }
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function within(folder: string, command: string): string {
  return folder === '' ? command : `(cd ${quoted(folder)} && ${command})`;
}

/** For a shell. */
function quoted(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

function rolesCommand({ tool, rolesPath, stackOfRoles, alarms, stack, region }: NextFacts): string {
  if (tool === 'terraform') {
    const folder = rolesPath.slice(0, rolesPath.lastIndexOf('/'));
    return `terraform -chdir=${folder} init && terraform -chdir=${folder} apply`;
  }
  const names = alarms
    .filter(({ functionName }) => functionName === undefined)
    .map(
      (alarm) =>
        ` ${parameterOf(alarm)}="$(aws cloudformation describe-stack-resource --region ${region} --stack-name ${stack} --logical-resource-id ${alarm.label} --query StackResourceDetail.PhysicalResourceId --output text)"`,
    );
  const parameters = names.length === 0 ? '' : ` --parameter-overrides${names.join('')}`;
  return `aws cloudformation deploy --region ${region} --template-file ${rolesPath} --stack-name ${stackOfRoles} --capabilities CAPABILITY_NAMED_IAM${parameters}`;
}
