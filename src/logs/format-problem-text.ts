// What is wrong with the format of an access log, in words.

import type { FormatProblem } from './access-log-format.ts';

/** For a sentence: `the format of the access log …`. */
export function describeFormatProblem(problem: FormatProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'has no variables';
    case 'no-status':
      return 'does not contain $context.status, so errors cannot be told from successes';
    case 'no-request-id':
      return 'does not contain $context.requestId, so a request that is logged twice would count twice';
    case 'adjacent':
      return `has nothing between $context.${problem.first} and $context.${problem.second}, so their values cannot be told apart`;
    case 'entity':
      return `contains the entity ${problem.entity}; write the character itself`;
  }
}
