// Markdown as GitHub shows it: its dialect, its sanitizer, its style sheet, and its alerts.

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { defaultSchema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const require = createRequire(import.meta.url);
const addressOf = (file: string): string => pathToFileURL(require.resolve(file)).href;

/** The HTML of the page's body; `defaultSchema` is what GitHub's sanitizer allows. */
export function asOnGitHub(markdown: string): string {
  const html = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  return withAlerts(toHtml(sanitize(fromHtml(html, { fragment: true }), defaultSchema) as Root));
}

/** Quotes that begin with `[!NOTE]` and the like, as GitHub renders them. */
function withAlerts(html: string): string {
  const quote =
    /<blockquote>\s*<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\n(.*?)<\/blockquote>/gs;
  return html.replace(quote, (_, kind: string, rest: string) => {
    const name = kind.toLowerCase();
    const title = `${kind.charAt(0)}${name.slice(1)}`;
    return `<div class="markdown-alert markdown-alert-${name}"><p class="markdown-alert-title">${title}</p><p>${rest}</div>`;
  });
}

/** A whole page. */
export function githubPage(markdown: string, title: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${addressOf('github-markdown-css/github-markdown.css')}">
<style>
  body { margin: 0; background: var(--page, #fff); }
  main { box-sizing: border-box; max-width: 1012px; margin: 0 auto; padding: 24px 16px; }
  @media (prefers-color-scheme: dark) { body { --page: #0d1117; } }
</style>
<main class="markdown-body">
${asOnGitHub(markdown)}
</main>
</html>
`;
}
