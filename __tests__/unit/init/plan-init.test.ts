import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse, parseDocument } from 'yaml';
import { parseHcl } from '../../../src/hcl/hcl-parser.ts';
import { actionRefs, pinsActions } from '../../../src/init/action-refs.ts';
import { IGNORE_TAGS, ignoresTags } from '../../../src/init/ignored-tags.ts';
import { type InitFacts, planInit } from '../../../src/init/plan-init.ts';
import type { Release } from '../../../src/init/releases.ts';
import { subjectsOf } from '../../../src/init/repository-facts.ts';
import { writtenRegion } from '../../../src/init/written-region.ts';

const ORDERS = { input: 'orders', label: 'orders', name: 'orders' };
const RELEASE: Release = {
  mode: { kind: 'alias', alias: 'live' },
  functions: [ORDERS],
  stack: undefined,
  tool: 'sam',
};
const REPOSITORY = {
  ...{ owner: 'octo-org', name: 'shop', defaultBranch: 'main' },
  ids: { owner: '11', repository: '22' },
};
const FACTS: InitFacts = {
  ...{ releases: [RELEASE], repository: REPOSITORY, workflows: [], commit: undefined },
  ...{ region: 'eu-central-1', environment: 'production', account: undefined },
  ...{ hasLockFile: false, isRegionKnown: true, source: 'template.yaml', ignoresTags: false },
  keptConfigs: [],
};

const fileOf = (facts: InitFacts, path: string) =>
  planInit(facts).files.find((file) => file.path === path)?.text ?? '';

const TEMPLATE = 'canary/canary.template.yaml';

describe('the subjects of a repository', () => {
  it('have both spellings, if the numbers are known', () => {
    expect(subjectsOf(REPOSITORY, 'pull_request')).toEqual([
      'repo:octo-org/shop:pull_request',
      'repo:octo-org@11/shop@22:pull_request',
    ]);
    expect(subjectsOf({ ...REPOSITORY, ids: undefined }, 'pull_request')).toHaveLength(1);
  });

  it('escape a colon in the name of an environment', () => {
    const text = fileOf({ ...FACTS, environment: 'prod:eu' }, TEMPLATE);
    expect(text).toContain('"repo:octo-org/shop:environment:prod%3Aeu"');
  });
});

describe('the planned files', () => {
  it('are valid YAML, or Terraform, whatever the tool and the mode', () => {
    const stage: Release = {
      ...RELEASE,
      mode: { kind: 'stage', api: 'a1b2c3', stage: 'prod' },
      functions: [ORDERS, { input: 'Carts', label: 'Carts', name: undefined }],
      stack: 'shop',
    };
    for (const tool of ['sam', 'cdk', 'terraform', 'serverless', 'cloudformation'] as const) {
      for (const releases of [
        [{ ...RELEASE, tool }],
        [
          { ...RELEASE, tool },
          { ...stage, tool },
        ],
      ]) {
        for (const { path, text } of planInit({ ...FACTS, releases }).files) {
          if (path.endsWith('.tf')) parseHcl(path, text);
          else expect([path, parseDocument(text).errors]).toEqual([path, []]);
        }
      }
    }
  });

  it('have config files that the schema accepts', () => {
    const root = fileURLToPath(new URL('../../..', import.meta.url));
    const schema = JSON.parse(readFileSync(join(root, 'docs/config.schema.json'), 'utf8'));
    const accepts = new Ajv({ allowUnionTypes: true }).compile(schema);
    const stage: Release = { ...RELEASE, mode: { kind: 'stage', api: '123abc', stage: 'prod' } };
    for (const release of [RELEASE, stage, { ...stage, stack: 'shop' }]) {
      const text = fileOf({ ...FACTS, releases: [release] }, '.github/canary.yml');
      expect(text.split('\n')[0]).toContain(schema.$id);
      expect([accepts(parse(text)), accepts.errors]).toEqual([true, null]);
    }
  });

  it('let a plan read only', () => {
    const [, plan = '', release = ''] = fileOf(FACTS, TEMPLATE).split('PolicyName: canary');
    const actions = (text: string) =>
      [...text.matchAll(/- ((?:lambda|cloudwatch|apigateway|cloudformation):\w+)/g)].map(
        ([, action = '']) => action,
      );
    const writes = actions(plan).filter((action) => !/:(Get|List|Describe)/.test(action));
    expect(writes).toEqual([]);
    expect(actions(plan)).not.toContain('lambda:GetFunction');
    expect(actions(release)).toContain('lambda:UpdateAlias');
  });

  it('name the roles by their ARNs, if the account is known, else by variables', () => {
    const path = '.github/workflows/canary-plan.yml';
    expect(fileOf({ ...FACTS, account: '123456789012' }, path)).toContain(
      'role-to-assume: arn:aws:iam::123456789012:role/canary-plan-shop',
    );
    expect(fileOf(FACTS, path)).toContain('role-to-assume: ${{ vars.PLAN_ROLE }}');
    expect(planInit(FACTS).notes.join()).toContain('set PLAN_ROLE of the repository');
  });

  it('begin after the workflow that deploys', () => {
    const workflows = [
      {
        path: '.github/workflows/deploy.yml',
        text: 'name: Ship it\njobs: {a: {run: sam deploy}}\n',
      },
    ];
    const text = fileOf({ ...FACTS, workflows }, '.github/workflows/canary-release.yml');
    expect(text).toContain('workflows: ["Ship it"]');
    expect(planInit({ ...FACTS, workflows }).notes.join()).not.toContain('begins by hand');
  });

  it('have one config file for each way to release', () => {
    const other: Release = { ...RELEASE, mode: { kind: 'alias', alias: 'blue' } };
    const { files } = planInit({ ...FACTS, releases: [RELEASE, other] });
    expect(files.map(({ path }) => path).slice(0, 2)).toEqual([
      '.github/canary/1-live.yml',
      '.github/canary/2-blue.yml',
    ]);
  });

  it('are followed by three commands, and by the lock file where there is one', () => {
    expect(planInit(FACTS).commands).toHaveLength(3);
    expect(planInit({ ...FACTS, hasLockFile: true }).notes.join()).toContain('gh actions-lock');
  });
});

describe('what the notes say first', () => {
  const notes = (facts: Partial<InitFacts>) => planInit({ ...FACTS, ...facts }).notes;

  it('is what the placeholder in all names stands for', () => {
    expect(notes({})[0]).toContain(
      '"org" in "org/canary-action" stands for the owner of your copy',
    );
  });

  it('is what the release role cannot do, by the config file that is kept', () => {
    const plain = 'It needs more for smoke checks, probes, hooks, code';
    expect(notes({}).join()).toContain(plain);
    const text = 'functions: [orders]\nsmoke:\n  - path: /\nstep-hook: check\nbake-time: 5m\n';
    const kept = notes({ keptConfigs: ['', text] }).join();
    expect(kept).toContain('It needs more for smoke, step-hook, which your config file sets');
    expect(kept).toContain('docs/permissions.md#find-a-policy');
    expect(kept).not.toContain(plain);
  });
});

describe('the tags of an open release', () => {
  const terraform = { ...RELEASE, tool: 'terraform' as const };
  const notes = (facts: Partial<InitFacts>) => planInit({ ...FACTS, ...facts }).notes.join();

  it('must be ignored by Terraform, and by no other tool', () => {
    expect(notes({ releases: [terraform] })).toContain(`add ${IGNORE_TAGS}`);
    expect(notes({ releases: [terraform], ignoresTags: true })).not.toContain('ignore_tags');
    expect(notes({})).not.toContain('ignore_tags');
  });

  it.each([
    [true, `provider "aws" {\n  ${IGNORE_TAGS}\n}`],
    [true, 'ignore_tags {\n  key_prefixes = [\n    "team:",\n    "canary-action:",\n  ]\n}'],
    [false, 'ignore_tags { key_prefixes = ["team:"] }\ntags = { "canary-action:" = "x" }'],
    [false, 'provider "aws" {}'],
  ])('are %s to be ignored by %j', (is, text) => {
    expect(ignoresTags(['', text])).toBe(is);
  });
});

describe('pinned actions', () => {
  const sha = 'a'.repeat(40);
  const of = (...refs: readonly string[]) => [
    { path: 'x.yml', text: refs.map((ref) => `      - uses: ${ref}\n`).join('') },
  ];

  it.each([
    [[`a/b@${sha} # v1`], true],
    [[`a/b@${sha}`, './local', 'docker://x'], true],
    [[`a/b@${sha}`, 'c/d@v1'], false],
    [[], false],
  ])('%j', (refs, expected) => {
    expect(pinsActions(of(...refs))).toBe(expected);
  });

  it('are those of the repository, where it has them', () => {
    const refs = actionRefs(of(`actions/checkout@${sha} # v9`), undefined);
    expect(refs.checkout).toBe(`actions/checkout@${sha} # v9`);
    expect(refs.canary).toBe('org/canary-action@v1');
    expect(actionRefs([], sha).canary).toBe(`org/canary-action@${sha} # v1`);
  });
});

describe('the next commands', () => {
  const first = (facts: Partial<InitFacts>, release: Partial<Release>) =>
    planInit({ ...FACTS, ...facts, releases: [{ ...RELEASE, ...release }] }).commands[0];

  it.each([
    ['sam', 'template.yaml', 'sam build && sam deploy '],
    ['sam', 'api/template.yml', '(cd api && sam build && sam deploy) '],
    ['sam', 'my api/a.yaml', "(cd 'my api' && sam build --template-file a.yaml && sam deploy) "],
    ['cdk', 'infra/cdk.out/Shop.template.json', '(cd infra && npx cdk deploy --all) '],
    ['cdk', 'cdk.out/Shop.template.json', 'npx cdk deploy --all '],
    ['terraform', 'infra/main.tf', 'terraform -chdir=infra apply '],
    ['terraform', 'main.tf', 'terraform apply '],
    ['serverless', 'a/serverless.yml', '(cd a && npx serverless deploy) '],
    [
      'cloudformation',
      'a/b.yaml',
      'aws cloudformation deploy --region eu-central-1 --template-file a/b.yaml --stack-name STACK ',
    ],
  ] as const)('deploy what is written with %s in %s', (tool, source, command) => {
    expect(first({ source }, { tool })?.replace(/ {2,}#.*/, ' ')).toBe(command);
  });

  it('name the Region, and the notes say if it is a guess', () => {
    const [, roles = '', plan = ''] = planInit(FACTS).commands;
    expect([roles, plan]).toEqual([
      expect.stringContaining('--region eu-central-1'),
      expect.stringContaining('--region eu-central-1'),
    ]);
    const guessed = planInit({ ...FACTS, isRegionKnown: false });
    expect(guessed.notes.join()).toContain('the Region is not known');
  });

  it('are followed by the first release', () => {
    expect(planInit(FACTS).afterwards).toContain('run the workflow "Canary release"');
    const path = '.github/workflows/deploy.yml';
    const workflows = [{ path, text: 'name: Deploy\nrun: sam deploy\n' }];
    expect(planInit({ ...FACTS, workflows }).afterwards).toContain('let "Deploy" deploy new code');
  });
});

describe('the alarms', () => {
  it('are named after the stack, where the function has no name', () => {
    const function_ = { input: 'Api', label: 'Api', name: undefined };
    const release = { ...RELEASE, functions: [function_], stack: 'shop' };
    const text = fileOf({ ...FACTS, releases: [release] }, TEMPLATE);
    expect(text).toContain('AlarmName: shop-Api-canary-errors');
  });
});

describe('the Region in the files', () => {
  const none = { samconfig: [], terraform: [] };
  const line = (region: string) => `region = "${region}"\n`;
  const provider = (region: string) => `provider "aws" {\n  ${line(region)}}\n`;
  const backend = `terraform {\n  backend "s3" {\n    ${line('us-east-1')}  }\n}\n`;
  it.each([
    ['samconfig.toml', { ...none, samconfig: [line('eu-west-1')] }, 'eu-west-1'],
    ['Terraform', { ...none, terraform: [backend + provider('eu-west-1')] }, 'eu-west-1'],
    ['two', { ...none, terraform: [provider('eu-west-1'), provider('eu-west-2')] }, undefined],
    ['a variable', { ...none, terraform: ['provider "aws" { region = var.region }'] }, undefined],
    ['nothing', none, undefined],
  ])('is read from %s', (_, texts, region) => {
    expect(writtenRegion(texts)).toBe(region);
  });
});
