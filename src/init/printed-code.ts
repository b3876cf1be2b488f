// Code to copy, for tools whose files are programs or have too many forms to be edited.

import type { Diagnosis } from '../doctor/diagnose.ts';
import type { CallerFact } from '../doctor/facts.ts';

/** Empty if there is nothing to change, or files are edited instead. */
export function printedCode(diagnosis: Diagnosis): string {
  const { fact, change, mode } = diagnosis;
  if (change.kind === 'nothing' || mode.kind !== 'alias') return '';
  const callers = change.kind === 'call-alias' ? change.callers : [];
  if (fact.tool === 'cdk') return cdkCode(constructOf(fact.label), mode.alias, callers);
  if (fact.tool === 'cloudformation') {
    return resources(fact.label, mode.alias, `!Ref ${fact.label}`, '  ');
  }
  if (fact.tool === 'serverless') return serverlessCode(fact.label, mode.alias);
  return '';
}

/** CDK ends logical IDs in eight digits of a hash. */
function constructOf(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '');
}

function cdkCode(id: string, alias: string, callers: readonly CallerFact[]): string {
  const variable = id.charAt(0).toLowerCase() + id.slice(1);
  // Each has a name of its own, so that the code of several functions can be copied into one stack.
  const live = `${variable}Live`;
  const fronts = new Set(callers.map(({ front }) => front));
  const uses = [
    ...(fronts.has('rest') ? [`new apigateway.LambdaIntegration(${live})`] : []),
    ...(fronts.has('http') ? [`new HttpLambdaIntegration('${id}', ${live})`] : []),
    ...(fronts.has('url') ? [`${live}.addFunctionUrl({ … })`] : []),
    ...(fronts.has('source') ? [`${live}.addEventSource(…)`] : []),
    ...(fronts.has('other') ? [`${live}, wherever the function is a target`] : []),
  ];
  return `// ${id}: in the stack that defines it. Both are created once; afterwards the action moves the alias.
const ${live} = new lambda.Alias(this, '${id}Live', {
  aliasName: '${alias}',
  version: new lambda.Version(this, '${id}First', {
    lambda: ${variable}, // the function
    removalPolicy: RemovalPolicy.RETAIN,
  }),
});
// In place of the function:
${uses.map((use) => `//   ${use}`).join('\n')}
`;
}

function resources(id: string, alias: string, ref: string, indent: string): string {
  return [
    '# Under Resources. The version is published once; afterwards the action moves the alias.',
    `${indent}${id}First:`,
    `${indent}  Type: AWS::Lambda::Version`,
    `${indent}  DeletionPolicy: Retain`,
    `${indent}  UpdateReplacePolicy: Retain`,
    `${indent}  Properties: { FunctionName: ${ref} }`,
    `${indent}${id}Live:`,
    `${indent}  Type: AWS::Lambda::Alias`,
    `${indent}  Properties: { Name: ${alias}, FunctionName: ${ref}, FunctionVersion: !GetAtt ${id}First.Version }`,
    `# In integrations and in the AWS::Lambda::Permission: !Ref ${id}Live in place of ${id}.`,
    '',
  ].join('\n');
}

function serverlessCode(name: string, alias: string): string {
  const plain = name.replaceAll('-', 'Dash').replaceAll('_', 'Underscore');
  const id = plain.charAt(0).toUpperCase() + plain.slice(1);
  return [
    'provider:',
    '  versionFunctions: false',
    'resources:',
    '  Resources:',
    resources(id, alias, `{ Ref: ${id}LambdaFunction }`, '    ').trimEnd(),
    '# And in resources.extensions, for each event: see docs/doctor.md#unqualified.',
    '',
  ].join('\n');
}
