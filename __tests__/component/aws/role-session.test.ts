// The session that a job mints for itself: shared, renewed in time, and kept where it cannot be renewed.

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Simulator, startSimulator } from '../../../simulator/simulator.ts';
import { type CredentialProvider, openRoleSession } from '../../../src/aws/role-session.ts';
import { GITHUB_TOKENS } from '../../../src/github/oidc-credentials.ts';

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
  let said: string[] = [];
  let idToken: () => Promise<string>;
  const open = (): CredentialProvider =>
    openRoleSession({
      role: { arn: ARN, seconds: 3600 },
      name: 'canary-action-1-1',
      region: 'us-east-1',
      idToken: () => idToken(),
      provider: GITHUB_TOKENS,
      mask: (secret) => secrets.push(secret),
      log: {
        line: (text) => said.push(`line ${text}`),
        warning: (text) => said.push(`warning ${text}`),
      },
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
    said = [];
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

  it('that cannot be renewed is announced while it is still good, and tried every minute', async () => {
    let asked = 0;
    idToken = async () => token();
    const credentials = open();
    await credentials();
    idToken = () => {
      asked += 1;
      return Promise.reject(new Error('GitHub is away'));
    };
    wait(51);
    for (const _ of [1, 2, 3]) await credentials();
    expect(asked).toBe(1);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(
      /^warning The AWS session of this job ends in (9m|8m5\ds) \(\d\d:\d\d UTC\), and it could not be renewed: role-to-assume: GitHub did not issue an ID token to this job \(GitHub is away\)/,
    );
    wait(1.1);
    await credentials();
    expect(asked).toBe(2);
    expect(said[1]).toMatch(/^line The AWS session of this job ends in /);
    idToken = async () => token();
    wait(1.1);
    await credentials();
    expect(said[2]).toBe('line The AWS session of this job was renewed.');
  });

  it('is used for as long as it is good where GitHub does not answer at all', async () => {
    idToken = async () => token();
    const credentials = open();
    const first = await credentials();
    idToken = () => new Promise(() => undefined);
    const late = 55 * MINUTE;
    jest.useFakeTimers({ now: Date.now() + late });
    const asked = credentials();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await asked).toBe(first);
    expect(said.join()).toContain('there was no answer within 10 s');
  });

  it('that AWS has ended is replaced once a minute at most, by one for all', async () => {
    idToken = async () => token();
    const credentials = open();
    const first = await credentials();
    expect(credentials.replace(first, 'ended')).toBe(true);
    const second = await credentials();
    expect(second.accessKeyId).not.toBe(first.accessKeyId);
    expect(credentials.replace(first, 'ended')).toBe(true);
    expect(await credentials()).toBe(second);
    expect(credentials.replace(second, 'ended')).toBe(false);
    wait(1.1);
    expect(credentials.replace(second, 'ended')).toBe(true);
    expect((await credentials()).accessKeyId).not.toBe(second.accessKeyId);
  });

  it('is kept where AWS only denies a call and there is no new one, and not where AWS has ended it', async () => {
    idToken = async () => token();
    const credentials = open();
    const first = await credentials();
    idToken = () => Promise.reject(new Error('GitHub is away'));
    credentials.replace(first, 'denied');
    expect(await credentials()).toBe(first);
    wait(1.1);
    credentials.replace(first, 'ended');
    await expect(credentials()).rejects.toThrow('GitHub is away');
    idToken = async () => token();
    expect((await credentials()).accessKeyId).not.toBe(first.accessKeyId);
  });
});
