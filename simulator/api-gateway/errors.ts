// The errors of API Gateway's control plane.

import { AwsError } from '../service.ts';

export const badRequest = (message: string) => new AwsError('BadRequestException', 400, message);

export const notFound = (message: string) => new AwsError('NotFoundException', 404, message);

export const conflict = (message: string) => new AwsError('ConflictException', 409, message);

export const limitExceeded = (message: string) =>
  new AwsError('LimitExceededException', 429, message);
