// Names the chunks of a build for what is in them. esbuild names them with a hash, so that each change would rename
// many files, and a stack trace would show names that nobody knows.

import { basename } from 'node:path';

/**
 * @param {import('esbuild').BuildResult} result of a build with `splitting` and `metafile`
 * @param {(module: string) => string | undefined} nameOf the name for a chunk that has this module
 * @returns {Map<string, {text: string, modules: string[]}>} the chunks by the names of their files
 */
export function nameChunks({ outputFiles, metafile }, nameOf) {
  const names = new Map();
  const taken = new Set();
  const outputs = Object.entries(metafile.outputs).sort(([, a], [, b]) => order(a, b));
  for (const [path, { entryPoint, inputs }] of outputs) {
    const old = basename(path);
    // Entries have the names that were asked for.
    const named = /-[A-Z0-9]{8}\.js$/.test(old) ? nameFor(entryPoint, inputs, nameOf) : undefined;
    names.set(old, named ? free(named, taken) : old);
    taken.add(names.get(old));
  }
  const modules = new Map(
    outputs.map(([path, { inputs }]) => [basename(path), Object.keys(inputs)]),
  );
  const renamed = outputFiles.map(({ path, text }) => [
    names.get(basename(path)),
    {
      text: text.replace(/"\.\/([^"/]+\.js)"/g, (same, old) =>
        names.has(old) ? `"./${names.get(old)}"` : same,
      ),
      modules: modules.get(basename(path)),
    },
  ]);
  return new Map(renamed.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Entries first, then by the first module: the order of the outputs depends on their hashes. */
function order(a, b) {
  const key = ({ entryPoint, inputs }) =>
    `${entryPoint ? 0 : 1} ${entryPoint ?? Object.keys(inputs).sort().join()}`;
  return key(a) < key(b) ? -1 : 1;
}

/** A chunk that several entries share is named for its largest module. */
function nameFor(entryPoint, inputs, nameOf) {
  if (entryPoint !== undefined) return nameOf(entryPoint) ?? 'later';
  const largest = Object.entries(inputs).sort(
    ([a, { bytesInOutput: x }], [b, { bytesInOutput: y }]) => y - x || (a < b ? -1 : 1),
  );
  const named = largest.map(([module]) => nameOf(module)).find((name) => name !== undefined);
  return `${named ?? 'runtime'}.shared`;
}

function free(name, taken) {
  for (let i = 1; ; i++) {
    const file = `${name}${i === 1 ? '' : `-${i}`}.js`;
    if (!taken.has(file)) return file;
  }
}
