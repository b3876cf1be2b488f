import { describe, expect, it } from '@jest/globals';
import { stackStateOf } from '../../../src/resolve/stack-state.ts';

const kindOf = (status: string, begins = true) => stackStateOf('shop', status, begins).kind;

describe('the state of a stack', () => {
  it.each([
    ['CREATE_COMPLETE', 'settled', 'settled'],
    ['UPDATE_COMPLETE', 'settled', 'settled'],
    ['IMPORT_COMPLETE', 'settled', 'settled'],
    ['UPDATE_IN_PROGRESS', 'refused', 'told'],
    ['CREATE_IN_PROGRESS', 'refused', 'told'],
    ['UPDATE_ROLLBACK_IN_PROGRESS', 'refused', 'told'],
    ['DELETE_IN_PROGRESS', 'refused', 'told'],
    ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'told', 'told'],
    ['UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS', 'told', 'told'],
    ['UPDATE_ROLLBACK_COMPLETE', 'told', 'told'],
    ['IMPORT_ROLLBACK_COMPLETE', 'told', 'told'],
    ['ROLLBACK_COMPLETE', 'refused', 'told'],
    ['ROLLBACK_FAILED', 'refused', 'told'],
    ['CREATE_FAILED', 'refused', 'told'],
    ['UPDATE_FAILED', 'refused', 'told'],
    ['UPDATE_ROLLBACK_FAILED', 'refused', 'told'],
    ['DELETE_FAILED', 'refused', 'told'],
    ['DELETE_COMPLETE', 'refused', 'refused'],
    ['REVIEW_IN_PROGRESS', 'refused', 'refused'],
  ])('%s: a release is %s, anything else is %s', (status, release, other) => {
    expect([kindOf(status), kindOf(status, false)]).toEqual([release, other]);
  });
});
