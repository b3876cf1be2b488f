// What a function prints.

import { jest } from '@jest/globals';

/** What `write` prints to standard output, as the runner reads it. */
export function outputOf(write: () => void): string {
  const chunks: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    chunks.push(String(chunk));
    return true;
  });
  try {
    write();
  } finally {
    spy.mockRestore();
  }
  return chunks.join('');
}
