// The commands that remove the stored state of a rollout of aliases by hand.

import { awsCommand } from '../../base/command-line.ts';
import { ourTagKeys } from '../../rollout/record.ts';
import { mapAll } from '../concurrency.ts';
import { isFunctionName } from '../lambda/function-shape.ts';
import { type FunctionTags, readTags, WITH } from './function-tags.ts';

/**
 * One command for each function with tags of the rollout. The function that stores the record comes last: until its
 * tags are gone, the others can be found.
 *
 * @param names of the functions in the inputs
 */
export async function forgetCommands(
  tagged: FunctionTags,
  region: string,
  names: readonly string[],
): Promise<readonly string[]> {
  const [leader = '', ...others] = [...names].sort();
  const stored = await readTags(tagged, leader, await tagged.tagsOf(leader));
  const open = stored.kind === 'rollout' ? stored.storedRollout.record.functions : [];
  const all = new Set([...others, ...open.map(({ name }) => name)]);
  all.delete(leader);
  const commands = await mapAll([...all, leader], async (name) => {
    const [tags, arn] = [await tagged.tagsOf(name), await tagged.arnOf(name)];
    const keys = ourTagKeys(tags);
    const { [WITH]: elsewhere = leader } = tags;
    const isOfAnother = elsewhere !== leader && isFunctionName(elsewhere);
    if (arn === undefined || keys.length === 0 || isOfAnother) return [];
    return [awsCommand('lambda untag-resource', { region, resource: arn, 'tag-keys': keys })];
  });
  return commands.flat();
}
