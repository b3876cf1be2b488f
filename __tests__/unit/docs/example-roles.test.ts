// The roles of the examples: no pull request has the one that releases, and both allow what the generated policies allow.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse, type ScalarTag } from 'yaml';
import { aliasPolicyAtMost } from '../../../src/targets/alias/alias-policy.ts';
import {
  type PolicyOrder,
  renderPlanPolicy,
  renderPolicy,
  type Statement,
} from '../../../src/targets/iam-policy.ts';
import type { StageInputs } from '../../../src/targets/stage/stage-inputs.ts';
import { stagePolicyAtMost } from '../../../src/targets/stage/stage-policy.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url));
const read = (file: string) => readFileSync(join(EXAMPLES, file), 'utf8');

const WORKFLOWS = readdirSync(EXAMPLES)
  .filter((name) => name.endsWith('.yml'))
  .map((name) => [name, parse(read(name)) as Workflow] as const)
  .filter(([, { jobs }]) => jobs !== undefined);

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs?: Readonly<Record<string, { readonly if?: string }>>;
}

const ROLE = /vars\.(\w+_ROLE)\b/g;
const rolesIn = (job: unknown) => [...JSON.stringify(job).matchAll(ROLE)].map(([, role]) => role);

describe('the workflows to copy', () => {
  it.each(WORKFLOWS)('give no pull request the role that releases: %s', (_, { on, jobs = {} }) => {
    if (!('pull_request' in on)) return;
    for (const job of Object.values(jobs)) {
      const runs = job.if === undefined || !job.if.includes("event_name == 'push'");
      if (runs) expect(rolesIn(job)).not.toContain('RELEASE_ROLE');
      else expect(rolesIn(job)).toContain('RELEASE_ROLE');
    }
  });

  it.each(WORKFLOWS)('plan with a role that cannot release: %s', (_, { jobs = {} }) => {
    for (const job of Object.values(jobs)) {
      const plans = JSON.stringify(job).includes('"command":"plan"');
      expect(rolesIn(job).includes('PLAN_ROLE')).toBe(plans);
    }
  });
});

const FUNCTIONS = [{ name: 'shop-*', account: undefined, version: undefined, alias: 'live' }];
const PLACE = { region: 'eu-central-1', partition: 'aws' };
const STAGE = {
  ...{ restApiId: 'a1', stageName: 'prod', definition: 'draft', invokePermission: 'grant' },
  shadowStage: undefined,
} as unknown as StageInputs;

const OF: Readonly<Record<string, (order: PolicyOrder) => readonly Statement[]>> = {
  aliases: (order) => aliasPolicyAtMost({ firstRelease: 'refuse' }, FUNCTIONS, PLACE, order),
  stage: (order) => stagePolicyAtMost(STAGE, FUNCTIONS, PLACE, order),
};

const LOGS = ['logs:FilterLogEvents', 'logs:DescribeLogGroups'].map((action) => ({
  action,
  resource: '*',
}));

/** The actions of the policy that a plan writes. */
function generated(kind: string, role: 'release' | 'plan'): readonly string[] {
  const needs = {
    target: (of: PolicyOrder['role']) => OF[kind]?.({ role: of, prunes: false }) ?? [],
    watchesAlarms: true,
    gates: [],
    ...{ hooks: [], logs: role === 'plan' ? [] : LOGS, stacks: [] },
  };
  const policy = role === 'plan' ? renderPlanPolicy(needs) : renderPolicy(needs);
  return actionsIn(policy);
}

const ACTION =
  /\b(?:lambda:[A-Z][A-Za-z]+|apigateway:[A-Z]+|(?:cloudwatch|logs):[A-Z][A-Za-z]+)\b/g;
const actionsIn = (text: string) =>
  [...new Set(text.match(ACTION))].filter((action) => action !== 'lambda:Principal').sort();

type Conditional = readonly [string, unknown, unknown];
const tag = (name: string): ScalarTag => ({
  tag: `!${name}`,
  resolve: (value) => ({ [name]: value }),
});
const TAGS = [
  ...['Ref', 'Sub', 'GetAtt', 'Condition'].map(tag),
  ...['If', 'Sub', 'And', 'Not', 'Equals', 'Select', 'Split', 'Join'].map((name) => ({
    ...{ tag: `!${name}`, collection: 'seq' as const },
    resolve: (value: { toJSON(): unknown }) => ({ [name]: value.toJSON() }),
  })),
];

/** A value with its conditions decided. */
function decided(value: unknown, kind: string): unknown {
  if (Array.isArray(value)) return value.map((each) => decided(each, kind));
  if (typeof value !== 'object' || value === null) return value;
  const { If } = value as { If?: Conditional };
  if (If) {
    const [condition, then, otherwise] = If;
    return decided(
      (kind === 'stage' ? ['OfStage', 'HasAccessLog'] : ['OfAliases']).includes(condition)
        ? then
        : otherwise,
      kind,
    );
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, decided(each, kind)]),
  );
}

const READS = /:(GET|Get|List|Describe)/;

describe('the roles to copy', () => {
  const { Resources } = parse(read('infrastructure/roles/roles.template.yaml'), {
    customTags: TAGS as never,
  });
  const inTemplate = (kind: string, role: string) =>
    actionsIn(JSON.stringify(decided(Resources[role].Properties.Policies, kind)));

  it.each(['aliases', 'stage'])('release %s with the permissions that a plan writes', (kind) => {
    expect(inTemplate(kind, 'ReleaseRole')).toEqual(generated(kind, 'release'));
  });

  it.each(['aliases', 'stage'])('plan for %s with reads alone, and all of those', (kind) => {
    const found = inTemplate(kind, 'PlanRole');
    expect(found.filter((action) => !READS.test(action))).toEqual([]);
    expect(found).toEqual(expect.arrayContaining([...generated(kind, 'plan')]));
    expect(found).not.toContain('lambda:GetFunction');
  });

  it.each([
    'infrastructure/roles/roles.template.yaml',
    'infrastructure/terraform/roles/main.tf',
    'infrastructure/cdk/roles-stack.ts',
  ])('read the names of a stack: %s', (file) => {
    const policy = renderPlanPolicy({
      target: () => [],
      ...{ watchesAlarms: false, gates: [], hooks: [], logs: [] },
      stacks: ['shop'],
    });
    const ofStacks = /\bcloudformation:[A-Z][A-Za-z]+\b/g;
    const written = [...new Set(policy.match(ofStacks))].sort();
    expect(written).not.toEqual([]);
    expect([...new Set(read(file).match(ofStacks))].sort()).toEqual(written);
  });

  it('are the same for Terraform', () => {
    const all = [...generated('aliases', 'release'), ...generated('stage', 'release')];
    expect(actionsIn(read('infrastructure/terraform/roles/main.tf'))).toEqual(
      [...new Set(all)].sort(),
    );
  });

  it('are the same for aliases in CDK', () => {
    expect(actionsIn(read('infrastructure/cdk/roles-stack.ts'))).toEqual(
      generated('aliases', 'release'),
    );
  });
});
