// The releases that are open on the aliases of an account.

import { bindAliases } from '../../aws/aliases.ts';
import { ifThere } from '../../aws/call.ts';
import type { NormalClients } from '../../aws/clients.ts';
import { bindFunctions } from '../../aws/functions.ts';
import { KnownError } from '../../base/errors.ts';
import { OWNER } from '../../rollout/record.ts';
import type { OpenReader } from '../open-reader.ts';
import { membersOf } from './alias-moves.ts';
import { createAliasSet, labelOf } from './alias-set.ts';
import { bindTags, newTagMemory, readTags } from './function-tags.ts';
import { observeAll } from './observe-aliases.ts';

const FUNCTION_ARN = /^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:([\w-]+)$/;

export function openAliases(clients: NormalClients): OpenReader {
  const aliases = bindAliases(clients);
  const aliasSet = createAliasSet(aliases, async () => undefined);
  const memory = newTagMemory();
  const tagged = bindTags(aliases, bindFunctions(clients), memory);
  return {
    types: ['lambda:function'],
    isOf: (arn) => FUNCTION_ARN.test(arn),
    read: async (on) => {
      const name = FUNCTION_ARN.exec(on)?.[1] ?? '';
      memory.arns.set(name, on);
      // The search by tags may be late.
      const tags = await ifThere(() => tagged.tagsOf(name));
      if (tags?.[OWNER] === undefined) return undefined;
      const stored = await readTags(tagged, name, tags);
      if (stored.kind === 'unreadable') {
        throw new KnownError(`its stored state cannot be read: ${stored.why}`);
      }
      // The function that stores the release has the same tag.
      if (stored.kind !== 'rollout') return undefined;
      const rollout = stored.storedRollout;
      const labels = membersOf(rollout.record).map(({ ref }) => labelOf(ref));
      const more = labels.length - 1;
      return {
        on,
        label: `${labels[0] ?? name}${more > 0 ? ` and ${more} more` : ''}`,
        rollout,
        trafficState: await observeAll(aliasSet, rollout),
      };
    },
  };
}
