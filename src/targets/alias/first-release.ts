// Aliases that do not exist. One is created only on request: with a misspelt name, the release would succeed and
// serve nobody.

import type { Aliases } from '../../aws/aliases.ts';
import { orElse } from '../../base/errors.ts';
import { listed } from '../../base/listed.ts';
import type { Problems } from '../../base/problems.ts';
import { didYouMean } from '../../base/suggest.ts';
import { mapAll } from '../concurrency.ts';
import type { FirstRelease } from './alias-inputs.ts';
import { labelOf } from './alias-set.ts';
import type { AliasFacts } from './inspect-aliases.ts';

/** The problem with a missing alias: the name that was probably meant. */
interface Missing {
  readonly label: string;
  readonly words: string;
}

/** A first release has no monitoring, so it must not be part of a release that has. */
export async function checkFirst(
  aliases: Pick<Aliases, 'names'>,
  facts: readonly AliasFacts[],
  firstRelease: FirstRelease,
  findings: Problems,
): Promise<void> {
  const absent = facts.filter(({ from }) => from === '');
  if (absent.length === 0) return;
  const missing = await mapAll(absent, (fact) => describeMissing(aliases, fact));
  const labels = listed(missing.map(({ label }) => label));
  const words = missing
    .slice(0, SHOWN_NAMES)
    .map((each) => each.words)
    .join('');
  if (absent.length < facts.length) {
    findings.problems.push(
      `alias: there is no ${labels} yet, but the others exist.${words} A first release cannot be compared, so release ${absent.length === 1 ? 'it' : 'them'} alone first, with first-release: allow`,
    );
  } else if (firstRelease === 'refuse') {
    findings.problems.push(
      `alias: there is no ${labels}.${words} If this is the first release, set first-release: allow, which creates ${absent.length === 1 ? 'the alias' : 'these aliases'} and gives the new version all traffic immediately`,
    );
  } else {
    findings.notes.push(
      `alias: there is no ${labels} yet, so this is the first release: with nothing to compare it with, all traffic goes to it immediately.${words}`,
    );
  }
}

async function describeMissing(
  aliases: Pick<Aliases, 'names'>,
  { ref }: AliasFacts,
): Promise<Missing> {
  const { functionName, alias } = ref;
  // The names are for a suggestion only, so the release does not require the permission.
  const names = await aliases.names(functionName).catch(orElse<readonly string[]>([]));
  return { label: labelOf(ref), words: didYouMean(alias, names) || listNames(functionName, names) };
}

const SHOWN_NAMES = 10;

function listNames(functionName: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const shown = names.slice(0, SHOWN_NAMES).map((name) => `"${name}"`);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return ` "${functionName}" has the ${names.length === 1 ? 'alias' : 'aliases'} ${shown.join(', ')}${more}.`;
}
