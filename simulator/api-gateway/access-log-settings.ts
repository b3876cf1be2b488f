// The access log of a stage: where it goes, and what a line of it looks like.

import { badRequest } from './errors.ts';
import type { Stage } from './model.ts';

export const ACCESS_LOG = '/accessLogSettings';

/**
 * @param role the role with which API Gateway writes logs, of the account in this Region
 * @throws AwsError `BadRequestException`
 */
export function setAccessLog(
  stage: Stage,
  path: string,
  value: string,
  role: string | undefined,
): Stage {
  const member = /^\/accessLogSettings\/(destinationArn|format)$/.exec(path)?.[1];
  if (!member) {
    throw badRequest(
      'Invalid accessLogSettings path. Must be one of : [/accessLogSettings/destinationArn, /accessLogSettings/format]',
    );
  }
  if (value === '') throw badRequest('Access Log value must not be empty');
  // Miserlou/Zappa#1946
  if (role === undefined) {
    throw badRequest('CloudWatch Logs role ARN must be set in account settings to enable logging');
  }
  if (member === 'format') checkFormat(value);
  else checkDestination(value);
  return { ...stage, accessLogSettings: { ...stage.accessLogSettings, [member]: value } };
}

/**
 * The text about lines: ministryofjustice/cloud-platform-environments#12962. The other one is known from its copies in
 * emulators; the developer guide ("Set up CloudWatch logging") names the rule. Unknown variables are allowed.
 */
function checkFormat(format: string): void {
  if (/[\r\n]/.test(format.replace(/\r?\n$/, ''))) {
    throw badRequest(
      `Access Log format must be single line, new line character is allowed only at end of the format: '${format}'`,
    );
  }
  if (!/\$(?:context\.|\{context\.)(?:requestId|extendedRequestId)\b/.test(format)) {
    throw badRequest(
      `Access Log format must include either $context.requestId or $context.extendedRequestId : '${format}'`,
    );
  }
}

const DELIVERY_STREAM = /^arn:[\w-]+:firehose:[\w-]+:\d{12}:deliverystream\/(?<name>.*)$/;
const GROUP = /^arn:[\w-]+:logs:[\w-]+:\d{12}:log-group:(?<name>.*)$/;

/** A group need not exist (recorded). Its ARN has no `:*` behind it: users report the refusal of such a one. */
function checkDestination(arn: string): void {
  const stream = DELIVERY_STREAM.exec(arn)?.groups?.name;
  if (stream?.startsWith('amazon-apigateway-')) return;
  if (stream !== undefined) {
    throw badRequest(
      `Firehose delivery stream name for access log destination must begin with 'amazon-apigateway-'`,
    );
  }
  const group = GROUP.exec(arn)?.groups?.name;
  if (group === undefined) throw badRequest(`Invalid ARN specified in the request: '${arn}'`);
  if (!/^[\w\-/.#]+$/.test(group)) {
    throw badRequest(
      `Access log destination must only contain characters a-z, A-Z, 0-9, '_', '-', '/', '.': 'log-group:${group}'`,
    );
  }
}
