// action.yml as the runner reads it: which inputs exist, what they default to, what to start.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface ActionMetadata {
  /** Every declared input with its default; empty where it has none. */
  readonly inputs: ReadonlyMap<string, string>;
  readonly outputs: readonly string[];
  /** Paths relative to the action's folder. */
  readonly main: string;
  readonly post: string | undefined;
}

interface Raw {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown } | null>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly runs: { readonly main: string; readonly post?: string };
}

/** By its text, as each step reads it. */
const parsed = new Map<string, Raw>();

function parseOnce(text: string): Raw {
  const raw = parsed.get(text) ?? (parse(text) as Raw);
  parsed.set(text, raw);
  return raw;
}

/** @throws when the folder has no readable `action.yml` */
export function readActionMetadata(folder: string): ActionMetadata {
  const raw = parseOnce(readFileSync(join(folder, 'action.yml'), 'utf8'));
  const inputs = Object.entries(raw.inputs ?? {});
  return {
    inputs: new Map(inputs.map(([name, input]) => [name, String(input?.default ?? '')])),
    outputs: Object.keys(raw.outputs ?? {}),
    main: raw.runs.main,
    post: raw.runs.post,
  };
}
