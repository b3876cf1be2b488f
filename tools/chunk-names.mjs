// Names the chunks of a build for what is in them. esbuild names them with a hash, so that each change would rename
// many files, and a stack trace would show names that nobody knows.

import { basename } from 'node:path';

const HASHED = /-[A-Z0-9]{8}\.js$/;

/**
 * @param {{outputFiles: {path: string, text: string}[], metafile: {outputs: Record<string, {entryPoint?: string, inputs:
 * Record<string, {bytesInOutput: number}>}>}}} result of a build with `splitting`
 * @param {(module: string) => string | undefined} nameOf the name for a chunk that has this module
 * @returns {Map<string, {text: string, modules: string[]}>} the chunks by the names of their files
 */
export function nameChunks({ outputFiles, metafile }, nameOf) {
  const outputs = Object.entries(metafile.outputs).sort(([, a], [, b]) => order(a, b));
  // Entries have the names that were asked for.
  const asked = outputs.map(([path]) => basename(path)).filter((name) => !HASHED.test(name));
  const names = new Map(asked.map((name) => [name, name]));
  const taken = new Set(asked);
  for (const [path, { entryPoint, inputs }] of outputs) {
    const old = basename(path);
    if (names.has(old)) continue;
    const name = free(nameFor(entryPoint, inputs, nameOf), taken);
    names.set(old, name);
    taken.add(name);
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

/** By what is in them: the order of the outputs depends on their hashes. */
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
