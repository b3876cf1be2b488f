// The bundle, built once more: dist/ is what the sources give, and its chunks are as they should be.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundle, differences, root } from '../../tools/bundle.mjs';
import { licences } from '../../tools/licences.mjs';

type Chunks = Awaited<ReturnType<typeof bundle>>;

describe('The bundle', () => {
  const fresh = mkdtempSync(join(tmpdir(), 'bundle-'));
  let chunks: Chunks;
  beforeAll(async () => {
    chunks = await bundle(fresh);
  });
  afterAll(() => rmSync(fresh, { recursive: true }));

  it('is in dist/, byte for byte', () => {
    expect(differences(join(root, 'dist'), fresh)).toEqual([]);
  });

  it('has each module once, loads only its own files, and next to nothing to refuse an input', () => {
    const places = new Map<string, string[]>();
    // What a package itself loads later, such as the sources of credentials, may repeat a few small modules.
    const files = [...chunks].filter(([file]) => !/^\d+\./.test(file));
    for (const [file, { modules }] of files)
      for (const path of modules) places.set(path, [...(places.get(path) ?? []), file]);
    expect([...places].filter(([, where]) => where.length > 1)).toEqual([
      [
        'node_modules/@actions/http-client/lib/proxy.js',
        ['vendor-github.js', 'vendor-actions-http-client-lib-proxy.js'],
      ],
    ]);

    for (const [file, { text }] of chunks) {
      const named = [...text.matchAll(/(?:\bfrom ?|\bimport ?\(?)"(\.[^"]+)"/g)].map(
        ([, to]) => to,
      );
      // ncc computes the name of what a package loads later.
      const later = [...text.matchAll(/\b\w+\.e\((\d+)\)/g)].map(
        ([, id]) => `./${id}.${file.replace(/^\d+\./, '')}`,
      );
      const missing = [...named.filter((to) => to !== './'), ...later].filter(
        (to) => !chunks.has(to?.replace('./', '') ?? ''),
      );
      expect({ file, missing }).toEqual({ file, missing: [] });
    }
    expect(loadedWith('index.js', chunks)).toEqual([
      'core.js',
      'index.js',
      'vendor-actions-core.js',
      'vendor-fastest-levenshtein.js',
    ]);
  });

  it('writes an output without an HTTP client', () => {
    const { modules } = chunks.get('vendor-actions-core.js') ?? { modules: [] };
    expect(modules).toContain('node_modules/@actions/core/lib/core.js');
    expect(modules.filter((path) => !path.includes('/@actions/core/'))).toEqual([]);
  });

  it('has of the SDK only the operations that are called', () => {
    const { text } = chunks.get('vendor-aws.js') ?? { text: '' };
    const operations = [...text.matchAll(/=\[9,\w+,"(\w+)"/g)].map(([, name]) => name);
    const commands = [...text.matchAll(/ extends \w+\(\w+,\w+,"(\w+)",\w+\)/g)].map(
      ([, name]) => name,
    );
    expect(operations).toContain('UpdateStage');
    expect(operations.sort()).toEqual(commands.sort());
  });

  it('never imports node:http or node:fs, for which Node would load much more', () => {
    const importing = [...chunks].filter(([, { text }]) =>
      /(?:\bfrom ?|\bimport ?\(?) ?["'](?:node:)?(?:http|fs)["']/.test(text),
    );
    expect(importing.map(([file]) => file)).toEqual([]);
  });

  it('loads few files until the first call', () => {
    const first = ['index.js', 'action-access.js', 'action-release-step.js'];
    for (const kind of ['stage', 'alias']) {
      const files = [...first, `targets-${kind}-${kind}-target.js`].flatMap((file) => [
        ...loadedWith(file, chunks),
      ]);
      expect(new Set(files).size).toBeLessThan(14);
    }
  });

  it('exports of our modules only what other files import', () => {
    const texts = [...chunks.values()].map(({ text }) => text);
    for (const file of ['core.js', 'release.js', 'functions.js', 'stage.js', 'alias.js']) {
      const { text = '' } = chunks.get(file) ?? {};
      const exported = [...text.matchAll(/^ {2}\w+ as (src_\w+),?$/gm)].map(
        ([, name]) => name ?? '',
      );
      expect(exported.length).toBeGreaterThan(5);
      const unused = exported.filter(
        (name) => !texts.some((other) => new RegExp(`^ {2}${name}\\b`, 'm').test(other)),
      );
      expect({ file, unused }).toEqual({ file, unused: [] });
    }
  });

  it('has modules of packages as functions that are compiled once', () => {
    const { text } = chunks.get('vendor-aws.js') ?? { text: '' };
    expect(text.match(/[{,]\d+:\(function\(/g)?.length).toBeGreaterThan(100);
    expect(text).not.toMatch(/[{,]\d+:(\w+|\([\w,]+\))=>\{/);
  });

  it('comes with the licence of each package in it', () => {
    const packaged = [...chunks.values()]
      .flatMap(({ modules }) => modules)
      .filter((path) => path.includes('node_modules/'));
    const text = licences(root, packaged);
    for (const name of ['undici', '@aws-sdk/client-lambda', '@actions/core', 'yaml'])
      expect(text).toMatch(new RegExp(`^${name} \\(`, 'm'));
    expect(text).toContain('Apache License');
  });

  it('has no file names that change with each build', () => {
    expect([...chunks.keys()].filter((name) => /-[A-Z0-9]{8}\.js$/.test(name))).toEqual([]);
  });

  it('keeps the names of functions and classes, and of our files, which stack traces show', () => {
    expect(chunks.get('vendor-aws.js')?.text).toMatch(/\bclass PublishVersionCommand\b/);
    const { text } = chunks.get('release.js') ?? { text: '' };
    expect(text).toContain('// src/controller/loop.ts\n');
    expect(text).toMatch(/^async function runLoop\(/m);
  });
});

/** The files that are loaded before any `import()`. */
function loadedWith(file: string, chunks: Chunks): readonly string[] {
  const seen = new Set<string>();
  const visit = (one: string) => {
    if (seen.has(one)) return;
    seen.add(one);
    for (const [, to] of (chunks.get(one)?.text ?? '').matchAll(/\bfrom ?"\.\/([^"]+)"/g))
      visit(to ?? '');
  };
  visit(file);
  return [...seen].sort();
}
