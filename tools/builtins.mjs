// An import of a module of Node reads all that the module exports: of node:http also WebSocket, which loads Node's own
// fetch and HTTP/2, and of node:fs its streams. That takes half as long as Node itself needs to start. `require` reads
// nothing.

const IMPORT = /^import \{([^}]*)\} from "(node:(?:http|fs))";\n/gm;

/** @param {string} text of a chunk, as the bundler prints it */
export function withRequired(text) {
  const lines = [];
  const rest = text.replace(IMPORT, (_, list, module) => {
    lines.push(`const {${list.replaceAll(' as ', ': ')}} = require("${module}");`);
    return '';
  });
  if (lines.length === 0) return text;
  // First, because imports are, too.
  return [
    'import { createRequire } from "node:module";',
    'const require = createRequire(import.meta.url);',
    ...lines,
    rest,
  ].join('\n');
}
