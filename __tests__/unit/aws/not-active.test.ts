import { describe, expect, it } from '@jest/globals';
import {
  describeFailedUpdate,
  describeSlowUpdate,
  describeSlowVersion,
  observedState,
} from '../../../src/aws/not-active.ts';

describe('the state of a function', () => {
  it('is described by its own fields, and by nothing else of the response', () => {
    const answer = {
      State: 'Failed',
      StateReason: 'It threw.',
      StateReasonCode: 'FunctionError',
      LastUpdateStatus: 'Failed',
      LastUpdateStatusReason: 'No image. ',
      Environment: { Variables: { DB_PASSWORD: 'hunter2' } },
      CodeSha256: 'hunter2',
    };
    expect(observedState(answer)).toEqual({
      state: 'Failed',
      stateReason: 'FunctionError: It threw',
      lastUpdateStatus: 'Failed',
      lastUpdateReason: 'No image',
    });
    expect(observedState({})).toEqual({
      state: '',
      stateReason: '',
      lastUpdateStatus: '',
      lastUpdateReason: '',
    });
  });

  it('is described with a fix if it does not become ready', () => {
    const seen = observedState({ State: 'Inactive' });
    expect(describeSlowVersion('orders', '2', seen, 1560)).toMatch(
      /^version 2 of "orders" was still Inactive after 26m; expected Active\. Invoke it once, and run this again when it is Active\..* aws lambda delete-function --function-name orders --qualifier 2$/,
    );
    expect(describeSlowVersion('orders', '2', observedState({}), 1560)).toContain(
      'was still not there',
    );
    expect(describeSlowUpdate('orders', observedState({}), 60)).toContain(
      'still InProgress after 1m',
    );
    expect(describeFailedUpdate('orders', '')).toContain('update of "orders" failed; nothing can');
  });
});
