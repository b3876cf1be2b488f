// Builds one file from report-page/, into which the action inserts its report: with inlined script and style,
// and a policy that makes the browser run only these and block all network requests.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync, transformSync } from 'esbuild';

/**
 * @param {string} root of the repository
 * @param {string} file to write
 */
export function buildReportPage(root, file) {
  const read = (path) => readFileSync(join(root, path), 'utf8');
  const script = scriptOf(root);
  const style = [
    read('node_modules/uplot/dist/uPlot.min.css').trim(),
    transformSync(read('report-page/page.css'), { loader: 'css', minify: true }).code.trim(),
  ].join('\n');
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const parts = { policy, licence: read('node_modules/uplot/LICENSE'), style, script };
  const page = read('report-page/index.html').replace(
    /\/\*(policy|licence|style|script)\*\//g,
    (_, name) => parts[name],
  );
  writeFileSync(file, page);
}

/** Minified: each report contains it. Its source is in report-page/, and nobody debugs a report. */
function scriptOf(root) {
  const { outputFiles } = buildSync({
    entryPoints: [join(root, 'report-page/main.ts')],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'inline',
    logLevel: 'warning',
  });
  // The script must not contain the end tag of its own element.
  return outputFiles[0].text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

/** The hash that the browser computes of the content between the tags. */
function hash(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
