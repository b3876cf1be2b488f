// Whose a path is, by a CODEOWNERS file as GitHub reads it (GitHub docs, "About code owners"): the last pattern that
// matches decides, and a pattern without owners means nobody. Patterns are those of .gitignore without negation (`!`),
// character ranges (`[ ]`) and escaped comments (`\#`), which GitHub skips.

import { KnownError } from '../base/errors.ts';
import { quote } from '../base/quote.ts';

/** Where GitHub looks for the file, in this order; the first one counts. */
export const CODEOWNERS_PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

/** GitHub does not load a file of this size. */
export const CODEOWNERS_LIMIT_BYTES = 3_000_000;

export type Owner =
  | { readonly kind: 'user'; readonly login: string }
  | { readonly kind: 'team'; readonly org: string; readonly slug: string }
  | { readonly kind: 'email'; readonly address: string };

/**
 * The owners of a path; empty: nobody's.
 *
 * @param path of a file, or of a folder with a slash at its end, without one at its beginning
 */
export function ownersOf(file: string, path: string): readonly Owner[] {
  let owners: readonly Owner[] = [];
  for (const [index, line] of file.split(/\r\n|\r|\n/).entries()) {
    const rule = readRule(line, index + 1);
    if (rule && matches(rule.pattern, path)) owners = rule.owners;
  }
  return owners;
}

interface Rule {
  readonly pattern: string;
  readonly owners: readonly Owner[];
}

/** `undefined`: the line is empty or a comment, or one that GitHub skips. */
function readRule(line: string, number: number): Rule | undefined {
  // GitLab docs, "CODEOWNERS syntax": the owners of a section's lines depend on its header.
  if (/^\s*\^?\[[^\]]+\](?:\[\d+\])?(?:\s|$)/.test(line)) {
    throw new KnownError(
      `line ${number} of CODEOWNERS is ${quote(line.trim())}: sections are GitLab's, and GitHub does not know them; expected a pattern and its owners`,
    );
  }
  const [pattern, ...words] = wordsOf(line);
  if (pattern === undefined || isSkipped(pattern)) return undefined;
  const owners = words.map(parseOwner);
  // One word that is no owner makes the line invalid.
  return owners.every((owner) => owner !== undefined) ? { pattern, owners } : undefined;
}

/** A space of the pattern is written `\ `; what follows a `#` at the beginning of a word is a comment. */
function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:\\.|[^\s\\])+/g) ?? [];
  const comment = words.findIndex((word) => word.startsWith('#'));
  return comment < 0 ? words : words.slice(0, comment);
}

function isSkipped(pattern: string): boolean {
  return /^!|^\\#|[[\]]|\*\*\*/.test(pattern);
}

/** `@login`, `@org/team` or an address; `undefined`: none of them. */
export function parseOwner(word: string): Owner | undefined {
  const [, org, slug] = /^@([A-Za-z0-9][\w-]{0,38})\/([\w.-]{1,255})$/.exec(word) ?? [];
  if (org !== undefined && slug !== undefined) return { kind: 'team', org, slug };
  const login = /^@([A-Za-z0-9][\w-]{0,38})$/.exec(word)?.[1];
  if (login !== undefined) return { kind: 'user', login };
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(word) ? { kind: 'email', address: word } : undefined;
}

/** As written in CODEOWNERS. */
export function ownerText(owner: Owner): string {
  switch (owner.kind) {
    case 'user':
      return `@${owner.login}`;
    case 'team':
      return `@${owner.org}/${owner.slug}`;
    case 'email':
      return owner.address;
  }
}

function matches(pattern: string, path: string): boolean {
  return pattern !== '/' && segmentsMatch(segmentsOf(pattern), path.split('/'));
}

/** A pattern of one name matches at any depth, one with a slash only from the root. */
function segmentsOf(pattern: string): readonly string[] {
  const anchored = /\/./.test(pattern);
  const segments = pattern.replace(/^\//, '').split('/');
  const whole = segments.at(-1) === '' ? [...segments.slice(0, -1), '**'] : segments;
  return anchored ? whole : ['**', ...whole];
}

/**
 * Whether the pattern matches the path or a folder above it. Only a `*` alone at the end stays in its folder: by GitHub's
 * own example, `docs/*` does not match `docs/build-app/troubleshooting.md`.
 */
function segmentsMatch(pattern: readonly string[], path: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return true;
  if (first === '**') {
    // At the end, something must follow: `foo/**` is what is in `foo`.
    if (rest.length === 0) return path.length > 0;
    return path.some((_, skipped) => segmentsMatch(rest, path.slice(skipped)));
  }
  const [name, ...below] = path;
  if (name === undefined || !nameMatches(first, name)) return false;
  return first === '*' && rest.length === 0 ? below.length === 0 : segmentsMatch(rest, below);
}

/** In linear time, because the file is not this action's. */
function nameMatches(pattern: string, name: string): boolean {
  const tokens = pattern.match(/\\.|./gsu) ?? [];
  const letters = [...name];
  let [at, from] = [0, 0];
  let star: { readonly at: number; from: number } | undefined;
  while (from < letters.length) {
    const token = tokens[at];
    if (token === '*') {
      star = { at, from };
      at += 1;
    } else if (
      token !== undefined &&
      (token === '?' || token.replace(/^\\/, '') === letters[from])
    ) {
      at += 1;
      from += 1;
    } else if (star) {
      star.from += 1;
      [at, from] = [star.at + 1, star.from];
    } else {
      return false;
    }
  }
  return tokens.slice(at).every((token) => token === '*');
}
