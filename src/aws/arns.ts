// Names of AWS resources, for permissions and links.

import { partitionOf } from '../base/partitions.ts';

/** The job's region (`aws.region` of every client), and the partition it belongs to. */
export interface Place {
  readonly region: string;
  readonly partition: string;
}

export function placeOf(region: string): Place {
  return { region, partition: partitionOf(region).id };
}

/** For messages and policies. An unknown account matches any account. */
export function functionArnPattern(place: Place, name: string, account = '*'): string {
  return `arn:${place.partition}:lambda:${place.region}:${account}:function:${name}`;
}

/** The account in an ARN; empty if the ARN has none. */
export function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}

/** The version or alias at the end of a function's ARN; empty if there is none. */
export function qualifierOf(functionArn: string): string {
  return functionArn.split(':')[7] ?? '';
}

/** A hook is configured as an ARN or as the name of a function. */
export function hookArn(
  place: Place,
  functionName: string,
  qualifier: string | undefined,
  account?: string,
): string {
  const arn = functionName.startsWith('arn:')
    ? functionName
    : functionArnPattern(place, functionName, account);
  return qualifier === undefined ? arn : `${arn}:${qualifier}`;
}

export function versionArn(place: Place, account: string, name: string, version: string): string {
  return `arn:${place.partition}:lambda:${place.region}:${account}:function:${name}:${version}`;
}

/** The name of a parameter may begin with a slash, and its ARN has only one. An unknown account matches any account. */
export function parameterArnPattern(place: Place, name: string, account = '*'): string {
  if (name.startsWith('arn:')) return name;
  const path = name.replace(/^\//, '');
  return `arn:${place.partition}:ssm:${place.region}:${account}:parameter/${path}`;
}

/** The permission to find resources by their tags. It has no resource of its own (service authorization reference). */
export const FIND_BY_TAG = { action: 'tag:GetResources', resource: '*' } as const;
