// The refusals of filter patterns.

import { invalidParameter } from '../errors.ts';

/** aws/aws-toolkit-jetbrains#3219 */
export const invalidPattern = () => invalidParameter('Invalid filter pattern');

/** dougmoscrop/serverless-plugin-log-subscription#47 */
export const invalidTerm = (term: string) =>
  invalidParameter(`Invalid character(s) in term '${term}'`);

/** jorgebastida/awslogs#210 */
export const openBrace = () =>
  invalidParameter("If a filter pattern starts with '{' it must end with '}'");
