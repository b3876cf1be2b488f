import { describe, expect, it } from '@jest/globals';
import type { FunctionReading } from '../../../../src/aws/functions.ts';
import { rememberVersions } from '../../../../src/targets/lambda/remember-versions.ts';

function functionsIn(state: () => string, snapshot: FunctionReading['snapshot'] = 'none') {
  const reads: string[] = [];
  const reading = (name: string, version = '$LATEST') => {
    reads.push(`${name}:${version}`);
    return { arn: name, state: state(), snapshot: 'none' } as FunctionReading;
  };
  const functions = rememberVersions({
    read: async (name: string, version?: string) => reading(name, version),
    publish: async (..._: readonly unknown[]) => ({
      version: '8',
      reading: { arn: 'orders', state: state(), snapshot } as FunctionReading,
    }),
    untilReady: async (name: string, version: string) => reading(name, version),
  });
  return { functions, reads };
}

describe('Published versions', () => {
  it('are read once when they can serve, and $LATEST each time', async () => {
    const { functions, reads } = functionsIn(() => 'Active');
    for (let i = 0; i < 2; i++) {
      await functions.read('orders', '7');
      await functions.read('orders');
    }
    expect(reads).toEqual(['orders:7', 'orders:$LATEST', 'orders:$LATEST']);
  });

  it('are read again until they can serve', async () => {
    let state = 'Pending';
    const { functions, reads } = functionsIn(() => state);
    await functions.read('orders', '7');
    state = 'Active';
    expect((await functions.read('orders', '7'))?.state).toBe('Active');
    await functions.read('orders', '7');
    expect(reads).toHaveLength(2);
  });

  it('are known after they were waited for', async () => {
    const { functions, reads } = functionsIn(() => 'Active');
    await functions.untilReady('orders', '8');
    await functions.read('orders', '8');
    expect(reads).toHaveLength(1);
  });

  it('are known as AWS returned them when they were published, unless their snapshot is missing', async () => {
    const seen = { codeSha256: 'a', settings: 'b' };
    const { functions, reads } = functionsIn(() => 'Active');
    await functions.publish('orders', '', seen);
    await functions.untilReady('orders', '8');
    expect(reads).toEqual([]);
    const snapped = functionsIn(() => 'Active', 'making');
    await snapped.functions.publish('orders', '', seen);
    await snapped.functions.untilReady('orders', '8');
    expect(snapped.reads).toEqual(['orders:8']);
  });

  it('and $LATEST are shown as they were last seen, if that is enough', async () => {
    const { functions, reads } = functionsIn(() => 'Active');
    await functions.seen('orders');
    await functions.seen('orders');
    expect(reads).toEqual(['orders:$LATEST']);
  });
});
