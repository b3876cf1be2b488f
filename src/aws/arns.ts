// Names of AWS resources, for permissions, tags and links.

/** Where the job works: `aws.region` of every client, and the partition it belongs to. */
export interface Place {
  readonly region: string;
  readonly partition: string;
}

export function placeOf(region: string): Place {
  if (region.startsWith('cn-')) return { region, partition: 'aws-cn' };
  if (region.startsWith('us-gov-')) return { region, partition: 'aws-us-gov' };
  return { region, partition: 'aws' };
}

/** API Gateway's control-plane ARNs have an empty account. */
export function gatewayArn(place: Place, path: string): string {
  return `arn:${place.partition}:apigateway:${place.region}::${path}`;
}

export function stageArn(place: Place, restApiId: string, stageName: string): string {
  return gatewayArn(place, `/restapis/${restApiId}/stages/${stageName}`);
}

/** As far as it is known before the account is: for messages and policies. */
export function functionArnPattern(place: Place, name: string): string {
  return `arn:${place.partition}:lambda:${place.region}:*:function:${name}`;
}

/** The account in an ARN such as a function's; empty when there is none. */
export function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}
