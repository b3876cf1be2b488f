// Aliases that are not there. One is made only where that was meant: a misspelt name would be a green
// release that nobody calls.

import type { Aliases } from '../../aws/aliases.ts';
import type { Problems } from '../../base/problems.ts';
import { didYouMean } from '../../base/suggest.ts';
import { mapAll } from '../concurrency.ts';
import type { FirstRelease } from './alias-inputs.ts';
import { labelOf } from './alias-set.ts';
import type { AliasFacts } from './inspect-aliases.ts';

/** What is said of a missing alias: the name that was probably meant. */
interface Missing {
  readonly label: string;
  readonly words: string;
}

/** A first release is watched by nobody, so it must not ride along with one that is. */
export async function checkFirst(
  aliases: Pick<Aliases, 'names'>,
  facts: readonly AliasFacts[],
  firstRelease: FirstRelease,
  findings: Problems,
): Promise<void> {
  const absent = facts.filter(({ from }) => from === '');
  if (absent.length === 0) return;
  const missing = await mapAll(absent, (fact) => describeMissing(aliases, fact));
  const labels = missing.map(({ label }) => label).join(', ');
  const words = missing.map((each) => each.words).join('');
  if (absent.length < facts.length) {
    findings.problems.push(
      `alias: there is no ${labels} yet, while the others exist.${words} A first release has nothing to be compared with, so release ${absent.length === 1 ? 'it' : 'them'} alone first, with first-release: allow`,
    );
  } else if (firstRelease === 'refuse') {
    findings.problems.push(
      `alias: there is no ${labels}.${words} If this is the first release, set first-release: allow, which makes ${absent.length === 1 ? 'the alias' : 'these aliases'} and gives the new version all traffic at once`,
    );
  } else {
    findings.notes.push(
      `alias: there is no ${labels} yet, so this is the first release: with nothing to compare it with, all traffic goes to it at once.${words}`,
    );
  }
}

async function describeMissing(
  aliases: Pick<Aliases, 'names'>,
  { ref }: AliasFacts,
): Promise<Missing> {
  const { functionName, alias } = ref;
  // A guess is all that it is for: the release asks for no permission because of it.
  const names = await aliases.names(functionName).catch(() => []);
  return { label: labelOf(ref), words: didYouMean(alias, names) || sayNames(functionName, names) };
}

const SHOWN_NAMES = 10;

function sayNames(functionName: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const shown = names.slice(0, SHOWN_NAMES).map((name) => `"${name}"`);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return ` "${functionName}" has the ${names.length === 1 ? 'alias' : 'aliases'} ${shown.join(', ')}${more}.`;
}
