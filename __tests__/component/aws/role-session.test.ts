// The session that a job mints for itself: shared, renewed in time, and kept where it cannot be renewed.

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Simulator, startSimulator } from '../../../simulator/simulator.ts';
import { type CredentialProvider, openRoleSession } from '../../../src/aws/role-session.ts';

const MINUTE = 60_000;
/** All but the date: the network is real. */
const REAL = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;
const ARN = 'arn:aws:iam::123456789012:role/deploy';

function token(): string {
  const claims = { aud: 'sts.amazonaws.com', exp: Date.now() / 1000 + 86_400 };
  return `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
}

describe('A session of the job itself', () => {
  let simulator: Simulator;
  const secrets: string[] = [];
  let idToken: () => Promise<string>;
  const open = (): CredentialProvider =>
    openRoleSession({
      role: { arn: ARN, seconds: 3600 },
      name: 'canary-action-1-1',
      region: 'us-east-1',
      idToken: () => idToken(),
      mask: (secret) => secrets.push(secret),
    });

  beforeAll(async () => {
    simulator = await startSimulator();
    process.env.AWS_ENDPOINT_URL = simulator.url;
  });
  afterAll(async () => {
    delete process.env.AWS_ENDPOINT_URL;
    await simulator.close();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const wait = (minutes: number) =>
    jest.useFakeTimers({ doNotFake: [...REAL], now: Date.now() + minutes * MINUTE });

  it('is one for all who ask, and masks its secrets', async () => {
    idToken = async () => token();
    const credentials = open();
    const [a, b] = await Promise.all([credentials(), credentials()]);
    expect(a).toBe(b);
    expect(secrets).toEqual(expect.arrayContaining([a.secretAccessKey, a.sessionToken]));
  });

  it('is renewed ten minutes before it ends, and not before', async () => {
    idToken = async () => token();
    const credentials = open();
    const first = await credentials();
    wait(45);
    expect(await credentials()).toBe(first);
    wait(6);
    const second = await credentials();
    expect(second.accessKeyId).not.toBe(first.accessKeyId);
  });

  it('is kept for as long as it is good where it cannot be renewed, then says why', async () => {
    idToken = async () => token();
    const credentials = open();
    const first = await credentials();
    idToken = () => Promise.reject(new Error('GitHub is away'));
    wait(55);
    expect(await credentials()).toBe(first);
    wait(5);
    await expect(credentials()).rejects.toThrow(
      'role-to-assume: GitHub did not issue an ID token to this job (GitHub is away)',
    );
  });
});
