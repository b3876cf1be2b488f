// Why logs are no evidence, in words that continue a sentence.

import { formatDuration } from '../base/duration.ts';
import type { Abstention } from './abstention.ts';
import { describeFormatProblem } from './format-problem-text.ts';

export function abstentionText(abstention: Abstention): string {
  switch (abstention.kind) {
    case 'format':
      return `the format of the access log ${describeFormatProblem(abstention.problem)}`;
    case 'group-missing':
      return `the log group "${abstention.group}" does not exist yet`;
    case 'log-class':
      return `the log group "${abstention.group}" has a class whose events AWS does not return`;
    case 'denied':
    case 'unreadable':
      return abstention.message;
    case 'budget':
      return 'the calls that were planned for this run have been made';
    case 'too-many-lines':
      return `the log group "${abstention.group}" has more lines than can be read`;
    case 'throttled':
      return 'AWS throttles the reads, because others in the account read logs as well';
    case 'gap':
      return `the lines of ${formatDuration(abstention.seconds)} could not be read in time`;
    case 'unparsed':
      return `${percent(abstention.share)} of the lines do not have the format that the settings say`;
    case 'unfinished':
      return `of ${percent(abstention.share)} of the requests it is not known how they ended`;
    case 'dropped':
      return 'AWS dropped lines of the log';
    case 'clock':
      return `${percent(abstention.share)} of the lines are from the future, so a clock is off`;
    case 'incomplete':
      return `they show ${percent(abstention.share)} of the requests that CloudWatch counted for ${words(abstention.side)}`;
    case 'excess':
      return `they show ${percent(abstention.share)} of the requests that CloudWatch counted for ${words(abstention.side)}, so some were counted twice`;
    case 'successes-hidden':
      return 'the system log level hides invocations that succeed';
    case 'failures-hidden':
      return 'the log does not show all invocations that fail';
  }
}

function words(side: 'canary' | 'stable'): string {
  return side === 'canary' ? 'the canary' : 'stable';
}

function percent(share: number): string {
  if (!Number.isFinite(share)) return 'far more than all';
  return `${(share * 100).toLocaleString('en-US', { maximumSignificantDigits: 3 })}%`;
}
