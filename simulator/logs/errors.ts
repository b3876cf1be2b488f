// The errors of CloudWatch Logs: AwsJson1.1, so every error of a caller has the status 400. Texts as recorded from
// AWS in localstack's tests (tests/aws/services/logs, February 2026) unless a comment names another source.

import { AwsError } from '../service.ts';

export const invalidParameter = (message: string) =>
  new AwsError('InvalidParameterException', 400, message);

export const noGroup = () =>
  new AwsError('ResourceNotFoundException', 400, 'The specified log group does not exist.');

export const noStream = () =>
  new AwsError('ResourceNotFoundException', 400, 'The specified log stream does not exist.');

export const groupExists = () =>
  new AwsError('ResourceAlreadyExistsException', 400, 'The specified log group already exists');

export const streamExists = () =>
  new AwsError('ResourceAlreadyExistsException', 400, 'The specified log stream already exists');

export const invalidToken = () => invalidParameter('The specified nextToken is invalid.');

/** The members contradict each other. */
export const exclusive = (message: string) => new AwsError('ValidationException', 400, message);

/** aws/karpenter-provider-aws#9567 quotes it for a group of the class Infrequent Access. */
export const notInThisClass = (operation: string) =>
  new AwsError(
    'InvalidOperationException',
    400,
    `${operation} is not supported for this log class`,
  );

/** A value that violates the API's model. */
export const invalidValue = (value: string, member: string, constraint: string) =>
  invalidParameter(
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${constraint}`,
  );
