// report-page/ becomes one file, in which the action puts its report: script and style inlined, and
// a policy by which the browser runs just these and asks the network for nothing.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/**
 * @param {string} root of the repository
 * @param {string} file to write
 */
export function buildReportPage(root, file) {
  const read = (path) => readFileSync(join(root, path), 'utf8');
  const script = scriptOf(root);
  const style = [read('node_modules/uplot/dist/uPlot.min.css'), read('report-page/page.css')].join(
    '\n',
  );
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

/** Not minified, as the rest of what is committed (docs/decisions/0008). */
function scriptOf(root) {
  const { outputFiles } = buildSync({
    entryPoints: [join(root, 'report-page/main.ts')],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'inline',
    logLevel: 'warning',
  });
  // The end of the element that the script stands in must not stand in the script.
  return outputFiles[0].text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

/** As the browser reckons it of what stands between the tags. */
function hash(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
