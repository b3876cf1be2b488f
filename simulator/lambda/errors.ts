// The errors of Lambda's control plane, with the messages of AWS.

import { AwsError } from '../service.ts';

const USER = { members: { Type: 'User' } };

export const notFound = (message: string) =>
  new AwsError('ResourceNotFoundException', 404, message, USER);

export const functionNotFound = (arn: string) => notFound(`Function not found: ${arn}`);

export const aliasNotFound = (arn: string) => notFound(`Cannot find alias arn: ${arn}`);

export const conflict = (message: string) =>
  new AwsError('ResourceConflictException', 409, message, USER);

export const invalidParameter = (message: string) =>
  new AwsError('InvalidParameterValueException', 400, message, USER);

/** A value that violates the API's model. On AWS these errors have no `Type`. */
export const validation = (value: string, member: string, constraint: string) =>
  new AwsError(
    'ValidationException',
    400,
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${constraint}`,
  );

/** @param source the API that returns the latest RevisionId. */
export const revisionMismatch = (source: 'GetFunction/GetAlias' | 'GetPolicy') =>
  new AwsError(
    'PreconditionFailedException',
    412,
    `The Revision Id provided does not match the latest Revision Id. Call the ${source} API to retrieve the latest Revision Id`,
    USER,
  );
