// Reads a file with outputs: of `cdk deploy --outputs-file`, or of `terraform output -json`.

import { parseJson } from '../base/foreign-text.ts';

export interface Output {
  readonly key: string;
  /** Of CDK: the stack; empty for Terraform. */
  readonly stack: string;
  /** Several for a list of texts. */
  readonly values: readonly string[];
  /** Marked as such in Terraform: it must not be shown. */
  readonly sensitive: boolean;
}

export interface OutputsRead {
  readonly outputs: readonly Output[];
  /** Texts to mask in the log. */
  readonly secrets: readonly string[];
}

/** @returns the outputs, or a description of what is wrong with the file */
export function parseOutputs(text: string): OutputsRead | string {
  const plain = text.replace(/^\uFEFF/, '').trim();
  if (plain === '') return 'it is empty; expected outputs as JSON';
  const document = parseJson(plain);
  if (document === undefined) {
    if (NOISE.test(plain)) {
      return 'it has more than JSON in it: the wrapper of hashicorp/setup-terraform added its own lines; expected terraform_wrapper: false in that step';
    }
    return plain.includes('\u0000')
      ? 'it is not UTF-8 (PowerShell before version 7 writes UTF-16); expected outputs as JSON in UTF-8'
      : 'it is not JSON; expected what "cdk deploy --outputs-file" or "terraform output -json" writes';
  }
  const members = membersOf(document);
  if (!members) return 'it is not a JSON object; expected outputs by name';
  const entries = Object.entries(members);
  if (entries.length === 0) return 'it has no outputs';
  if (entries.every(([, value]) => isTerraform(value))) return fromTerraform(entries);
  return fromCdk(entries);
}

/**
 * hashicorp/setup-terraform wraps the program: its standard output begins with the command line, and ends with
 * workflow commands (hashicorp/setup-terraform#20).
 */
const NOISE = /^\[command\]|^::(?:debug|set-output)|terraform-bin/m;

type Members = Readonly<Record<string, unknown>>;

function membersOf(value: unknown): Members | undefined {
  const is = typeof value === 'object' && value !== null && !Array.isArray(value);
  return is ? (value as Members) : undefined;
}

/** `{"value": …, "type": …, "sensitive": …}`. */
function isTerraform(value: unknown): boolean {
  const members = membersOf(value);
  return members !== undefined && 'value' in members && 'sensitive' in members;
}

function fromTerraform(entries: readonly (readonly [string, unknown])[]): OutputsRead {
  const outputs: Output[] = [];
  const secrets: string[] = [];
  for (const [key, entry] of entries) {
    const { value, sensitive } = membersOf(entry) ?? {};
    const isSensitive = sensitive !== false;
    if (isSensitive) secrets.push(...textsIn(value).filter(isWorthAMask));
    outputs.push(...flattened(key, value, isSensitive));
  }
  return { outputs, secrets: [...new Set(secrets)] };
}

/** An object gives an output for each of its members: `functions.orders`. */
function flattened(key: string, value: unknown, sensitive: boolean): readonly Output[] {
  const members = membersOf(value);
  if (members) {
    return Object.entries(members).flatMap(([name, inner]) =>
      flattened(`${key}.${name}`, inner, sensitive),
    );
  }
  const all = Array.isArray(value) ? value : [value];
  const values = all.filter((each) => typeof each === 'string' || typeof each === 'number');
  if (values.length !== all.length) return [];
  return [{ key, stack: '', values: values.map(String), sensitive }];
}

function fromCdk(entries: readonly (readonly [string, unknown])[]): OutputsRead | string {
  const outputs: Output[] = [];
  for (const [stack, entry] of entries) {
    const members = membersOf(entry);
    if (!members || Object.values(members).some((value) => typeof value !== 'string')) {
      return 'its form is not known; expected outputs by stack, as "cdk deploy --outputs-file" writes them, or by name with value and sensitive, as "terraform output -json" does';
    }
    for (const [key, value] of Object.entries(members)) {
      outputs.push({ key, stack, values: [String(value)], sensitive: false });
    }
  }
  return { outputs, secrets: [] };
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** To mask a few letters, or each line of a text, would take half of the log with it. */
function isWorthAMask(text: string): boolean {
  return text.length >= 5 && !/[\r\n]/.test(text);
}
