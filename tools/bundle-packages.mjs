// Bundles the packages with ncc: one file for those that share modules, and for what a file loads later one of its own.

import { rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ncc from '@vercel/ncc';
import { transform } from 'esbuild';
import { calledAtOnce } from './called-at-once.mjs';
import { stagePackages } from './stage-packages.mjs';

/** For the files that ncc itself does not shorten. Names stay: the SDK looks classes up by `constructor.name`. */
const SHORTER = {
  minifyWhitespace: true,
  treeShaking: true,
  format: 'esm',
  legalComments: 'none',
  charset: 'utf8',
};

/**
 * @param {string} root of the repository
 * @param {Map<string, {text: string, packages: string[]}>} entries what each file exports, and the packages for that
 * @returns {Promise<[string, {text: string, modules: string[]}][]>} the files by name
 * @throws if a package asks for what is not bundled
 */
export async function bundlePackages(root, entries) {
  // The names in the output depend on where the modules are, seen from here.
  if (process.cwd() !== root.replace(/[/\\]$/, ''))
    throw new Error(`the bundle is made in ${root}, not in ${process.cwd()}`);
  const folder = join(root, 'build');
  rmSync(folder, { recursive: true, force: true });
  const packages = [...entries.values()].flatMap((entry) => entry.packages);
  stagePackages(root, packages, folder);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  const files = [];
  for (const [file, { text }] of entries) {
    writeFileSync(join(folder, file), text);
    files.push(...(await bundleOne(folder, file)));
  }
  return files;
}

async function bundleOne(folder, file) {
  // `minify` keeps the names of functions and classes, and shortens the first file of a build only.
  const options = { filename: file, minify: true, cache: false, quiet: true };
  const { code, assets, stats } = await ncc(join(folder, file), options);
  const modules = modulesByFile(stats.compilation, folder);
  const texts = [[file, await readable(calledAtOnce(await shorter(code)))]];
  for (const [name, { source }] of Object.entries(assets)) {
    if (name === 'package.json') continue;
    texts.push([name, await shorter(source.toString())]);
  }
  return texts.map(([name, text]) => [name, { text, modules: modules.get(name) }]);
}

/** @throws if it is not JavaScript */
async function readable(text) {
  await transform(text, { format: 'esm' });
  return text;
}

async function shorter(text) {
  return (await transform(text, SHORTER)).code;
}

/** The paths of the packages' modules, relative to the root. */
function modulesByFile({ chunks, chunkGraph }, folder) {
  const found = [...chunks].map((chunk) => {
    const modules = [...chunkGraph.getChunkModules(chunk)];
    const paths = modules
      .flatMap((module) => (module.modules ? [...module.modules] : [module]))
      .flatMap(({ resource }) => resource ?? []);
    return [
      [...chunk.files][0],
      paths
        .map((path) => placeIn(folder, path))
        .filter(isPackaged)
        .sort(),
    ];
  });
  return new Map(found);
}

function placeIn(folder, path) {
  const place = relative(folder, path).replaceAll('\\', '/');
  if (place.startsWith('..'))
    throw new Error(`${path} is used, but package-lock.json does not say by what`);
  return place;
}

function isPackaged(path) {
  return path.startsWith('node_modules/');
}
