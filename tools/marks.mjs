// Imports across the builds of the bundle. A build leaves a mark in the place of the file that another build makes; when
// all are done, the marks become files. Where two modules of a file export the same name, that file exports both with
// the module before the name.

/** As the bundler prints them. */
const IMPORT = /^(import|export) \{([^}]*)\} from "mark:([^"]+)";$/gm;
const LATER = /\bimport\("mark:([^"]+)"\)/g;

/** @param {string} module of a package, or of ours as a path relative to the root */
export function mark(module) {
  return `mark:${module}`;
}

/** `src/base/errors.ts`, `messageOf` → `src_base_errors_ts__messageOf` */
export function longName(module, name) {
  return `${module.replace(/\W/g, '_')}__${name}`;
}

/**
 * @param {(module: string, later: boolean) => {file: string, long: boolean}} placeOf the file that has a module, and
 * whether it exports long names; `later`: it is loaded with `import()`
 */
export function withoutMarks(text, placeOf) {
  const done = text
    .replace(IMPORT, (_, kind, list, module) => {
      const { file, long } = placeOf(module, false);
      const names = namesIn(list).map(([name, as]) => {
        const exported = long ? longName(module, name) : name;
        return exported === as ? as : `${exported} as ${as}`;
      });
      return `${kind} {\n  ${names.join(',\n  ')}\n} from "./${file}";`;
    })
    .replace(LATER, (_, module) => `import("./${placeOf(module, true).file}")`)
    .replace(
      /^import "mark:([^"]+)";$/gm,
      (_, module) => `import "./${placeOf(module, false).file}";`,
    );
  const [unknown] = done.match(/^.*"mark:.*$/m) ?? [];
  if (unknown !== undefined)
    throw new Error(
      `what is used of a module must be visible, as in import { … } from; not: ${unknown}`,
    );
  return done;
}

/**
 * @returns {{now: Map<string, Set<string>>, later: Set<string>}} the names that are imported of each marked module, and
 * the modules that are loaded with `import()`
 */
export function usedIn(texts) {
  const now = new Map();
  const later = new Set();
  for (const text of texts) {
    for (const [, , list, module] of text.matchAll(IMPORT)) {
      const names = namesIn(list).map(([name]) => name);
      now.set(module, new Set([...(now.get(module) ?? []), ...names]));
    }
    for (const [, module] of text.matchAll(LATER)) later.add(module);
  }
  return { now, later };
}

/** `a, b as c` → `[['a', 'a'], ['b', 'c']]` */
function namesIn(list) {
  return list.split(',').map((one) => {
    const [name, as = name] = one.trim().split(' as ');
    return [name, as];
  });
}
