// What preflight concludes from the answers to requests that only ask for permissions.

import { LambdaClient } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { functionTagProbes } from '../../../src/aws/lambda-probes.ts';
import { inspectProbes, type Probe } from '../../../src/aws/probes.ts';
import { noProblems } from '../../../src/base/problems.ts';

const permission = { action: 'lambda:TagResource', resource: 'arn:aws:lambda:::function:f' };

const awsError = (name: string, httpStatusCode: number, message = 'no') =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });

const IAM =
  'User: arn:aws:sts::1:assumed-role/r/s is not authorized to perform: lambda:TagResource on resource: arn:x because no identity-based policy allows it';

async function found(harmless: Probe['harmless'], answer: unknown) {
  const send = async () => {
    if (answer instanceof Error) throw answer;
  };
  const findings = noProblems();
  await inspectProbes({ sends: 'everything' }, [{ permission, harmless, send }], findings);
  return findings;
}

describe('A probe', () => {
  it.each([
    ['BadRequestException', 400],
    ['InvalidParameterValueException', 400],
    ['ResourceNotFoundException', 404],
    ['ConflictException', 409],
  ])(
    'that is refused for its content (%s) shows that the permission is there',
    async (name, status) => {
      for (const harmless of [
        'refusal on record',
        'refusal expected',
        'changes nothing',
      ] as const) {
        expect(await found(harmless, awsError(name, status))).toEqual(noProblems());
      }
    },
  );

  it.each(['refusal on record', 'refusal expected', 'changes nothing'] as const)(
    'that IAM denies (%s) shows that it is missing',
    async (harmless) => {
      const { problems, notes } = await found(
        harmless,
        awsError('AccessDeniedException', 403, IAM),
      );
      expect(problems).toEqual([expect.stringContaining('AWS denies lambda:TagResource on arn:x')]);
      expect(notes).toEqual([]);
    },
  );

  it('that is denied in other words shows nothing if its usual answer is not on record', async () => {
    const denial = awsError(
      'AccessDeniedException',
      403,
      'Tag keys that begin with aws: are reserved',
    );
    const unsure = await found('refusal expected', denial);
    expect(unsure.problems).toEqual([]);
    expect(unsure.notes).toEqual([
      expect.stringContaining('not on record, so the permission may be'),
    ]);
    expect((await found('refusal on record', denial)).problems).toHaveLength(1);
  });

  it.each([
    ['is throttled', awsError('TooManyRequestsException', 429)],
    ['is throttled with another status', awsError('ThrottlingException', 400, 'Rate exceeded')],
    ['gets no answer', Object.assign(new Error('x'), { name: 'TimeoutError' })],
    ['meets a failing service', awsError('ServiceException', 500)],
    ['has an expired session', awsError('ExpiredTokenException', 403)],
    [
      'is not known in this Region',
      awsError(
        'AccessDeniedException',
        403,
        'Unable to determine service/operation name to be authorized',
      ),
    ],
  ])('that %s could not be checked, which is said', async (_, error) => {
    const { problems, notes } = await found('refusal on record', error);
    expect(problems).toEqual([]);
    expect(notes).toEqual([
      expect.stringMatching(/^permissions: lambda:TagResource on .* could not be checked \(/),
    ]);
  });

  it('that lacks what another one lacks is reported once', async () => {
    const send = async () => {
      throw awsError('AccessDeniedException', 403, IAM);
    };
    const probe = { permission, harmless: 'refusal on record', send } as const;
    const findings = noProblems();
    await inspectProbes({ sends: 'everything' }, [probe, probe], findings);
    expect(findings.problems).toHaveLength(1);
  });

  it('that AWS accepts, although it should refuse it, is a problem', async () => {
    expect((await found('changes nothing', undefined)).problems).toEqual([]);
    for (const harmless of ['refusal on record', 'refusal expected'] as const) {
      expect((await found(harmless, undefined)).problems).toEqual([
        expect.stringContaining('(a check of lambda:TagResource'),
      ]);
    }
  });
});

describe('The tags of a function', () => {
  it('are probed with more than a function can have, all in the keys of this action', async () => {
    const sent: unknown[] = [];
    const client = Object.assign(new LambdaClient({ region: 'eu-west-1' }), {
      send: async ({ input }: { readonly input: unknown }) => void sent.push(input),
    });
    for (const { send } of functionTagProbes(client, 'arn')) await send();
    const [{ Tags = {} } = {}] = sent as { readonly Tags?: Record<string, string> }[];
    expect(Object.keys(Tags)).toHaveLength(51);
    expect(Object.keys(Tags).every((key) => key.startsWith('canary-action:'))).toBe(true);
  });
});
