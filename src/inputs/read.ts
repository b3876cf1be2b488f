// INPUT_* and the config file → Inputs. All problems are collected and reported together.

import type { Advance } from '../rollout/plan.ts';
import { plannedApprovals } from './approval-fields.ts';
import { readConfigFile } from './config-file.ts';
import { checkTogether, smokeProblems } from './contradictions.ts';
import { beginsRelease, type IdleInput, idleInputs } from './effect.ts';
import { EFFECTS } from './effects.ts';
import { ACTION, type InputHost, regionProblems } from './input-host.ts';
import { convertedInputs, type Env, inputText, misspelledInputs } from './input-texts.ts';
import type { Inputs, RoleInput } from './inputs.ts';
import { type Names, type Renamed, withPhysicalNames } from './look-up.ts';
import { membersOf } from './members.ts';
import { parseMetrics } from './metric-fields.ts';
import { perFunction } from './per-function.ts';
import { readGates } from './read-gates.ts';
import { readTemplate } from './read-template.ts';
import { WrongInputs } from './refused-inputs.ts';
import { COMMON, configNames, type InputSchema, schemaOf, type Values } from './schema.ts';
import { readSmoke } from './smoke-fields.ts';
import type { GivenInputs, NamedTarget, TargetInputKind } from './target-inputs.ts';
import type { FunctionInput, HookInputs } from './values.ts';

/**
 * Reads all inputs. Throws one `WrongInputs` with all problems.
 *
 * @param kinds of target that the inputs may name
 */
export async function readInputs(
  env: Env,
  kinds: readonly TargetInputKind[],
  host: InputHost = ACTION,
): Promise<Inputs> {
  const schema = schemaOf(kinds);
  const region = env.AWS_REGION || env.AWS_DEFAULT_REGION || '';
  const problems = [
    ...misspelledInputs(env, schema),
    ...convertedInputs(env, schema),
    ...regionProblems(region, host),
  ];
  const allowed = configNames(schema);
  const workspace = env.GITHUB_WORKSPACE || '.';
  const path = inputText(env, 'config');
  const config =
    path === '' ? { values: {}, problems: [] } : await readConfigFile(path, workspace, allowed);
  problems.push(...config.problems);
  const given = (name: string) => inputText(env, name) || config.values[name] || '';
  const described = await readTemplate(given, { workspace, region }, problems);
  const written = (name: string) => given(name) || described.values[name] || '';
  const source = (name: string) =>
    given(name) === '' && described.values[name] ? `${described.source}, ` : '';
  const names = await readNames(schema, { written, source, workspace, region }, host, problems);
  const renamed = names && withPhysicalNames(schema, written, names, problems);
  // What cannot be parsed because of a name that is not clear would only repeat that.
  if (renamed && problems.length > 0) throw new WrongInputs(problems);
  const { textOf, byFunction }: Omit<Renamed, 'notes'> = renamed ?? asWritten(written);
  const orDefault = (name: string) => textOf(name) || host.defaults[name] || '';
  const values = parseAll(schema, region, orDefault, source, problems);
  const functions = withRequests(values, workspace, problems);
  const sources = { env, workspace, command: values.command };
  const smoke = await readSmoke(values.smoke, sources, problems);
  const facts = {
    ...{ textOf, values, functions, workspace, smoke: smoke.suite },
    current: byFunction(described.current),
    isFileWrong: described.isWrong,
  };
  const kind = kindNamed(kinds, facts);
  const named = kind && readTarget(kind, kinds, facts, problems);
  smoke.problems.push(...smokeProblems(smoke.suite, kind, named));
  checkTogether(values, kind, problems);
  const effects = { ...EFFECTS, ...kind?.effects };
  const idle = idleInputs(effects, schema.inputs, values, (name) => textOf(name) !== '');
  const unused = checkIdle(idle, env, problems);
  const metrics = await parseMetrics(
    values.metrics ?? '',
    functions.map((f) => f.name),
    problems,
  );
  const gates = await readGates(values, { workspace, region }, problems);
  if (problems.length > 0 || !named) throw new WrongInputs(problems);
  const all = values as Values;
  return {
    ...membersOf(COMMON, all),
    region,
    ...named,
    advance: readAdvance(all),
    metrics,
    hooks: readHooks(all),
    approvals: plannedApprovals(all),
    ...{ smoke: smoke.suite, smokeProblems: smoke.later },
    gates,
    role: readRole(all),
    asked: readAsked(all, named.functions, (name) => textOf(name) !== ''),
    stacks: names?.stacks ?? [],
    understood: [...described.notes, ...(names?.notes ?? []), ...(renamed?.notes ?? []), ...unused],
  };
}

function asWritten(textOf: (name: string) => string): Omit<Renamed, 'notes'> {
  return { textOf, byFunction: (values) => values };
}

/** Looks names up, after everything that has none was found right: nothing wrong is sent to AWS. */
async function readNames(
  schema: InputSchema,
  {
    written,
    source,
    workspace,
    region,
  }: {
    readonly written: (name: string) => string;
    readonly source: (name: string) => string;
    readonly workspace: string;
    readonly region: string;
  },
  { lookUp }: InputHost,
  problems: string[],
): Promise<Names | undefined> {
  const [stack, outputsFile] = [written('stack'), written('outputs-file')];
  if (stack === '' && outputsFile === '') return undefined;
  const unnamed = Object.entries(schema.inputs).filter(([, { names }]) => !names);
  const inputs = { ...schema, inputs: Object.fromEntries(unnamed) };
  const values = parseAll(inputs, region, written, source, problems);
  if (!lookUp) problems.push('stack, outputs-file: names cannot be looked up here');
  if (!lookUp || problems.length > 0) throw new WrongInputs(problems);
  const role = readRole(values as Values);
  const names = await lookUp({
    ...{ stack, outputsFile, workspace, region, role },
    begins: beginsRelease(values),
  });
  if (names.problems.length > 0) throw new WrongInputs(names.problems);
  return names;
}

function readAsked(
  values: Values,
  functions: readonly FunctionInput[],
  named: (name: string) => boolean,
): Inputs['asked'] {
  return {
    steps: named('steps') && values.steps !== 'auto' ? values.steps : undefined,
    advance: named('advance') ? values.advance : undefined,
    bakeSeconds: named('bake-time') ? values['bake-time'] : undefined,
    holdBack: values['hold-back'],
    approvals: named('approve-at') ? plannedApprovals(values) : undefined,
    functions,
  };
}

/** The kind that the inputs name: the last if they name several, the first if they name none. */
function kindNamed(
  kinds: readonly TargetInputKind[],
  given: Omit<GivenInputs, 'others'>,
): TargetInputKind | undefined {
  return kinds.findLast((kind) => kind.isNamed(given)) ?? kinds[0];
}

function readTarget(
  named: TargetInputKind,
  kinds: readonly TargetInputKind[],
  given: Omit<GivenInputs, 'others'>,
  problems: string[],
): NamedTarget | undefined {
  const others = kinds
    .filter((kind) => kind !== named)
    .flatMap(({ inputs, words }) =>
      inputs.flatMap((group) => Object.keys(group.inputs).map((name) => ({ name, of: words }))),
    );
  return named.read(
    { ...given, others: others.filter(({ name }) => given.textOf(name) !== '') },
    problems,
  );
}

/**
 * Several workflows share a config file, so what one of them does not use is no mistake, but is said.
 *
 * @returns what is said of the config file
 */
function checkIdle(idle: readonly IdleInput[], env: Env, problems: string[]): readonly string[] {
  const isSet = ({ name }: IdleInput) => inputText(env, name) !== '';
  problems.push(...idle.filter(isSet).map(({ words }) => words));
  return idle.filter((each) => !isSet(each)).map(({ words }) => `config: ${words}`);
}

function readRole(values: Values): RoleInput | undefined {
  const arn = values['role-to-assume'];
  return arn === undefined ? undefined : { arn, seconds: values['role-duration-seconds'] };
}

function readHooks(values: Values): HookInputs {
  const calls = {
    'pre-traffic': values['pre-traffic-hook'],
    step: values['step-hook'],
    'post-traffic': values['post-traffic-hook'],
  };
  return { calls, timeoutSeconds: values['hook-timeout'], secret: values['hook-secret'] };
}

const LONGEST_EVIDENCE_SECONDS = 1800;

function readAdvance(values: Values): Advance {
  const maxSeconds = values['max-step-time'];
  if (values.advance === 'time') return { kind: 'time', maxSeconds };
  const minSeconds = values['min-step-time'];
  return { kind: 'evidence', minSeconds, maxSeconds: maxSeconds ?? LONGEST_EVIDENCE_SECONDS };
}

function parseAll(
  { inputs }: InputSchema,
  region: string,
  textOf: (name: string) => string,
  /** A prefix for the name of an input whose text comes from a file. */
  source: (name: string) => string,
  problems: string[],
): Partial<Values> {
  const values: Record<string, unknown> = {};
  for (const [name, { default: fallback, type }] of Object.entries(inputs)) {
    const parsed = type.parse(textOf(name) || fallback, region);
    if (parsed.ok) values[name] = parsed.value;
    else problems.push(...parsed.problems.map((problem) => `${source(name)}${name}: ${problem}`));
  }
  return values;
}

/** Adds the requested version and code to each function. */
function withRequests(
  values: Partial<Values>,
  workspace: string,
  problems: string[],
): FunctionInput[] {
  const { functions, version, 'code-sha256': hashes, code, 'code-bucket': bucket = '' } = values;
  // Problems of the list itself are already reported.
  if (!functions) return [];
  const versionOf = perFunction('version', version, functions, problems);
  const hashOf = perFunction('code-sha256', hashes, functions, problems);
  const sourceOf = perFunction('code', code, functions, problems, ({ text }) => text);
  return functions.map((each) => {
    const [codeSha256, source] = [hashOf(each.name), sourceOf(each.name)];
    const requested = versionOf(each.name);
    if (source && requested !== undefined) {
      problems.push(
        `code, version: "${each.name}" has code to upload and the published version ${requested}; expected one of them`,
      );
    }
    return {
      ...each,
      version: requested,
      ...(codeSha256 !== undefined && { codeSha256 }),
      ...(source && { code: { source, workspace, bucket } }),
    };
  });
}
