// The statements of an IAM policy for smoke checks.

import { accountOf, type Place } from '../../aws/arns.ts';
import type { SuiteNeeds } from '../../checks/fit-target.ts';
import { allow, type Statement } from '../iam-policy.ts';

export interface SmokeStages {
  readonly restApiId: string;
  /** Those to which requests are sent. */
  readonly names: readonly string[];
}

/**
 * @param functionArns of the released functions, without a qualifier
 * @param stages absent: requests are sent to functions
 */
export function smokeStatements(
  needs: SuiteNeeds | undefined,
  functionArns: readonly string[],
  place: Place,
  stages?: SmokeStages,
): readonly Statement[] {
  if (!needs) return [];
  const invoked = functionArns.filter((arn) => {
    const name = arn.split(':')[6] ?? '';
    return needs.invokes.includes(name) || needs.invokes.includes('');
  });
  const account = accountOf(functionArns[0] ?? '') || '*';
  const { partition, region } = place;
  const signed = (name: string) =>
    `arn:${partition}:execute-api:${region}:${account}:${stages?.restApiId}/${name}/*`;
  return [
    // Of any version: the new one is not published yet.
    allow(
      'CheckVersions',
      ['lambda:InvokeFunction'],
      invoked.map((arn) => `${arn}:*`),
    ),
    allow('CheckApi', ['execute-api:Invoke'], needs.signs ? (stages?.names ?? []).map(signed) : []),
    allow(
      'LookAtApis',
      ['apigateway:GET'],
      needs.unknownFormats.length > 0 ? [`arn:${partition}:apigateway:${region}::/restapis/*`] : [],
    ),
  ];
}
