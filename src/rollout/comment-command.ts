// Parses commands in comments. It is strict on purpose: a command moves the traffic of a production API, so
// text that only mentions, quotes or resembles a command must not count as one.

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
  /** The comment begins like a command but is not one, or it contains several. */
  | { readonly kind: 'unclear'; readonly why: string };

/** The maximum length of a GitHub comment. */
const MAX_LENGTH = 65_536;

/**
 * The single command of a comment: alone on its line, from the first character, and not in a code block, a
 * quotation or hidden text.
 */
export function parseComment(body: string): ParsedComment {
  if (body.length > MAX_LENGTH) return { kind: 'none' };
  const asked = shownLines(body).filter((line) => /^\/canary(?![\w/.-])/.test(line));
  const [first, ...more] = asked;
  if (first === undefined) return { kind: 'none' };
  if (more.length > 0) return { kind: 'unclear', why: 'it contains several commands; write one' };
  const word = /^\/canary ([a-z]+)[ \t]*$/.exec(first)?.[1];
  const command = COMMENT_COMMANDS.find((known) => known === word);
  return command
    ? { kind: 'command', command }
    : { kind: 'unclear', why: `expected /canary ${COMMENT_COMMANDS.join(' | ')}` };
}

/** The lines outside code blocks and outside HTML that hides or quotes text. */
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

/** The end of the block that this line opens; `undefined` if it opens none. */
function hiddenUntil(line: string): RegExp | undefined {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
  if (fence) return new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*$`);
  const comment = line.lastIndexOf('<!--');
  if (comment >= 0 && line.indexOf('-->', comment) < 0) return /-->/;
  const tag = /<(pre|code|blockquote|details|template)\b/i.exec(line)?.[1]?.toLowerCase();
  return tag && !line.toLowerCase().includes(`</${tag}`) ? new RegExp(`</${tag}`, 'i') : undefined;
}

/**
 * Whether the request of a comment is already fulfilled, when no release is open anymore.
 *
 * @param ended how the last release ended; `undefined` if unknown
 */
export function isAchieved(command: CommentCommand, ended: string | undefined): boolean {
  if (command === 'status') return true;
  return (
    (command === 'promote' && ended === 'promoted') ||
    (command === 'rollback' && ended === 'rolled-back')
  );
}

/** The facts that decide whether a comment counts. Times are seconds since the epoch. */
export interface CommentFacts {
  readonly login: string;
  /** The account type at GitHub: `User`, `Bot`, … */
  readonly type: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** Only comments of users count, only if they were not edited, and only since the release began. */
export function isEligible(
  { login, type, createdAt, updatedAt }: CommentFacts,
  since: number,
): boolean {
  const person = type === 'User' && !login.endsWith('[bot]');
  return person && createdAt === updatedAt && createdAt >= Math.floor(since);
}
