import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { INPUT_NAMES, INPUTS, WORKFLOW_ONLY } from '../../support/input-schema.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

interface Metadata {
  readonly inputs: Readonly<Record<string, { description: string; default?: string }>>;
  readonly outputs: Readonly<Record<string, { description: string }>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post: string };
}

const metadata = parse(readFileSync(`${ROOT}action.yml`, 'utf8')) as Metadata;

describe('action.yml', () => {
  it('declares exactly the inputs that are read', () => {
    expect(Object.keys(metadata.inputs).sort()).toEqual([...INPUT_NAMES, ...WORKFLOW_ONLY].sort());
  });

  it('has no default except for the token, so that the config file can set a value', () => {
    const defaults = Object.entries(metadata.inputs).filter(([, input]) => 'default' in input);
    expect(defaults).toEqual([
      ['github-token', expect.objectContaining({ default: '${{ github.token }}' })],
    ]);
  });

  it('names the default of each input in its description', () => {
    for (const [name, { default: fallback }] of Object.entries(INPUTS)) {
      if (fallback === undefined || fallback === '') continue;
      const description = metadata.inputs[name]?.description ?? '';
      const words = ['promote', 'compare'].includes(name) ? 'all three' : fallback;
      expect(`${name}: ${description}`).toContain(words);
      expect(`${name}: ${description}`).toMatch(/default/i);
    }
  });

  it('starts existing files on Node 24', () => {
    expect(metadata.runs.using).toBe('node24');
    for (const script of [metadata.runs.main, metadata.runs.post]) {
      expect(existsSync(`${ROOT}${script}`)).toBe(true);
    }
  });
});
