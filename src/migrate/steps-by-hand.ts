// What a person changes in files that are programs, or that several tools write: the code to copy, with the traps in it
// that would stop the deployment.

import { awsCommand } from '../base/command-line.ts';
import { scalar } from '../init/config-text.ts';
import type { TemplateRelease } from '../templates/template-releases.ts';
import type { SourceKind } from './migrated-source.ts';

/** One function of a release. */
interface Moved {
  /** The logical ID of its alias, the key of a function, or an address. */
  readonly id: string;
  /** In AWS, or a logical ID; empty if it is not known. */
  readonly name: string;
  readonly alias: string;
}

/**
 * Code with comments, for each tool whose files are not edited.
 *
 * @param isNamed whether the names are those in AWS, and not logical IDs
 */
export function codeByHand(
  kind: SourceKind,
  releases: readonly TemplateRelease[],
  isNamed: boolean,
): readonly string[] {
  const moved = releases.flatMap(({ functions }) =>
    functions.map(({ id, name = '', alias = '' }) => ({ id, name: isNamed ? name : '', alias })),
  );
  switch (kind) {
    case 'cdk':
      return moved.map(cdkCode);
    case 'serverless':
      return moved.length === 0 ? [] : [serverlessCode(moved)];
    case 'terraform':
      return moved.length === 0 ? [TERRAFORM_STAGE] : moved.map(terraformCode);
    case 'appspec':
      return [APPSPEC];
    case 'sam':
    case 'cloudformation':
      return [];
  }
}

/** Prints the number of the version that an alias serves. */
function servedVersion(name: string, alias: string): string {
  return awsCommand('lambda get-alias', {
    ...{ 'function-name': name || 'NAME', name: alias || 'ALIAS' },
    ...{ query: 'FunctionVersion', output: 'text' },
  });
}

/**
 * CDK makes a version for each code, whose resource would be deleted with `currentVersion`; a second AWS::Lambda::Version
 * of the same code is refused by CloudFormation. So the alias names the number that it serves.
 */
function cdkCode({ id, name, alias }: Moved): string {
  const construct = id.replace(/(?:Alias)?[0-9A-F]{8}$/, '') || id;
  return `// ${construct}: deploy this first, so that the version that is served stays.
//   currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN }   // in the props of the function
// Then take out its LambdaDeploymentGroup, and let the alias have the number that this prints:
//   ${servedVersion(name, alias)}
const served = lambda.Version.fromVersionArn(this, '${construct}Served', \`\${fn.functionArn}:NUMBER\`);
new lambda.Alias(this, 'Alias', { aliasName: ${JSON.stringify(alias)}, version: served }); // keep the ID that the alias has
`;
}

/**
 * The plugin's own logical ID of the alias (davidgf/serverless-plugin-canary-deployments, buildFunctionAlias): under
 * another one, CloudFormation would create the alias before it deletes the one that is there, which fails.
 */
function serverlessCode(moved: readonly Moved[]): string {
  const resources = moved.flatMap(({ id, name, alias }) => {
    const lambda = logicalIdOf(id);
    return [
      `    ${lambda}Alias${alias}:`,
      '      Type: AWS::Lambda::Alias',
      '      Properties:',
      `        Name: ${scalar(alias)}`,
      `        FunctionName: { Ref: ${lambda} }`,
      `        FunctionVersion: 'NUMBER' # ${servedVersion(name, alias)}`,
    ];
  });
  return [
    '# Take serverless-plugin-canary-deployments out of plugins, and deploymentSettings out of functions and custom.',
    '# The alias keeps the logical ID that the plugin gave it, and the number of the version that it serves.',
    'resources:',
    '  Resources:',
    ...resources,
    '# The plugin also let events call the alias: keep that in resources.extensions (docs/doctor.md, "unqualified").',
    '',
  ].join('\n');
}

function logicalIdOf(key: string): string {
  const plain = key.replaceAll('-', 'Dash').replaceAll('_', 'Underscore');
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}LambdaFunction`;
}

function terraformCode({ id, alias }: Moved): string {
  const isModule = !/aws_lambda_alias\.[\w-]+(?:\[[^\]]*\])?$/.test(id);
  return isModule
    ? `# Take the module "${id.replace(/^module\./, '')}" out: nothing may create deployments any more. On the alias "${alias}":
#   of your own:                                  lifecycle { ignore_changes = [function_version, routing_config] }
#   of terraform-aws-modules/lambda (modules/alias): it ignores the version only; define an aws_lambda_alias instead,
#   with "terraform state mv" from the module, so that it is not created again
`
    : `# On ${id}, and take out its deployment group, and what creates deployments:
lifecycle {
  ignore_changes = [function_version, routing_config]
}
`;
}

const TERRAFORM_STAGE = `# On the stage, and take out canary_settings:
lifecycle {
  ignore_changes = [deployment_id, variables, canary_settings]
}
`;

const APPSPEC = `# Take "aws deploy create-deployment" out of the pipeline, and what writes the AppSpec. The alias stays as it is: if a
# template or Terraform defines it, read that file as well, for it may move the alias.
`;
