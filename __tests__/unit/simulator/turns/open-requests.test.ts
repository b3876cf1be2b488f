import diagnostics from 'node:diagnostics_channel';
import { describe, expect, it } from '@jest/globals';
import { watchRequests } from '../../../../simulator/turns/open-requests.mjs';

describe('What watches the open requests', () => {
  it('leaves nothing behind once nobody watches', () => {
    const isWatched = () => diagnostics.hasSubscribers('http.server.request.start');
    const before = isWatched();
    const [one, other] = [watchRequests(), watchRequests()];
    expect(isWatched()).toBe(true);
    one.stop();
    one.stop();
    expect(isWatched()).toBe(true);
    other.stop();
    expect(isWatched()).toBe(before);
  });
});
