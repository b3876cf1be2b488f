// The commands of examples/infrastructure/roles create a role that trusts the jobs of every workflow to copy, and of the
// README and the set-up: otherwise AWS refuses the first release.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse, type ScalarTag } from 'yaml';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const ROLES = 'examples/infrastructure/roles';
const PAGE = read(`${ROLES}/README.md`);

interface Workflow {
  readonly on: Readonly<Record<string, { readonly branches?: readonly string[] } | null>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly if?: string;
  readonly environment?: string;
}

const EXAMPLES = readdirSync(join(ROOT, 'examples'))
  .filter((name) => name.endsWith('.yml'))
  .map((name) => [name, read(`examples/${name}`)] as const);

/** The complete workflows of a page. */
const workflowsIn = (page: string) =>
  [...read(page).matchAll(/```ya?ml\n([\s\S]*?)```/g)]
    .map(([, text = '']) => [page, text] as const)
    .filter(([, text]) => /^jobs:/m.test(text));

const WORKFLOWS = [...EXAMPLES, ...['README.md', 'docs/set-up.md'].flatMap(workflowsIn)].flatMap(
  ([name, text]): (readonly [string, Workflow])[] => {
    const workflow = parse(text) as Workflow;
    return workflow.jobs && text.includes('RELEASE_ROLE') ? [[name, workflow]] : [];
  },
);

/** Events whose jobs have the default branch in their subject; `workflow_dispatch` by default. */
const OF_DEFAULT_BRANCH = ['schedule', 'issue_comment', 'workflow_run', 'workflow_dispatch'];
const REPOSITORY = 'repo:octo-org/orders';

/** What GitHub names the jobs that release: by their environment, otherwise by the branch of the event. */
function subjectsOf({ on, jobs }: Workflow): readonly string[] {
  const events = Object.entries(on).filter(([event]) => event !== 'pull_request');
  const branches = events.flatMap(([event, given]) => {
    if (OF_DEFAULT_BRANCH.includes(event)) return ['main'];
    return given?.branches ?? [`unknown, on ${event}`];
  });
  return Object.values(jobs)
    .filter((job) => JSON.stringify(job).includes('RELEASE_ROLE'))
    .flatMap(({ environment }) =>
      environment === undefined
        ? branches.map((branch) => `${REPOSITORY}:ref:refs/heads/${branch}`)
        : [`${REPOSITORY}:environment:${environment}`],
    );
}

const functionTag = (name: string): ScalarTag => ({
  tag: `!${name}`,
  resolve: (value) => ({ [name]: value }),
});
const TAGS = [
  ...['Ref', 'Sub', 'GetAtt', 'Condition'].map(functionTag),
  ...['If', 'Sub', 'And', 'Not', 'Equals', 'Select', 'Split', 'Join'].map((name) => ({
    ...{ tag: `!${name}`, collection: 'seq' as const },
    resolve: (value: { toJSON(): unknown }) => ({ [name]: value.toJSON() }),
  })),
];

type Call = Readonly<Record<string, unknown>>;

/** The part of CloudFormation that the trust policy needs. */
class Stack {
  private readonly conditions: Readonly<Record<string, unknown>>;
  private readonly parameters: Readonly<Record<string, string>>;

  constructor(
    conditions: Readonly<Record<string, unknown>>,
    parameters: Readonly<Record<string, string>>,
  ) {
    this.conditions = conditions;
    this.parameters = parameters;
  }

  value(given: unknown): unknown {
    if (Array.isArray(given)) {
      return given.map((each) => this.value(each)).filter((each) => each !== undefined);
    }
    if (typeof given !== 'object' || given === null) return given;
    const [[name, body] = ['', undefined]] = Object.entries(given as Call);
    switch (name) {
      case 'Ref':
        return this.parameters[body as string];
      case 'Sub':
        return this.substitute(body as string | [string, Call]);
      case 'If': {
        const [condition, then, otherwise] = body as [string, unknown, unknown];
        return this.value(this.isTrue(this.conditions[condition]) ? then : otherwise);
      }
      case 'Select': {
        const [index, list] = body as [number, unknown];
        return (this.value(list) as string[])[index];
      }
      case 'Split': {
        const [by, text] = body as [string, unknown];
        return (this.value(text) as string).split(by);
      }
      default:
        throw new Error(`unexpected ${name}`);
    }
  }

  private substitute(body: string | [string, Call]): string {
    const [text, own] = typeof body === 'string' ? [body, {} as Call] : body;
    return text.replace(/\$\{(\w+)\}/g, (_, name: string) =>
      name in own ? (this.value(own[name]) as string) : (this.parameters[name] ?? name),
    );
  }

  private isTrue(condition: unknown): boolean {
    const [[name, body] = ['', undefined]] = Object.entries(condition as Call);
    const parts = body as unknown[];
    if (name === 'Not') return !this.isTrue(parts[0]);
    if (name === 'And') return parts.every((each) => this.isTrue(each));
    if (name === 'Equals') return this.value(parts[0]) === this.value(parts[1]);
    throw new Error(`unexpected ${name}`);
  }
}

/** The subjects that the role of the pasted command trusts. */
function trustedByTemplate(): readonly string[] {
  const template = parse(read(`${ROLES}/roles.template.yaml`), { customTags: TAGS as never });
  const [, given = ''] = /--parameter-overrides ([\s\S]*?[^\\])\n/.exec(PAGE) ?? [];
  const defaults = Object.entries(template.Parameters as Record<string, { Default?: string }>).map(
    ([name, { Default }]) => [name, Default],
  );
  const pasted = [...given.matchAll(/(\w+)=(\S*)/g)].map(([, name, value]) => [name, value]);
  const stack = new Stack(template.Conditions, Object.fromEntries([...defaults, ...pasted]));
  const [{ Condition }] =
    template.Resources.ReleaseRole.Properties.AssumeRolePolicyDocument.Statement;
  return stack.value(
    Condition.StringLike['token.actions.githubusercontent.com:sub'],
  ) as readonly string[];
}

/** The same for Terraform; check-terraform.ts applies the file. */
function trustedByTerraform(): readonly string[] {
  const file = read('examples/infrastructure/terraform/roles/main.tf');
  const [, command = ''] = /terraform apply ([\s\S]*?[^\\])\n/.exec(PAGE) ?? [];
  const variable = (name: string) =>
    new RegExp(`-var ${name}=(\\S*)`).exec(command)?.[1] ??
    new RegExp(`variable "${name}" \\{[^}]*default\\s*= "([^"]*)"`).exec(file)?.[1] ??
    '';
  const of = (prefix: string, name: string) =>
    variable(name) === '' ? [] : [`repo:${variable('repository')}:${prefix}${variable(name)}`];
  return [...of('ref:refs/heads/', 'branch'), ...of('environment:', 'environment')];
}

describe('the commands that create the roles', () => {
  it('are compared with workflows of every kind', () => {
    const found = new Set(WORKFLOWS.flatMap(([, workflow]) => subjectsOf(workflow)));
    expect([...found].sort()).toEqual([
      `${REPOSITORY}:environment:production`,
      `${REPOSITORY}:ref:refs/heads/main`,
    ]);
    expect(WORKFLOWS.map(([name]) => name)).toEqual(
      expect.arrayContaining(['README.md', 'docs/set-up.md', 'release-on-push.yml']),
    );
  });

  it('trust no more than those and the second spelling', () => {
    expect([...trustedByTemplate()].sort()).toEqual([
      'repo:octo-org/orders:environment:production',
      'repo:octo-org/orders:ref:refs/heads/main',
      'repo:octo-org@123456/orders@456789:environment:production',
      'repo:octo-org@123456/orders@456789:ref:refs/heads/main',
    ]);
  });

  it.each(WORKFLOWS)('let the jobs of %s assume the role', (_, workflow) => {
    const subjects = subjectsOf(workflow);
    expect(subjects).not.toEqual([]);
    expect(trustedByTemplate()).toEqual(expect.arrayContaining([...subjects]));
    expect(trustedByTerraform()).toEqual(expect.arrayContaining([...subjects]));
  });

  it('give the variables to all jobs, and not to those of one environment alone', () => {
    const commands = PAGE.match(/^gh variable set .*$/gm) ?? [];
    expect(commands).toHaveLength(2);
    for (const command of commands) expect(command).not.toContain('--env');
  });
});
