// Markdown as GitHub shows it: its dialect, its sanitizer, its style sheet, and Mermaid.

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
  return toHtml(sanitize(fromHtml(html, { fragment: true }), defaultSchema) as Root);
}

/** Draws the page; to be evaluated before it is checked, and again after a change of color scheme. */
export const READY = 'draw()';

/** A whole page; `READY` draws every plot, and `window.broken` lists those that cannot be drawn. */
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
  .mermaid svg { max-width: 100%; height: auto; }
</style>
<main class="markdown-body">
${asOnGitHub(markdown)}
</main>
<script src="${addressOf('mermaid/dist/mermaid.min.js')}"></script>
<script>
  const plots = [...document.querySelectorAll('code.language-mermaid')].map((block) => {
    const holder = document.createElement('div');
    holder.className = 'mermaid';
    block.parentElement.replaceWith(holder);
    return { holder, source: block.textContent };
  });
  async function drawIn(theme) {
    window.broken = [];
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme });
    for (const [i, { holder, source }] of plots.entries()) {
      try {
        holder.innerHTML = (await mermaid.render('plot' + i, source)).svg;
      } catch (error) {
        window.broken.push(String(error));
      }
    }
  }
  let drawn = {};
  function draw() {
    const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default';
    if (theme !== drawn.theme) drawn = { theme, done: drawIn(theme) };
    return drawn.done;
  }
  // For people who open this file; a script that checks it evaluates the same.
  // For people who open this file; a script that checks it evaluates the same.
  draw();
</script>
</html>
`;
}
