import { describe, expect, it } from '@jest/globals';
import { logCost } from '../../../src/preflight/log-cost.ts';

const read = { sources: 2, requestBytes: 500 };
const costAt = (requestsPerMinute: number, seconds: number) =>
  logCost({ read, requestsPerMinute } as unknown as Parameters<typeof logCost>[0], {
    ...{ seconds, region: 'us-east-1' },
  });

describe('the cost of reading logs', () => {
  it('is none if none are read, or no time is split', () => {
    expect(
      logCost({ read: undefined, requestsPerMinute: 60 }, { seconds: 60, region: 'x' }),
    ).toEqual([]);
    expect(costAt(60, 0)).toEqual([]);
  });

  it('has no digits of less than a cent', () => {
    for (const requests of [0, 0.01, 60]) {
      expect(costAt(requests, 60)).toEqual([
        expect.stringMatching(
          /^cost: about 3\d calls of FilterLogEvents to read logs, at most 2 of the 25 a second .+; less than 0\.01 USD for transfer if the runner is outside AWS, and free otherwise$/,
        ),
      ]);
    }
  });

  it('ends at the calls that a run makes', () => {
    expect(costAt(6e6, 86_400)).toEqual([
      expect.stringMatching(
        /^cost: up to 20,000 calls of FilterLogEvents to read logs, the most that a run makes, .+; about 31 GB \(2\.8 USD at 0\.09 USD per GB\)/,
      ),
    ]);
  });
});
