// The errors of CloudWatch, by the names of its query protocol. The JSON and CBOR protocols use the error's
// *shape* name instead, and repeat the query name in a header.

import { AwsError, type AwsRequest } from '../../service.ts';

export const invalidValue = (message: string) =>
  new AwsError('InvalidParameterValue', 400, message);

export const invalidCombination = (message: string) =>
  new AwsError('InvalidParameterCombination', 400, message);

export const missingParameter = (name: string) =>
  new AwsError('MissingParameter', 400, `The parameter ${name} is required.`);

export const validationError = (message: string) => new AwsError('ValidationError', 400, message);

export const invalidNextToken = () =>
  new AwsError('InvalidNextToken', 400, 'The value for parameter NextToken is invalid.');

export const alarmNotFound = (name: string) =>
  new AwsError('ResourceNotFound', 404, `Alarm ${name} does not exist`);

export const resourceNotFound = (arn: string) =>
  new AwsError('ResourceNotFoundException', 404, `Resource ${arn} does not exist`, {
    members: { ResourceType: 'alarm', ResourceId: arn },
  });

/** Shape names of the errors whose shape name differs from the code of the query protocol. */
const SHAPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    InvalidParameterValue: 'InvalidParameterValueException',
    InvalidParameterCombination: 'InvalidParameterCombinationException',
    MissingParameter: 'MissingRequiredParameterException',
    ValidationError: 'ValidationException',
    InternalServiceError: 'InternalServiceFault',
    InvalidFormat: 'InvalidFormatFault',
    LimitExceeded: 'LimitExceededFault',
  }),
);

/** The name of the error in `__type`. */
export const shapeOf = (error: AwsError): string => SHAPES.get(error.code) ?? error.code;

/** The query protocol's code, for clients that request compatibility with it. */
export const queryErrorHeader = (error: AwsError, request: AwsRequest) =>
  request.headers['x-amzn-query-mode'] === 'true'
    ? { 'x-amzn-query-error': `${error.code};${faultOf(error)}` }
    : {};

export const faultOf = (error: AwsError): 'Sender' | 'Receiver' =>
  error.status >= 500 ? 'Receiver' : 'Sender';
