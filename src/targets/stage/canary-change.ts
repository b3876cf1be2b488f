// The settings of a stage's canary: the variable overrides and the rewritten integrations that lead it to the new
// versions.

import type { Integration } from '../../aws/rest-api-model.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import { withQualifier } from './integration.ts';
import type { DraftChange } from './stage-record.ts';
import type { Wiring } from './wiring.ts';

export interface CanaryChange {
  /** Stage variables that the canary overrides. */
  readonly overrides: Readonly<Record<string, string>>;
  readonly drafts: readonly DraftChange[];
}

/**
 * Adds the new versions to the wirings.
 *
 * @param extra overrides from the inputs, added to those of the wirings
 * @returns the change, or a description of the contradiction between two wirings
 */
export function canaryChange(
  wirings: readonly Wiring[],
  changes: readonly FunctionChange[],
  extra: Readonly<Record<string, string>>,
): CanaryChange | { readonly problems: readonly string[] } {
  const overrides = new Map<string, { readonly value: string; readonly why: string }>();
  const problems: string[] = [];
  const drafts: DraftChange[] = [];
  const put = (name: string, value: string, why: string) => {
    const other = overrides.get(name);
    // A value from the inputs may be a secret, so the message names both by their source.
    if (other !== undefined && other.value !== value) {
      problems.push(
        `stage variable "${name}" would need two values, for ${other.why} and for ${why}; ` +
          'expected a separate variable for each function',
      );
    }
    overrides.set(name, { value, why });
  };
  for (const [name, value] of Object.entries(extra)) put(name, value, 'stage-variable-overrides');
  for (const wiring of wirings) {
    const to = changes.find((change) => change.name === wiring.functionName)?.to ?? wiring.from;
    if (wiring.kind === 'variable') {
      put(wiring.variable, wiring.prefix + to, `"${wiring.functionName}" (version ${to})`);
    } else {
      // The draft may name another version than the one that serves, and even the new one.
      const rewritten = wiring.integrations.map((integration) => draftChange(integration, to));
      drafts.push(...rewritten.filter((draft) => draft.from !== draft.to));
    }
  }
  if (problems.length > 0) return { problems };
  const values = [...overrides].map(([name, { value }]) => [name, value] as const);
  return { overrides: Object.fromEntries(values), drafts };
}

/** The variables that two functions both need. */
export function sharedVariables(wirings: readonly Wiring[]): readonly string[] {
  const names = wirings.flatMap((w) => (w.kind === 'variable' ? [w.variable] : []));
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
}

function draftChange(integration: Integration, to: string): DraftChange {
  const { resourceId, method, uri } = integration;
  return { resourceId, method, from: uri, to: withQualifier(uri, to) };
}
