// Everything of a job that other people can read, by where they read it.

import { readFileSync } from 'node:fs';
import type { GitHubDouble } from './github-double.ts';
import type { HookServer } from './hook-scene.ts';
import type { ActionResult } from './runner.ts';

export type Shown = Readonly<Record<string, string>>;

export interface Readers {
  readonly github: Pick<GitHubDouble, 'exchanges'>;
  readonly hook: Pick<HookServer, 'requests'>;
  /** Behind notify-url. */
  readonly chat: Pick<HookServer, 'requests'>;
}

/** Runs the post step too. */
export async function shownBy(ended: ActionResult, readers: Readers): Promise<Shown> {
  const post = await ended.post();
  const { outputs, summary } = ended;
  const file = (path: string | undefined) => (path ? readFileSync(path, 'utf8') : '');
  return {
    log: unmasked(ended.log),
    'log of the post step': unmasked(post?.log ?? ''),
    summary,
    'summary of the post step': post?.summary ?? '',
    outputs: JSON.stringify(outputs),
    'report.json': file(outputs.report),
    'report.html': file(outputs['report-html']),
    'comment and deployment': JSON.stringify(readers.github.exchanges.map(({ body }) => body)),
    'told to hooks': readers.hook.requests.map(({ body }) => body).join('\n'),
    'told to notify-url': readers.chat.requests.map(({ body }) => body).join('\n'),
  };
}

/** Who reads the log reads it without these. */
function unmasked(log: string): string {
  return log.replace(/^::add-mask::.*$/gm, '');
}

/** Characters of what stands before it. */
const BEFORE = 120;

/** Where a text is shown, in whatever case, each time with what stands before it. */
export function leaksOf(shown: Shown, secret: string): readonly string[] {
  const sought = secret.toLowerCase();
  // A pattern that takes what stands before would be tried at each character of megabytes.
  return Object.entries(shown).flatMap(([where, text]) => {
    const parts = text.toLowerCase().split(sought);
    let end = 0;
    return parts.slice(0, -1).map((part) => {
      end += part.length + sought.length;
      const from = Math.max(0, end - sought.length - BEFORE);
      return `${where}: ${text.slice(from, end)}`;
    });
  });
}
