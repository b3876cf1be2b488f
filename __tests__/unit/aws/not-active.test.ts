import { describe, expect, it } from '@jest/globals';
import {
  sayFailedUpdate,
  saySlowUpdate,
  saySlowVersion,
  seenState,
} from '../../../src/aws/not-active.ts';

describe('the state of a function', () => {
  it('is told by its own fields, and by nothing else of the answer', () => {
    const answer = {
      State: 'Failed',
      StateReason: 'It threw.',
      StateReasonCode: 'FunctionError',
      LastUpdateStatus: 'Failed',
      LastUpdateStatusReason: 'No image. ',
      Environment: { Variables: { DB_PASSWORD: 'hunter2' } },
      CodeSha256: 'hunter2',
    };
    expect(seenState(answer)).toEqual({
      state: 'Failed',
      stateReason: 'FunctionError: It threw',
      lastUpdateStatus: 'Failed',
      lastUpdateReason: 'No image',
    });
    expect(seenState({})).toEqual({
      state: '',
      stateReason: '',
      lastUpdateStatus: '',
      lastUpdateReason: '',
    });
  });

  it('that does not come is told with what to do', () => {
    const seen = seenState({ State: 'Inactive' });
    expect(saySlowVersion('orders', '2', seen, 1560)).toMatch(
      /^version 2 of "orders" was still Inactive after 26m; expected Active\. Invoke it once, and run this again when it is Active\..* aws lambda delete-function --function-name orders --qualifier 2$/,
    );
    expect(saySlowVersion('orders', '2', seenState({}), 1560)).toContain('was still not there');
    expect(saySlowUpdate('orders', seenState({}), 60)).toContain('still InProgress after 1m');
    expect(sayFailedUpdate('orders', '')).toContain('update of "orders" failed; there is nothing');
  });
});
