// What a comment asks for. Strict on purpose: it moves the traffic of a production API, so nothing that
// merely talks about a command, quotes one, or looks like one may be taken for it.

export const COMMENT_COMMANDS = [
  'status',
  'pause',
  'resume',
  'promote',
  'rollback',
  'advance',
] as const;

export type CommentCommand = (typeof COMMENT_COMMANDS)[number];

export type ParsedComment =
  | { readonly kind: 'none' }
  | { readonly kind: 'command'; readonly command: CommentCommand }
  /** It begins like a command and is none, or there are several. */
  | { readonly kind: 'unclear'; readonly why: string };

/** What GitHub takes for a comment; more is no comment of GitHub's. */
const MAX_LENGTH = 65_536;

/**
 * The one command that stands alone on a line of its own, from the line's very beginning; not in a code
 * block, a quotation, or anything that is not shown.
 */
export function parseComment(body: string): ParsedComment {
  if (body.length > MAX_LENGTH) return { kind: 'none' };
  const asked = shownLines(body).filter((line) => /^\/canary(?![\w/.-])/.test(line));
  const [first, ...more] = asked;
  if (first === undefined) return { kind: 'none' };
  if (more.length > 0) return { kind: 'unclear', why: 'it holds several commands; write one' };
  const word = /^\/canary ([a-z]+)[ \t]*$/.exec(first)?.[1];
  const command = COMMENT_COMMANDS.find((known) => known === word);
  return command
    ? { kind: 'command', command }
    : { kind: 'unclear', why: `expected /canary ${COMMENT_COMMANDS.join(' | ')}` };
}

/** The lines outside of code blocks and of HTML that hides or quotes. */
function shownLines(body: string): readonly string[] {
  const lines: string[] = [];
  let until: RegExp | undefined;
  for (const line of body.split(/\r\n|\r|\n/)) {
    if (until) {
      if (until.test(line)) until = undefined;
      continue;
    }
    until = hiddenUntil(line);
    if (!until) lines.push(line);
  }
  return lines;
}

/** Where what this line opens ends; `undefined`: it opens nothing that goes on. */
function hiddenUntil(line: string): RegExp | undefined {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
  if (fence) return new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*$`);
  const comment = line.lastIndexOf('<!--');
  if (comment >= 0 && line.indexOf('-->', comment) < 0) return /-->/;
  const tag = /<(pre|code|blockquote|details|template)\b/i.exec(line)?.[1]?.toLowerCase();
  return tag && !line.toLowerCase().includes(`</${tag}`) ? new RegExp(`</${tag}`, 'i') : undefined;
}

/**
 * Whether what a comment asks for is so already, where no release is open any more.
 *
 * @param ended how the last one ended; `undefined`: that is not known
 */
export function isAchieved(command: CommentCommand, ended: string | undefined): boolean {
  if (command === 'status') return true;
  return (
    (command === 'promote' && ended === 'promoted') ||
    (command === 'rollback' && ended === 'rolled-back')
  );
}

/** A comment, as much of it as decides whether it is heard. Times are seconds since the epoch. */
export interface CommentFacts {
  readonly login: string;
  /** GitHub's kind of account: `User`, `Bot`, … */
  readonly type: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** Only people, only what they wrote and did not change afterwards, only since the release began. */
export function isEligible(
  { login, type, createdAt, updatedAt }: CommentFacts,
  since: number,
): boolean {
  const person = type === 'User' && !login.endsWith('[bot]');
  return person && createdAt === updatedAt && createdAt >= Math.floor(since);
}
