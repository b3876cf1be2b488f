// How people reach the new versions of aliases that have no weight yet: by their numbers.

import { awsCommand } from '../../base/command-line.ts';
import { moreOf } from '../../base/listed.ts';
import type { WayIn } from '../../report/report.ts';
import type { RolloutRecord } from '../../rollout/record.ts';
import { membersOf } from './alias-moves.ts';

/** A release may have many functions, and one command shows how it is done. */
const MOST_SHOWN = 5;

export function aliasWayIn(region: string, record: RolloutRecord): WayIn {
  const all = membersOf(record);
  const commands = all.slice(0, MOST_SHOWN).map(({ change }) =>
    awsCommand('lambda invoke', {
      region,
      'function-name': change.name,
      qualifier: change.to,
      'cli-binary-format': 'raw-in-base64-out',
      // The file for the answer follows the options.
      payload: ['{}', '/dev/stdout'],
    }),
  );
  const more = all.length - commands.length;
  return {
    commands,
    notes:
      more > 0
        ? [`${moreOf(more, 'function')} ${more === 1 ? 'is' : 'are'} invoked in the same way.`]
        : [],
  };
}
