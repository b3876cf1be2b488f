// Roles and alarms as a template of CloudFormation.

import { scalar } from './config-text.ts';
import { LIST_PROVIDERS } from './list-providers.ts';
import { ALARM, type PlannedAlarm } from './planned-alarms.ts';
import type { RoleStatement } from './role-policies.ts';

export interface RoleFacts {
  /** The names of the two roles. */
  readonly names: { readonly plan: string; readonly release: string };
  readonly subjects: { readonly plan: readonly string[]; readonly release: readonly string[] };
  readonly statements: {
    readonly plan: readonly RoleStatement[];
    readonly release: readonly RoleStatement[];
  };
  readonly alarms: readonly PlannedAlarm[];
  /** `refs/heads/main`: the release role is for this branch only. */
  readonly ref: string;
}

const HOST = 'token.actions.githubusercontent.com';

export function cloudformationFile(facts: RoleFacts): string {
  const { alarms } = facts;
  const unnamed = alarms.filter(({ functionName }) => functionName === undefined);
  return `AWSTemplateFormatVersion: '2010-09-09'
Description: What canary releases of this repository need - two roles for GitHub Actions, and alarms.

Parameters:
  # An account has this provider once: see "${LIST_PROVIDERS}".
  CreateProvider:
    Type: String
    AllowedValues: ['true', 'false']
    Default: 'false'
    Description: Whether to create GitHub's OIDC provider.
${unnamed.map((alarm) => `  ${parameterOf(alarm)}:\n    Type: String\n    Description: The name of the function ${alarm.label} in AWS.\n`).join('')}
Conditions:
  NewProvider: !Equals [!Ref CreateProvider, 'true']

Resources:
  GitHub:
    Type: AWS::IAM::OIDCProvider
    Condition: NewProvider
    # Other roles of the account use it as well.
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      Url: https://${HOST}
      ClientIdList: [sts.amazonaws.com]

  # For pull requests: whoever can push a branch can use it, so it reads only.
${role('PlanRole', facts.names.plan, 3600, facts.subjects.plan, undefined, facts.statements.plan)}
  # For jobs of the environment, on the default branch.
${role('ReleaseRole', facts.names.release, 7200, facts.subjects.release, facts.ref, facts.statements.release)}${alarms.map(alarmResource).join('')}
Outputs:
  PlanRoleArn: { Value: !GetAtt PlanRole.Arn }
  ReleaseRoleArn: { Value: !GetAtt ReleaseRole.Arn }
`;
}

export function parameterOf({ label }: PlannedAlarm): string {
  return `${label.replace(/[^A-Za-z0-9]/g, '')}Name`;
}

function role(
  id: string,
  name: string,
  seconds: number,
  subjects: readonly string[],
  ref: string | undefined,
  statements: readonly RoleStatement[],
): string {
  return `  ${id}:
    Type: AWS::IAM::Role
    Properties:
      RoleName: ${name}
      MaxSessionDuration: ${seconds}
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRoleWithWebIdentity
            Principal:
              Federated: !If
                - NewProvider
                - !Ref GitHub
                - !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/${HOST}
            Condition:
              StringEquals:
                ${HOST}:aud: sts.amazonaws.com
                # A repository has one of two spellings, by its age.
                ${HOST}:sub:
${subjects.map((subject) => `                  - ${JSON.stringify(subject)}`).join('\n')}
${ref === undefined ? '' : `                ${HOST}:ref: ${JSON.stringify(ref)}\n`}      Policies:
        - PolicyName: canary
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
${statements.map(statement).join('')}`;
}

function statement({ Sid, Action, Resource, Condition }: RoleStatement): string {
  const conditions = Object.entries(Condition ?? {}).flatMap(([operator, values]) => [
    '                Condition:',
    `                  ${operator}:`,
    ...Object.entries(values).map(([key, value]) => `                    ${key}: ${value}`),
  ]);
  return `              - Sid: ${Sid}
                Effect: Allow
                Action:
${Action.map((action) => `                  - ${action}`).join('\n')}
                Resource:
${Resource.map((arn) => `                  - ${arnText(arn)}`).join('\n')}
${conditions.map((line) => `${line}\n`).join('')}`;
}

function arnText(arn: string): string {
  if (arn === '*') return "'*'";
  const text = arn
    .replaceAll('${Partition}', '${AWS::Partition}')
    .replaceAll('${Region}', '${AWS::Region}')
    .replaceAll('${Account}', '${AWS::AccountId}');
  return `!Sub '${text}'`;
}

function alarmResource(alarm: PlannedAlarm): string {
  const id = alarm.label.replace(/[^A-Za-z0-9]/g, '');
  const { functionName, alias } = alarm;
  const name = functionName === undefined ? `!Ref ${parameterOf(alarm)}` : scalar(functionName);
  const resource =
    functionName === undefined
      ? `!Sub '\${${parameterOf(alarm)}}:${alias}'`
      : JSON.stringify(`${functionName}:${alias}`);
  return `
  ${id}Errors:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmName: ${scalar(alarm.name)}
      Namespace: AWS/Lambda
      MetricName: Errors
      Dimensions:
        - { Name: FunctionName, Value: ${name} }
${alias === undefined ? '' : `        - { Name: Resource, Value: ${resource} }\n`}      Statistic: Sum
      Period: ${ALARM.period}
      EvaluationPeriods: ${ALARM.periods}
      DatapointsToAlarm: ${ALARM.datapoints}
      Threshold: ${ALARM.threshold}
      ComparisonOperator: GreaterThanThreshold
      TreatMissingData: notBreaching
`;
}
