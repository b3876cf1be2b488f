// Names of API Gateway's resources, for permissions, tags and links.

import { partitionOf } from '../base/partitions.ts';
import type { Place } from './arns.ts';

/** API Gateway's control-plane ARNs have an empty account. */
export function gatewayArn(place: Place, path: string): string {
  return `arn:${place.partition}:apigateway:${place.region}::${path}`;
}

export function stageArn(place: Place, restApiId: string, stageName: string): string {
  return gatewayArn(place, `/restapis/${restApiId}/stages/${stageName}`);
}

/** A stage's default URL. An API with a custom domain may have disabled it. */
export function stageUrl(place: Place, restApiId: string, stageName: string): string {
  const { dnsSuffix } = partitionOf(place.region);
  return `https://${restApiId}.execute-api.${place.region}.${dnsSuffix}/${stageName}`;
}
