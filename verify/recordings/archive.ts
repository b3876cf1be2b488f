// Builds the deployment archives that recordings only describe.

import { zipSync } from 'fflate';

/**
 * A zip of a handler. The bytes depend on the description only. It contains the handler under each
 * name that the recordings use.
 */
export function deploymentArchive(description: string): Uint8Array {
  const source = `# ${description}\ndef handler(event, context):\n    return event\n`;
  const content = new TextEncoder().encode(source);
  return zipSync(
    { 'index.py': content, 'handler.py': content },
    { mtime: new Date('2020-01-01T00:00:00Z'), level: 0 },
  );
}
