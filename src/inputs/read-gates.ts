// What keeps a release from going further, of the inputs. Their parsers are loaded only if one of them is set.

import type { Values } from './schema.ts';
import type { GateInputs } from './values.ts';

/** A rollback does not wait for tidy release hours. */
const GATED: readonly unknown[] = [
  ...['rollout', 'start', 'plan', 'advance', 'promote', 'comment', 'status'],
];

export async function readGates(
  values: Partial<Values>,
  { workspace, region }: { readonly workspace: string; readonly region: string },
  problems: string[],
): Promise<GateInputs> {
  const { window = '', freeze = '', 'override-freeze': override = '' } = values;
  const none = { times: undefined, override, stop: undefined };
  const stopText = values['stop-switch'] ?? '';
  if (`${window}${freeze}${stopText}` === '' || !GATED.includes(values.command)) return none;
  const { readReleaseTimes, stopSwitch } = await import('./gate-fields.ts');
  const stop = stopSwitch(stopText, region);
  if (!stop.ok) problems.push(...stop.problems.map((problem) => `stop-switch: ${problem}`));
  const times = readReleaseTimes({ window, freeze }, workspace, problems);
  return {
    ...none,
    times: window === '' && freeze === '' ? undefined : times,
    stop: stop.ok ? stop.value : undefined,
  };
}
