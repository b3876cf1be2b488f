// Which functions are released together, by the mode that fits them.

import { quote } from '../base/quote.ts';
import type { Diagnosis } from '../doctor/diagnose.ts';
import type { FunctionFact, Tool } from '../doctor/facts.ts';

export interface ReleasedFunction {
  /** What the config file calls it: its name, or with a stack its logical ID. */
  readonly input: string;
  /** For the names of alarms, and in sentences. */
  readonly label: string;
  /** In AWS; `undefined`: the stack knows it. */
  readonly name: string | undefined;
}

export interface Release {
  readonly mode:
    | { readonly kind: 'alias'; readonly alias: string }
    | { readonly kind: 'stage'; readonly api: string; readonly stage: string };
  readonly functions: readonly ReleasedFunction[];
  /** Whose logical IDs are used. */
  readonly stack: string | undefined;
  readonly tool: Tool | undefined;
}

export interface Releases {
  readonly releases: readonly Release[];
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

/** @param stackOf the stack of a function, as far as files and flags tell it */
export function releasesOf(
  diagnoses: readonly Diagnosis[],
  stackOf: (diagnosis: Diagnosis) => string | undefined,
): Releases {
  const problems = [...repeated(diagnoses)];
  const notes: string[] = [];
  const groups = new Map<string, Release>();
  for (const diagnosis of diagnoses) {
    if (diagnosis.mode.kind === 'none') {
      notes.push(`${diagnosis.fact.label} is left out: it is not known what calls it`);
      continue;
    }
    const found = releaseOf(diagnosis, stackOf);
    problems.push(...found.problems);
    if (!found.release) continue;
    const { release } = found;
    const key = JSON.stringify([release.mode, release.stack]);
    const before = groups.get(key)?.functions ?? [];
    groups.set(key, { ...release, functions: [...before, ...release.functions] });
  }
  return { releases: [...groups.values()], problems, notes };
}

/** The release of one function alone. */
function releaseOf(
  diagnosis: Diagnosis,
  stackOf: (diagnosis: Diagnosis) => string | undefined,
): { readonly release?: Release; readonly problems: readonly string[] } {
  const { mode, fact } = diagnosis;
  if (mode.kind === 'none') return { problems: [] };
  // A name that is written in the files stays; one that CloudFormation makes may change.
  const stack = fact.name === undefined || fact.stack ? stackOf(diagnosis) : undefined;
  const input = stack === undefined ? fact.name : logicalIdOf(fact);
  const problems = input === undefined ? [whyUnnamed(diagnosis)] : [];
  if (mode.kind === 'stage' && /^(aws_|module\.)/.test(mode.api)) {
    problems.push(
      `the ID of ${mode.api} is known only after it was applied; apply it, and give a Region and credentials`,
    );
  }
  if (input === undefined || problems.length > 0) return { problems };
  const functions = [{ input, label: plainLabel(fact.label), name: fact.name }];
  const released = mode.kind === 'stage' ? { ...mode, stage: mode.stage ?? 'prod' } : mode;
  return { release: { mode: released, functions, stack, tool: fact.tool }, problems };
}

/** As CloudFormation knows it; the Serverless Framework shows other names to people. */
function logicalIdOf({ id, stack, label }: FunctionFact): string {
  if (stack) return stack.logicalId;
  return id.includes('#') ? id.slice(id.indexOf('#') + 1) : label;
}

function whyUnnamed({ fact }: Diagnosis): string {
  return fact.tool === 'terraform'
    ? `the name of ${fact.label} is not in the files; give a Region and credentials, or --terraform-json`
    : `${quote(fact.label)} gets its name from CloudFormation; give --stack, the name of its stack`;
}

/** The same name or logical ID in two files cannot be told apart. */
function repeated(diagnoses: readonly Diagnosis[]): readonly string[] {
  const places = new Map<string, string[]>();
  for (const { fact } of diagnoses) {
    const label = fact.name ?? fact.label;
    places.set(label, [...(places.get(label) ?? []), fact.where]);
  }
  return [...places]
    .filter(([, where]) => where.length > 1)
    .map(
      ([label, where]) =>
        `${quote(label)} is defined ${where.length} times (${where.join('; ')}); name the folder of one in --folder`,
    );
}

/** `aws_lambda_function.fn["cart"]` → `fn-cart`; `CheckoutB7CD3E82` of CDK stays, for it is a logical ID. */
function plainLabel(label: string): string {
  return label
    .replace(/^.*aws_lambda_function\./, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-|-$/g, '');
}
