// The inputs `code` and `code-bucket`: where the code of functions comes from.

import { describe, expect, it } from '@jest/globals';
import { codeSources } from '../../../src/inputs/code-fields.ts';
import { readInputs } from '../../../src/inputs/read.ts';
import { TARGET_KINDS } from '../../../src/targets/kinds.ts';
import { memoryKind } from '../../support/memory-kind/memory-kind.ts';

const DIGEST = '0123456789abcdef'.repeat(4);
const ECR = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const parse = codeSources('eu-west-1');

const path = (text: string) => ({ kind: 'path', text, path: text });

describe('the input code', () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['', {}],
    ['dist/orders.zip', { '': path('dist/orders.zip') }],
    ['orders = dist/orders.zip\n', { orders: path('dist/orders.zip') }],
    [
      'orders=dist/a, b.zip, payments=dist/payments/',
      { orders: path('dist/a, b.zip'), payments: path('dist/payments/') },
    ],
    [
      's3://code-of-shop/a/b#c.zip#v.1_2',
      {
        '': {
          ...{ kind: 'object', text: 's3://code-of-shop/a/b#c.zip#v.1_2' },
          ...{ bucket: 'code-of-shop', key: 'a/b#c.zip', version: 'v.1_2' },
        },
      },
    ],
    [
      `users=${ECR}/shop/users@sha256:${DIGEST}`,
      {
        users: {
          ...{ kind: 'image', text: `${ECR}/shop/users@sha256:${DIGEST}` },
          ...{ uri: `${ECR}/shop/users@sha256:${DIGEST}`, digest: DIGEST },
          repository: 'shop/users',
        },
      },
    ],
  ])('%j is read', (text, value) => {
    expect(parse(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['orders=', '"" is no code; expected for example orders=dist/orders.zip'],
    ['orders=a.zip\norders=b.zip', '"orders" is listed twice'],
    ['a.zip\nb.zip', '"the only function" is listed twice'],
    ['https://example.com/a.zip', '"https://example.com/a.zip" is not understood'],
    ['s3://Bucket/key#1', '"s3://Bucket/key#1" is not an object in S3'],
    ['s3://bucket', '"s3://bucket" is not an object in S3; expected s3://BUCKET/KEY#VERSION'],
    ['s3://bucket/key', 'names no version, so another upload would change it'],
    ['s3://bucket/key#', 'expected s3://bucket/key#VERSION'],
    [`${ECR}/users:latest`, 'names no digest, and a tag moves'],
    [`${ECR}/users`, 'names no digest, and a tag moves'],
    [`${ECR}/users@sha256:abc`, 'has no valid digest'],
    [`${ECR}/users:v1@sha256:${DIGEST}`, 'names no digest, and a tag moves'],
    [
      `123456789012.dkr.ecr.us-east-1.amazonaws.com/users@sha256:${DIGEST}`,
      'is in us-east-1, but the job uses eu-west-1',
    ],
    [`123456789012.dkr.ecr.eu-west-1.example.com/users@sha256:${DIGEST}`, 'is not an image in ECR'],
    [`shop.dkr.ecr.eu-west-1.amazonaws.com/users@sha256:${DIGEST}`, 'is not an image in ECR'],
  ])('%j is refused', (text, problem) => {
    expect(parse(text)).toEqual({ ok: false, problems: [expect.stringContaining(problem)] });
  });
});

const STAGE = { 'rest-api-id': 'a1b2c3d4e5', 'stage-name': 'prod', functions: 'orders, payments' };

function read(inputs: Readonly<Record<string, string>>, kinds = TARGET_KINDS) {
  const entries = Object.entries(inputs).map(([name, text]) => [
    `INPUT_${name.toUpperCase()}`,
    text,
  ]);
  const env = { AWS_REGION: 'eu-west-1', GITHUB_WORKSPACE: '/checkout' };
  return readInputs({ ...env, ...Object.fromEntries(entries) }, kinds);
}

describe('functions with code', () => {
  it('have their source, and the others have none', async () => {
    const inputs = { ...STAGE, code: 'orders=dist/orders.zip', 'code-bucket': 'code-of-shop' };
    const { functions } = await read(inputs);
    expect(functions.map(({ name, code }) => [name, code])).toEqual([
      [
        'orders',
        {
          source: path('dist/orders.zip'),
          ...{ workspace: '/checkout', bucket: 'code-of-shop' },
        },
      ],
      ['payments', undefined],
    ]);
  });

  it.each<[Readonly<Record<string, string>>, string]>([
    [{ code: 'order=a.zip' }, 'code: "order" is not among the functions. Did you mean "orders"?'],
    [{ code: 'a.zip' }, 'code: "a.zip" does not name its function, and 2 are listed'],
    [
      { code: 'orders=a.zip', version: 'orders=7' },
      'code, version: "orders" has code to upload and the published version 7',
    ],
    [{ code: 'orders=a.zip', command: 'preview' }, 'code: a preview shows what is uploaded'],
    [{ 'code-bucket': 'code-of-shop' }, 'code-bucket: it has no effect without code'],
    [{ code: 'orders=a.zip', 'code-bucket': 's3://x' }, 'code-bucket: "s3://x"; expected the name'],
  ])('%j is refused', async (inputs, problem) => {
    await expect(read({ ...STAGE, ...inputs })).rejects.toThrow(problem);
  });

  it('are functions of Lambda', async () => {
    const inputs = { 'memory-router': 'r', 'memory-service': 'web', functions: 'web' };
    await expect(
      read({ ...inputs, code: 'web=dist/web.zip' }, [...TARGET_KINDS, memoryKind]),
    ).rejects.toThrow('code: only functions of Lambda have code to upload, and ');
  });
});
