// Parses Mermaid diagrams, in a process of its own: the test runner takes minutes to load Mermaid.
// stdin: a JSON list of sources. stdout: a JSON list of diagram types, or of what is wrong.

import { text } from 'node:stream/consumers';
import purify from 'dompurify';

// It wants a page's DOM to clean texts in, for the titles only.
Object.assign(purify, { addHook: () => undefined, sanitize: (dirty) => dirty });
const { default: mermaid } = await import('mermaid');

const typeOf = async (source) => {
  try {
    return (await mermaid.parse(source)).diagramType;
  } catch (error) {
    return String(error);
  }
};
const sources = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(await Promise.all(sources.map(typeOf))));
