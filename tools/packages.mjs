// Which file of the bundle has which package, and what our code uses of it: everything else is left out.

import { longName } from './marks.mjs';

/** Packages that share modules are one file, so that each module is in the bundle once. */
const GROUPS = [
  { file: 'vendor-aws.js', has: /^@(aws-sdk|smithy)\// },
  { file: 'vendor-github.js', has: /^@actions\/(github|http-client(\/lib\/auth)?$)/ },
];

/** An import of a package, as opposed to one of a file or of Node itself. */
export function isPackage(specifier) {
  return /^[^./]/.test(specifier) && !/^(src\/|[a-z]+:)/.test(specifier);
}

/**
 * `yaml` → `vendor-yaml.js`
 *
 * @returns {{file: string, long: boolean}} `long`: of several modules, which may export the same name
 */
export function placeOfPackage(specifier) {
  const group = GROUPS.find(({ has }) => has.test(specifier));
  if (group) return { file: group.file, long: true };
  return { file: `vendor-${specifier.replace('@', '').replaceAll('/', '-')}.js`, long: false };
}

/**
 * A module for each file, which has what is used of its packages. Of one that is loaded with `import()`, that is
 * everything.
 *
 * @param {{now: Map<string, Set<string>>, later: Set<string>}} used
 * @returns {Promise<Map<string, {text: string, packages: string[]}>>} by file; `packages`: their names
 * @throws if a package of a group is loaded with `import()`, which would need names of its own
 */
export async function packageEntries({ now, later }) {
  const byFile = new Map();
  const specifiers = [...new Set([...now.keys(), ...later])].filter(isPackage).sort();
  for (const specifier of specifiers) {
    const { file, long } = placeOfPackage(specifier);
    if (long && later.has(specifier))
      throw new Error(
        `import('${specifier}'): import the names of it in a module that is loaded later`,
      );
    const all = later.has(specifier) ? Object.keys(await import(specifier)).filter(isName) : [];
    const names = [...new Set([...(now.get(specifier) ?? []), ...all])].sort();
    const list = names.map((name) => (long ? `${name} as ${longName(specifier, name)}` : name));
    const line = `export { ${list.join(', ')} } from '${specifier}';`;
    const { text = '', packages = [] } = byFile.get(file) ?? {};
    byFile.set(file, { text: `${text}${line}\n`, packages: [...packages, packageOf(specifier)] });
  }
  return byFile;
}

/** `@smithy/core/client` → `@smithy/core` */
function packageOf(specifier) {
  const [name] = /^(@[^/]+\/)?[^/]+/.exec(specifier);
  return name;
}

function isName(name) {
  return /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default';
}
