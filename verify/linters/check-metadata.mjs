// node check-metadata.mjs FILE…: checks workflows and action metadata with GitHub's own language
// service; one line per finding. Exit 1 if there are any.
//
// A separate script: the package imports JSON without an import attribute, which Node refuses, so a
// module hook declares the JSON. Nothing else needs that hook.

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
