// Bundles src/ and, with ncc, the packages that it uses. Our own code stays readable: its chunks are reviewed, and read
// in stack traces. Of third-party code, names of functions and classes are left.
//
// Each module is in exactly one chunk. What always runs together is one chunk, too: loading a file costs more than the
// code in it. The remaining modules are split by the bundler.

import { build } from 'esbuild';
import { withRequired } from './builtins.mjs';
import { bundlePackages } from './bundle-packages.mjs';
import { nameChunks } from './chunk-names.mjs';
import { longName, mark, usedIn, withoutMarks } from './marks.mjs';
import { isPackage, packageEntries, placeOfPackage } from './packages.mjs';

const COMMON = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  write: false,
  outdir: 'out',
  // The names in the output must not depend on where node_modules is.
  preserveSymlinks: true,
  logLevel: 'warning',
};

const ENTRY = 'src/main.ts';

const KINDS = ['src/targets/stage/stage-target.ts', 'src/targets/alias/alias-target.ts'];

/**
 * Loaded together; each group has what its roots import, except what an earlier group has. `common`: only what all of
 * the roots import.
 */
const GROUPS = [
  // All that is needed to refuse an input.
  { file: 'core.js', roots: [ENTRY] },
  // All that each release needs, whatever its target.
  { file: 'release.js', roots: ['src/action/access.ts', 'src/action/release-step.ts'] },
  // All that a release needs for its kind of target.
  { file: 'functions.js', roots: KINDS, common: true },
  { file: 'stage.js', roots: [KINDS[0]] },
  { file: 'alias.js', roots: [KINDS[1]] },
];

/**
 * @typedef {{text: string, modules: string[]}} Chunk `modules`: those that are in it, as paths relative to the root
 */

/**
 * @param {string} root of the repository
 * @returns {Promise<Map<string, Chunk>>} by the name of its file
 */
export async function bundleCode(root) {
  const graph = await readGraph(root);
  const placed = place(graph);
  const own = new Map(await buildRest(root, graph, placed));
  const buildGroups = async (namesOf) => {
    for (const { file } of GROUPS) own.set(file, await buildGroup(root, file, placed, namesOf));
  };
  const all = (path) => graph.get(path).names;
  await buildGroups(all);
  for (const path of [...namesUsed(own).later].filter((one) => placed.has(one)))
    own.set(`${ownName(path)}.js`, { text: facade(path, graph), modules: [] });
  // Once more, with what the other files use of them.
  const { now } = namesUsed(own);
  await buildGroups((path) => all(path).filter((name) => now.get(path)?.has(name)));
  const placeOf = (module, later) => {
    if (isPackage(module)) return placeOfPackage(module);
    const group = later ? undefined : placed.get(module);
    return group ? { file: group, long: true } : { file: `${ownName(module)}.js`, long: false };
  };
  const ours = [...own].map(([name, { text, modules }]) => [
    name,
    { text: withRequired(withoutMarks(text, placeOf)), modules },
  ]);
  return new Map([...ours, ...(await bundlePackages(root, await packageEntries(namesUsed(own))))]);
}

function namesUsed(chunks) {
  return usedIn([...chunks.values()].map(({ text }) => text));
}

/** What each module of ours imports, statically and with `import()`, and the names that it exports. */
async function readGraph(root) {
  const { metafile } = await build({
    ...COMMON,
    absWorkingDir: root,
    entryPoints: [ENTRY],
    splitting: true,
    packages: 'external',
  });
  const modules = Object.entries(metafile.inputs).map(([path, { imports }]) => {
    const ours = imports.filter(({ external }) => !external);
    const of = (wanted) => ours.filter(({ kind }) => kind === wanted).map((one) => one.path);
    return [path, { now: of('import-statement'), later: of('dynamic-import') }];
  });
  const alone = await build({
    ...COMMON,
    absWorkingDir: root,
    entryPoints: modules.map(([path]) => path),
    bundle: false,
  });
  const names = new Map(
    Object.values(alone.metafile.outputs).map(({ entryPoint, exports }) => [entryPoint, exports]),
  );
  return new Map(modules.map(([path, one]) => [path, { ...one, names: names.get(path) ?? [] }]));
}

/** The file of each module that is in a group. */
function place(graph) {
  const placed = new Map();
  for (const { file, roots, common } of GROUPS) {
    const imports = roots.map((root) => importedBy(root, graph));
    const all = imports.flatMap((one) => [...one]);
    for (const path of common ? all.filter((one) => imports.every((has) => has.has(one))) : all)
      if (!placed.has(path)) placed.set(path, file);
  }
  return placed;
}

/** The module and all that it imports, in the order in which they run; of the entry, what it imports. */
function importedBy(root, graph) {
  if (!graph.has(root))
    throw new Error(`${root} is in a group of the bundle, but nothing imports it`);
  const found = new Set();
  const visit = (path) => {
    if (found.has(path)) return;
    found.add(path);
    for (const next of graph.get(path).now) visit(next);
  };
  visit(root);
  if (root === ENTRY) found.delete(root);
  return found;
}

async function buildGroup(root, file, placed, namesOf) {
  const members = [...placed].filter(([, where]) => where === file).map(([path]) => path);
  const contents = members.map((path) => {
    const names = namesOf(path).map((name) => `${name} as ${longName(path, name)}`);
    return `export { ${names.join(', ')} } from './${path}';`;
  });
  const { outputFiles } = await build({
    ...COMMON,
    absWorkingDir: root,
    stdin: { contents: contents.join('\n'), resolveDir: root, sourcefile: file },
    outdir: undefined,
    outfile: `out/${file}`,
    // What is loaded later is, even from here, or the bundler would put it, and all that it imports, into functions.
    plugins: [marks(root, (path, later) => later || placed.get(path) !== file)],
  });
  return { text: outputFiles[0].text, modules: members };
}

/** The entry, and what is loaded with `import()`. */
async function buildRest(root, graph, placed) {
  const later = new Set([...graph.values()].flatMap((one) => one.later));
  const result = await build({
    ...COMMON,
    absWorkingDir: root,
    entryPoints: [
      { in: ENTRY, out: 'index' },
      ...[...later]
        .filter((path) => !placed.has(path))
        .map((path) => ({ in: path, out: ownName(path) })),
    ],
    splitting: true,
    plugins: [marks(root, (path) => placed.has(path))],
  });
  return nameChunks(result, ownName);
}

/** What is loaded with `import()` from a group gets a file of its own name. */
function facade(path, graph) {
  return `export {\n  ${graph.get(path).names.join(',\n  ')}\n} from "${mark(path)}";\n`;
}

/**
 * @param {(path: string, later: boolean) => boolean} isElsewhere whether another build has this module of ours; `later`:
 * it is loaded with `import()`
 */
function marks(root, isElsewhere) {
  const setup = ({ onResolve, resolve }) => {
    onResolve({ filter: /^[^.]/ }, ({ path, kind }) =>
      kind === 'entry-point' || !isPackage(path) ? undefined : { path: mark(path), external: true },
    );
    onResolve({ filter: /^\./ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === 'resolved') return undefined;
      const found = await resolve(path, { kind, resolveDir, pluginData: 'resolved' });
      const module = relativeTo(root, found.path);
      const later = kind === 'dynamic-import';
      return isElsewhere(module, later) ? { path: mark(module), external: true } : found;
    });
  };
  return { name: 'marks', setup };
}

/** `src/controller/loop.ts` → `controller-loop` */
function ownName(module) {
  return module
    .replace(/^src\//, '')
    .replace(/\.ts$/, '')
    .replaceAll('/', '-');
}

function relativeTo(root, path) {
  return path.replaceAll('\\', '/').slice(root.replaceAll('\\', '/').replace(/\/$/, '').length + 1);
}
