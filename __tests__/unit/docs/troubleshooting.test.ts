// Every message that docs/troubleshooting.md explains is one that the action still says.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { INPUT_NAMES } from '../../support/input-schema.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** All of src/, with texts that are cut over several lines put together. */
const SOURCE = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n')
  .replace(/['`]\s*\+\s*['`]/g, '');

const PAGE = readFileSync(join(ROOT, 'docs/troubleshooting.md'), 'utf8');

/** The messages in the first column of the tables. */
const MESSAGES = PAGE.split('\n')
  .filter((line) => /^\| (<a id="[a-z0-9-]+"><\/a>)?`/.test(line))
  .flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)])
  .map(([, message = '']) => message);

const PREFIX = new RegExp(`^(?:${[...INPUT_NAMES, 'config'].join('|')}): `);

/** What of a message is the same whatever it is about. */
function fixedParts(message: string): readonly string[] {
  return message
    .replace(PREFIX, '')
    .split(/…|"[a-z0-9:]*"/)
    .map((part) => part.replace(/^[^A-Za-z$]+|[^A-Za-z]+$/g, ''))
    .filter((part) => part.length >= 8);
}

describe('troubleshooting', () => {
  it('explains many messages', () => {
    expect(MESSAGES.length).toBeGreaterThan(60);
  });

  it.each(MESSAGES)('%s', (message) => {
    const parts = fixedParts(message);
    expect(parts).not.toHaveLength(0);
    for (const part of parts) expect(SOURCE).toContain(part);
  });
});
