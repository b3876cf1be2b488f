// Every client of the AWS SDK gets the settings of the runner's environment.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const SRC = fileURLToPath(new URL('../../../src', import.meta.url));

const SOURCES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join(SRC, path), 'utf8') }));

describe('A connection', () => {
  it('to AWS is made with the proxies and certificates of the environment', () => {
    const making = SOURCES.flatMap(({ path, text }) =>
      // GitHub's own HttpClient obeys them by itself.
      [...text.matchAll(/(?:new (?!Http)\w+Client|fromWebToken)\(([^;]*)\)/g)].map(
        ([, given = '']) => ({
          path,
          given,
        }),
      ),
    );
    expect(making.length).toBeGreaterThanOrEqual(5);
    const others = making.filter(
      ({ given }) =>
        !/^(?:\{\s*\.\.\.)?settings\b|requestHandler: create(Prompt)?Transport\(/.test(given),
    );
    expect(others).toEqual([]);
  });

  it('is opened past the proxies by nobody', () => {
    const opening = SOURCES.filter(({ text }) =>
      /\bfetch\(|agent: false|from 'node:(net|tls)'/.test(text),
    );
    expect(opening.map(({ path }) => path).sort()).toEqual([
      'network/agents.ts',
      'network/certificates.ts',
      'network/tunnel.ts',
    ]);
  });

  it('to GitHub goes through the proxy for its API', () => {
    const octokit = SOURCES.filter(({ text }) => text.includes('getOctokit('));
    expect(octokit).toHaveLength(1);
    expect(octokit[0]?.text).toContain('proxiedFetch(apiUrl)');
  });
});
