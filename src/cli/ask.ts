// A question to the person at the terminal.

import { createInterface } from 'node:readline/promises';

/** Only where `interactive` is true. */
export async function ask(question: string): Promise<string> {
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await asking.question(question)).trim();
  } finally {
    asking.close();
  }
}
