// src/ holds to the table of tools/structure.ts: imports go one way, and names say where things are.
// The linter checks static imports by the same table; this test reads the dynamic ones as well.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, matchesGlob, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { TARGET_KINDS } from '../../src/targets/kinds.ts';
import {
  ENTRIES,
  FOLDERS,
  filesFor,
  layers,
  SHARED_AWS,
  withOverrides,
} from '../../tools/structure.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SRC = join(ROOT, 'src');
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

/** What a file imports in this way: paths in src/ as they are there, packages by their names. */
function importsOf(file: string, way: RegExp): readonly string[] {
  const text = readFileSync(join(SRC, file), 'utf8').replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  return [...text.matchAll(way)].map(([, specifier = '']) =>
    specifier.startsWith('.')
      ? relative(SRC, resolve(SRC, dirname(file), specifier)).replaceAll('\\', '/')
      : specifier,
  );
}

/** In any way, types included. */
const ANY = /\b(?:from|import)\s*\(?\s*'([\w@./:-]+)'/g;
/** When the file itself is loaded. */
const AT_ONCE = /^(?:import|export) (?!type\b)(?:[^;']*? from )?'([\w@./:-]+)';/gm;

const IMPORTS = new Map(FILES.map((file) => [file, importsOf(file, ANY)]));

/** Everything that is loaded with a file. */
function loadedWith(file: string, loaded = new Set<string>()): ReadonlySet<string> {
  if (loaded.has(file)) return loaded;
  loaded.add(file);
  if (!FILES.includes(file)) return loaded;
  for (const next of importsOf(file, AT_ONCE)) loadedWith(next, loaded);
  return loaded;
}
const folderOf = (path: string) => (path.includes('/') ? path.split('/')[0] : undefined);

function isAllowed(from: string, to: string): boolean {
  const folder = FOLDERS.find(({ name }) => name === folderOf(from));
  if (!folder) {
    const entry = ENTRIES.find(({ file }) => file === from);
    return entry?.imports.includes(folderOf(to) ?? '') ?? false;
  }
  if (!FILES.includes(to)) return folder.packages.some((allowed) => matchesGlob(to, allowed));
  if (folderOf(to) === folder.name) return true;
  const files = filesFor(folder, folderOf(to) ?? '');
  return folder.imports.includes(folderOf(to) ?? '') && (files?.includes(basename(to)) ?? true);
}

/** A way from a file back to itself; `undefined` where there is none. */
function findCycle(): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of IMPORTS.get(file) ?? []) {
      const cycle = IMPORTS.has(next) ? visit(next, [...path, file]) : undefined;
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  return FILES.map((file) => visit(file, [])).find((cycle) => cycle !== undefined);
}

const KINDS = TARGET_KINDS.map(({ kind }) => kind);
/** The kind of target that a file is of; `undefined`: it is of none. */
const kindOf = (file: string) => KINDS.find((kind) => file.startsWith(`targets/${kind}/`));

describe('the structure of src/', () => {
  it('has no loose file besides the entry points, and no folder that the table lacks', () => {
    const loose = FILES.filter((file) => folderOf(file) === undefined);
    expect(loose).toEqual(ENTRIES.map(({ file }) => file));
    const folders = new Set(FILES.flatMap((file) => folderOf(file) ?? []));
    expect([...folders].sort()).toEqual(FOLDERS.map(({ name }) => name).sort());
  });

  it('imports only what the table allows, types and dynamic imports included', () => {
    const forbidden = FILES.flatMap((from) =>
      (IMPORTS.get(from) ?? []).filter((to) => !isAllowed(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(forbidden).toEqual([]);
  });

  it('has no cycle, not even of types', () => {
    expect(findCycle()).toBeUndefined();
  });

  it('loads few packages before it reads the inputs, and none that is slow to load', () => {
    const packages = [...loadedWith('main.ts')].filter((each) => !FILES.includes(each));
    expect(packages.sort()).toEqual([
      '@actions/core',
      'fastest-levenshtein',
      'node:fs',
      'node:path',
    ]);
  });

  it('names a kind of target nowhere but in its own folder', () => {
    const named = new RegExp(`\\b(kind\\??:?\\s*([!=]==)?|case)\\s*'(${KINDS.join('|')})'`);
    // How a caller reaches a function is no kind of target, though the words are the same.
    const infrastructure = ['doctor', 'survey', 'init'];
    const others = FILES.filter(
      (file) => kindOf(file) === undefined && !infrastructure.includes(folderOf(file) ?? ''),
    );
    expect(others.filter((file) => named.test(readFileSync(join(SRC, file), 'utf8')))).toEqual([]);
  });

  it('imports a kind of target nowhere but in the list of kinds', () => {
    const importing = FILES.filter((file) =>
      IMPORTS.get(file)?.some((to) => kindOf(to) !== undefined && kindOf(to) !== kindOf(file)),
    );
    expect(importing).toEqual(['targets/kinds.ts']);
  });

  it('has nothing of certain kinds in the files that every kind of target uses', () => {
    const common = FILES.filter(
      (file) => /^targets\/[^/]+$/.test(file) && file !== 'targets/kinds.ts',
    );
    const special = (to: string) =>
      /^targets\/\w+\//.test(to) ||
      to.startsWith('@aws-sdk/') ||
      (folderOf(to) === 'aws' && !SHARED_AWS.includes(basename(to)));
    const importing = common.filter((file) => IMPORTS.get(file)?.some(special));
    expect(importing).toEqual([]);
  });

  it('names the metrics and logs of Lambda and API Gateway in the targets only', () => {
    const named = /AWS\/(Lambda|ApiGateway)|\/aws\/lambda\//;
    // Alarms that users get as files name the metrics, too.
    const others = FILES.filter((file) => !['targets', 'init'].includes(folderOf(file) ?? ''));
    expect(others.filter((file) => named.test(readFileSync(join(SRC, file), 'utf8')))).toEqual([]);
  });

  it('loads the client of API Gateway only for a stage', () => {
    const gateway = '@aws-sdk/client-api-gateway';
    for (const file of ['commands/registry.ts', 'targets/alias/alias-target.ts']) {
      expect([file, loadedWith(file).has(gateway)]).toEqual([file, false]);
    }
    expect(loadedWith('targets/stage/stage-target.ts')).toContain(gateway);
  });

  it('has at most twelve layers, the entry points included', () => {
    expect(Math.max(...layers().values()) + 1).toBeLessThanOrEqual(12);
  });

  it('has no file name twice, besides commands that are named as users call them', () => {
    const names = FILES.map((file) => basename(file));
    const twice = new Set(names.filter((name, i) => names.indexOf(name) !== i));
    const outside = FILES.filter((file) => folderOf(file) !== 'commands').map((f) => basename(f));
    expect(
      [...twice].filter((name) => outside.filter((other) => other === name).length > 1),
    ).toEqual([]);
  });

  it('is what the linter checks', () => {
    const settings = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
    expect(settings).toEqual(withOverrides(settings));
  });
});
