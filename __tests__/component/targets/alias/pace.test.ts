// Lambda takes 15 control-plane calls a second of an account: the product's own client never asks for
// more, so that a release of a hundred functions is not throttled by itself.

import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Simulator, startSimulator } from '../../../../simulator/simulator.ts';
import { paceCalls } from '../../../../src/aws/lambda-client.ts';

/** Enough to take seconds when they are paced. */
const CALLS = 32;
/** Enough to be throttled on a machine that takes seconds to send them. */
const MANY = 200;

describe('Calls to Lambda', () => {
  let simulator: Simulator;
  let client: LambdaClient;
  beforeEach(async () => {
    simulator = await startSimulator({ quotas: true });
    client = new LambdaClient({
      region: simulator.world.place.region,
      endpoint: simulator.url,
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
      maxAttempts: 1,
    });
  });
  afterEach(async () => {
    client.destroy();
    await simulator.close();
  });

  const throttled = async (calls: number) => {
    const send = () => client.send(new GetAccountSettingsCommand({}));
    const results = await Promise.allSettled(Array.from({ length: calls }, send));
    return results.filter(({ status }) => status === 'rejected').length;
  };

  it('all at once are throttled', async () => {
    expect(await throttled(MANY)).toBeGreaterThan(0);
  });

  it('that are paced are not', async () => {
    paceCalls(client);
    expect(await throttled(CALLS)).toBe(0);
  });
});
