// Which file of the bundle has which package, and what our code uses of it: everything else is left out.

import { longName } from './marks.mjs';

/** Imported together by each release. */
const TOGETHER = /^@aws-sdk\/(client-|core)|^@smithy\//;

/** An import of a package, as opposed to one of a file or of Node itself. */
export function isPackage(specifier) {
  return /^[^./]/.test(specifier) && !/^(src\/|[a-z]+:)/.test(specifier);
}

/** `yaml` → `vendor-yaml.js` */
export function placeOfPackage(specifier) {
  if (TOGETHER.test(specifier)) return { file: 'vendor-aws.js', long: true };
  return { file: `vendor-${specifier.replace('@', '').replaceAll('/', '-')}.js`, long: false };
}

/**
 * A module for each file, which has what is used of its packages. Of one that is loaded with `import()`, that is
 * everything.
 *
 * @param {{now: Map<string, Set<string>>, later: Set<string>}} used
 * @returns {Promise<Map<string, string>>} the text by file
 */
export async function packageEntries({ now, later }) {
  const byFile = new Map();
  const specifiers = [...new Set([...now.keys(), ...later])].filter(isPackage).sort();
  for (const specifier of specifiers) {
    const all = later.has(specifier) ? Object.keys(await import(specifier)).filter(isName) : [];
    const names = [...new Set([...(now.get(specifier) ?? []), ...all])].sort();
    const { file, long } = placeOfPackage(specifier);
    const list = names.map((name) => (long ? `${name} as ${longName(specifier, name)}` : name));
    const line = `export { ${list.join(', ')} } from '${specifier}';`;
    byFile.set(file, [...(byFile.get(file) ?? []), line]);
  }
  return new Map([...byFile].map(([file, lines]) => [file, lines.join('\n')]));
}

function isName(name) {
  return /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default';
}
