// node check-metadata.mjs FILE…: what GitHub's own language service says of workflows and action
// metadata, one line a finding. Exit 1 where it says anything.
//
// A script of its own: the package imports JSON without saying so, which Node refuses, so JSON is
// declared for it by a hook that nothing else needs.

import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';

const hook = `export const load = (url, context, next) =>
  next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

const { validate } = await import('@actions/languageservice');
const { TextDocument } = await import('vscode-languageserver-textdocument');

for (const path of process.argv.slice(2)) {
  const uri = pathToFileURL(path).href;
  const findings = await validate(TextDocument.create(uri, 'yaml', 0, readFileSync(path, 'utf8')));
  for (const { message, range } of findings) {
    console.log(`${path}:${range.start.line + 1}: ${message}`);
    process.exitCode = 1;
  }
}
