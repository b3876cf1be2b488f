// The three commands that follow, in order.

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
}

export function nextCommands(facts: NextFacts): readonly string[] {
  return [
    `${deployCommand(facts)}    # the wiring alone, without new code`,
    `${rolesCommand(facts)}    # roles and alarms`,
    `npx github:org/canary-action plan --config ${facts.configs[0] ?? '.github/canary.yml'}    # what a release would do`,
  ];
}

function deployCommand({ tool, stack }: NextFacts): string {
  switch (tool) {
    case 'sam':
      return `sam build && sam deploy${stack === undefined ? '' : ` --stack-name ${stack}`}`;
    case 'cdk':
      return `npx cdk deploy${stack === undefined ? ' --all' : ` ${stack}`}`;
    case 'terraform':
      return 'terraform apply';
    case 'serverless':
      return 'npx serverless deploy';
    default:
      return `aws cloudformation deploy --template-file TEMPLATE --stack-name ${stack ?? 'STACK'}`;
  }
}

function rolesCommand({ tool, rolesPath, stackOfRoles, alarms, stack }: NextFacts): string {
  if (tool === 'terraform') {
    const folder = rolesPath.slice(0, rolesPath.lastIndexOf('/'));
    return `terraform -chdir=${folder} init && terraform -chdir=${folder} apply`;
  }
  const names = alarms
    .filter(({ functionName }) => functionName === undefined)
    .map(
      (alarm) =>
        ` ${parameterOf(alarm)}="$(aws cloudformation describe-stack-resource --stack-name ${stack} --logical-resource-id ${alarm.label} --query StackResourceDetail.PhysicalResourceId --output text)"`,
    );
  const parameters = names.length === 0 ? '' : ` --parameter-overrides${names.join('')}`;
  return `aws cloudformation deploy --template-file ${rolesPath} --stack-name ${stackOfRoles} --capabilities CAPABILITY_NAMED_IAM${parameters}`;
}
