// Plays a workflow as GitHub would: jobs in the order of their needs, conditions and expressions by
// GitHub's own evaluator, this action's steps by the shipped bundle. Other people's actions are not run: of
// aws-actions/configure-aws-credentials the region is taken, and of actions/create-github-app-token the token that the test
// names. Scripts are left to the test.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';
import { parse } from 'yaml';
import type { ActionResult } from './runner.ts';

type Values = Readonly<Record<string, unknown>>;

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: Readonly<Record<string, Trigger | null>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Trigger {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown }>>;
}

interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly environment?: string;
  readonly strategy?: {
    readonly matrix: Readonly<Record<string, readonly unknown[]>>;
    readonly 'fail-fast'?: boolean;
  };
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
}

export type JobResult = 'success' | 'failure' | 'skipped';

export interface Played {
  readonly results: Readonly<Record<string, JobResult>>;
  /** Of this action's steps, in order, as `start held`: the job, and the outcome. */
  readonly steps: readonly string[];
}

export interface Stage {
  /** The event's name and payload, repository and actor. */
  readonly github: Values;
  readonly vars?: Values;
  readonly secrets?: Values;
  /** The token of a GitHub App, for who has its key and asks for these permissions. */
  readonly appToken?: (inputs: Readonly<Record<string, string>>) => string;
  /** Whether people agree to a job of this environment, after whatever happens meanwhile. */
  readonly approve?: (environment: string) => Promise<boolean>;
  /** Runs a script, with the variables that its step sets. */
  readonly shell?: (script: string, env: Readonly<Record<string, string>>) => Promise<void>;
  /** Runs this action. */
  readonly action: (
    inputs: Readonly<Record<string, string>>,
    where: { readonly region: string; readonly job: string; readonly role: string },
  ) => Promise<ActionResult>;
}

interface Context {
  readonly github: Values;
  readonly vars: Values;
  readonly secrets: Values;
  readonly inputs: Values;
  readonly needs: Values;
  readonly steps: Values;
  readonly matrix: Values;
}

/**
 * @param path from the project's root, or absolute
 * @param given the inputs of the event; what is left out takes its default
 */
export async function playWorkflow(
  path: string,
  stage: Stage,
  given: Values = {},
): Promise<Played> {
  const { on, jobs } = read(path);
  const inputs = { ...defaultsOf(on), ...given };
  const done = new Map<string, { readonly result: JobResult; readonly outputs: Values }>();
  const steps: string[] = [];
  for (const [name, job] of Object.entries(jobs)) {
    const needs = [job.needs ?? []].flat();
    if (needs.some((need) => !done.has(need)))
      throw new Error(`${path}: ${name} stands before its needs`);
    const context: Context = {
      github: stage.github,
      vars: stage.vars ?? {},
      secrets: stage.secrets ?? {},
      inputs,
      needs: Object.fromEntries(needs.map((need) => [need, done.get(need) ?? {}])),
      steps: {},
      matrix: {},
    };
    const failed = needs.some((need) => done.get(need)?.result !== 'success');
    for (const matrix of legsOf(job)) {
      const played = await playJob(name, job, { ...context, matrix }, failed, stage, steps);
      // As for `needs`: the job is as its worst leg.
      if (done.get(name)?.result !== 'failure') done.set(name, played);
      if (played.result === 'failure' && job.strategy?.['fail-fast'] !== false) break;
    }
  }
  const results = Object.fromEntries([...done].map(([name, { result }]) => [name, result]));
  return { results, steps };
}

/** One after the other, as `max-parallel: 1` has them. */
function legsOf({ strategy }: Job): readonly Values[] {
  const axes = Object.entries(strategy?.matrix ?? {});
  return axes.reduce<readonly Values[]>(
    (legs, [name, values]) =>
      legs.flatMap((leg) => values.map((value) => ({ ...leg, [name]: value }))),
    [{}],
  );
}

async function playJob(
  name: string,
  job: Job,
  context: Context,
  failed: boolean,
  stage: Stage,
  said: string[],
): Promise<{ result: JobResult; outputs: Values }> {
  if (!holds(job.if, context, failed)) return { result: 'skipped', outputs: {} };
  if (job.environment && stage.approve && !(await stage.approve(job.environment))) {
    return { result: 'failure', outputs: {} };
  }
  if (job.uses) return playCalled(job, context, stage, said);
  const steps: Record<string, unknown> = {};
  const within = { ...context, steps };
  const where = { job: name, region: '', role: '' };
  let broken = false;
  for (const step of job.steps ?? []) {
    if (!holds(step.if, within, broken)) continue;
    const { exitCode, outputs } = await playStep(step, within, where, stage);
    if (step.id) steps[step.id] = { outputs };
    if (exitCode === undefined) continue;
    said.push(`${name} ${outputs.outcome}`);
    broken ||= exitCode !== 0;
  }
  const outputs = filled(job.outputs ?? {}, within);
  return { result: broken ? 'failure' : 'success', outputs };
}

interface StepResult extends Pick<ActionResult, 'outputs'> {
  /** Absent: a step that is not this action's. */
  readonly exitCode?: number | null;
}

async function playStep(
  step: Step,
  context: Context,
  where: { readonly job: string; region: string; role: string },
  { action, shell, appToken }: Stage,
): Promise<StepResult> {
  if (step.run) await shell?.(step.run, filled(step.env ?? {}, context));
  const { uses = '' } = step;
  const inputs = filled(step.with ?? {}, context);
  if (uses.startsWith('aws-actions/configure-aws-credentials@')) {
    where.region = inputs['aws-region'] ?? '';
    where.role = inputs['role-to-assume'] ?? '';
  }
  if (uses.startsWith('actions/create-github-app-token@')) {
    return { outputs: { token: appToken?.(inputs) ?? '' } };
  }
  return uses.startsWith('org/canary-action@') ? action(inputs, where) : { outputs: {} };
}

/** A workflow of this project that another one calls. */
async function playCalled(job: Job, context: Context, stage: Stage, said: string[]) {
  const path = /^org\/canary-action\/(\.github\/workflows\/[\w-]+\.yml)@/.exec(job.uses ?? '')?.[1];
  if (!path) throw new Error(`not a workflow of this project: ${job.uses}`);
  const played = await playWorkflow(path, stage, filled(job.with ?? {}, context));
  said.push(...played.steps);
  const failed = Object.values(played.results).includes('failure');
  return { result: failed ? ('failure' as const) : ('success' as const), outputs: {} };
}

function read(path: string): Workflow {
  return parse(
    readFileSync(resolve(fileURLToPath(new URL('../..', import.meta.url)), path), 'utf8'),
  ) as Workflow;
}

function defaultsOf(on: Workflow['on']): Values {
  const declared = ['workflow_dispatch', 'workflow_call'].flatMap((event) =>
    Object.entries(on[event]?.inputs ?? {}),
  );
  return Object.fromEntries(declared.map(([name, input]) => [name, input.default ?? null]));
}

/** A condition without a function of the status means: only if all before it went well. */
function holds(condition: string | undefined, context: Context, failed: boolean): boolean {
  if (condition === undefined) return !failed;
  const text = condition.replace(/^\$\{\{([\s\S]*)\}\}$/, '$1');
  const asksStatus = /\b(always|failure|success|cancelled)\(\)/.test(text);
  if (!asksStatus && failed) return false;
  const value = evaluate(text, context, failed);
  return value.coerceString() !== '' && !['false', '0', 'null'].includes(value.coerceString());
}

function filled(
  texts: Readonly<Record<string, unknown>>,
  context: Context,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      String(text).replace(/\$\{\{([\s\S]*?)\}\}/g, (_, expression: string) =>
        evaluate(expression, context, false).coerceString(),
      ),
    ]),
  );
}

function evaluate(expression: string, context: Context, failed: boolean): data.ExpressionData {
  const status = (name: string, value: boolean): FunctionDefinition => ({
    ...{ name, minArgs: 0, maxArgs: 0 },
    call: () => new data.BooleanData(value),
  });
  const functions = [
    status('always', true),
    status('success', !failed),
    status('failure', failed),
    status('cancelled', false),
  ];
  const { tokens } = new Lexer(expression.trim()).lex();
  const parsed = new Parser(tokens, Object.keys(context), functions).parse();
  const values = JSON.parse(JSON.stringify(context), data.reviver) as data.Dictionary;
  const named = new Map(functions.map((definition) => [definition.name, definition]));
  return new Evaluator(parsed, values, named).evaluate();
}
