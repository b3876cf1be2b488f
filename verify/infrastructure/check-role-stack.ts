// The stack of roles is created in an emulator, which evaluates its conditions.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VerifyContext } from '../verifier.ts';
import { SUBJECTS, subjectsIn } from './check-terraform.ts';
import { EXAMPLES } from './example.ts';

/** Every trigger and both spellings; what an empty parameter leaves out. */
const WITHOUT_IDS = (subject: string) => !subject.includes('@');
const CASES = [
  { name: 'every trigger', given: {}, is: () => true },
  { name: 'no numbers', given: { OwnerId: '', RepositoryId: '' }, is: WITHOUT_IDS },
  {
    name: 'a tag alone',
    given: { Branch: '', Environment: '' },
    is: (subject: string) => subject.includes(':ref:refs/tags/'),
  },
  { name: 'a stage', given: { RestApiId: 'a1b2c3' }, is: () => true },
];

export async function checkRoleStack(
  context: VerifyContext,
  { url, reset }: { readonly url: string; reset(): Promise<void> },
): Promise<void> {
  const template = await readFile(join(EXAMPLES, 'roles', 'roles.template.yaml'), 'utf8');
  for (const { name, given, is } of CASES) {
    await context.check(
      `roles.template.yaml, ${name}: trusts these subjects and no others`,
      [],
      async () => {
        await reset();
        const parameters = {
          ...{ Repository: 'octo-org/orders', OwnerId: '123456', RepositoryId: '456789' },
          ...{ Branch: 'main', Environment: 'production', Tags: 'v*', FunctionPrefix: 'shop-' },
          ...given,
        };
        await createStack(url, template, parameters);
        const found = await trustsIn(url);
        const isOfPlan = name === 'a tag alone' ? () => true : is;
        assert.deepEqual(found.plan, SUBJECTS.plan.filter(isOfPlan));
        assert.deepEqual(found.release, SUBJECTS.release.filter(is));
      },
    );
  }
}

async function createStack(
  url: string,
  template: string,
  parameters: Readonly<Record<string, string>>,
): Promise<void> {
  const given = Object.entries(parameters).flatMap(([key, value], i) => [
    [`Parameters.member.${i + 1}.ParameterKey`, key],
    [`Parameters.member.${i + 1}.ParameterValue`, value],
  ]);
  await ask(url, 'cloudformation', '2010-05-15', {
    ...{ Action: 'CreateStack', StackName: 'roles', TemplateBody: template },
    'Capabilities.member.1': 'CAPABILITY_IAM',
    ...Object.fromEntries(given),
  });
}

async function trustsIn(
  url: string,
): Promise<Readonly<Record<'plan' | 'release', readonly string[]>>> {
  const answer = await ask(url, 'iam', '2010-05-08', { Action: 'ListRoles' });
  const documents = [
    ...answer.matchAll(/<RoleName>([^<]+)<[\s\S]*?<AssumeRolePolicyDocument>([^<]+)</g),
  ];
  const of = (part: string) => {
    const [, , policy = ''] = documents.find(([, name = '']) => name.includes(part)) ?? [];
    return subjectsIn(decodeURIComponent(policy));
  };
  return { plan: of('PlanRole'), release: of('ReleaseRole') };
}

/** The emulator finds the service in the signature, and does not check it. */
async function ask(
  url: string,
  service: string,
  version: string,
  body: Readonly<Record<string, string>>,
): Promise<string> {
  const credential = `AKID/20200101/eu-central-1/${service}/aws4_request`;
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: `AWS4-HMAC-SHA256 Credential=${credential}` },
    body: new URLSearchParams({ ...body, Version: version }),
  });
  const text = await answer.text();
  assert.ok(answer.ok, text);
  return text;
}
