// The filter patterns of CloudWatch Logs (user guide, "Filter pattern syntax"). Letters match only their own case.

import type { Unsettled } from '../../world.ts';
import { compileDelimited } from './delimited.ts';
import { compileJson } from './json.ts';
import { compileTerms } from './terms.ts';

/** Whether a log event matches the pattern. @throws AwsError `InvalidParameterException` for an invalid one. */
export function compilePattern(
  source: string,
  { numberPatternReadsText }: Pick<Unsettled, 'numberPatternReadsText'>,
): (message: string) => boolean {
  const pattern = source.trim();
  if (pattern === '') return () => true;
  if (pattern.startsWith('{')) {
    return compileJson(pattern, { readsNumbersInTexts: numberPatternReadsText });
  }
  return pattern.startsWith('[') ? compileDelimited(pattern) : compileTerms(pattern);
}
