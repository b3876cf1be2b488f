// Where a stage writes its access log, and what a line of it looks like.

import type { Stage } from '@aws-sdk/client-api-gateway';

export interface AccessLogSettings {
  readonly destinationArn: string;
  readonly format: string;
}

/** API Gateway accepts one of the two without the other for a while, and then writes nothing. */
export function accessLogOf({
  accessLogSettings = {},
}: Pick<Stage, 'accessLogSettings'>): AccessLogSettings | undefined {
  const { destinationArn, format } = accessLogSettings;
  return destinationArn && format ? { destinationArn, format } : undefined;
}
