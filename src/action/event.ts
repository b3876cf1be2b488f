// The event that started the workflow, from the runner's file.

import { readFileSync } from 'node:fs';
import { parseJson } from '../base/foreign-text.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The parts of an event that a report uses. All of it is external text. */
export interface EventPayload {
  readonly pull_request?: {
    readonly number?: unknown;
    readonly title?: unknown;
    readonly state?: unknown;
    readonly merged?: unknown;
    readonly merge_commit_sha?: unknown;
    readonly head?: {
      readonly sha?: unknown;
      readonly repo?: { readonly full_name?: unknown } | null;
    };
  };
  /** For a comment: its issue or pull request. */
  readonly issue?: { readonly number?: unknown; readonly pull_request?: unknown };
  readonly action?: unknown;
  /** For the event `workflow_run`: the run that it follows. */
  readonly workflow_run?: {
    readonly event?: unknown;
    readonly head_branch?: unknown;
    /** The commit that it built. */
    readonly head_sha?: unknown;
    readonly head_commit?: { readonly message?: unknown } | null;
    readonly head_repository?: { readonly full_name?: unknown } | null;
  };
  readonly comment?: {
    readonly id?: unknown;
    readonly body?: unknown;
    readonly user?: { readonly login?: unknown; readonly type?: unknown };
    readonly created_at?: unknown;
    readonly updated_at?: unknown;
  };
  readonly repository?: { readonly full_name?: unknown };
  readonly head_commit?: { readonly message?: unknown } | null;
  readonly release?: { readonly name?: unknown };
}

export function readEvent(env: Env): EventPayload {
  const event = parseJson(readEventFile(env.GITHUB_EVENT_PATH ?? ''));
  return typeof event === 'object' && event !== null ? event : {};
}

/** Empty where there is no file, or none that can be read: the report goes without a title. */
function readEventFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
