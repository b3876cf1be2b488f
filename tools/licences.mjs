// The licences of the packages in the bundle, which must be given along with it.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} root of the repository
 * @param {readonly string[]} modules as paths relative to the root
 * @returns {string} each licence text once, with the packages that are under it
 * @throws if the text of a licence is in no package
 */
export function licences(root, modules) {
  const packages = [...new Set(modules.map(folderOf))].sort().map((folder) => {
    const { name, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    return { name, license, text: textIn(join(root, folder)) };
  });
  const byText = new Map();
  for (const { name, license, text } of packages) {
    // Some packages name their licence only. Its text is that of any other package that is under it.
    const shown = text ?? packages.find((one) => one.license === license && one.text)?.text;
    if (shown === undefined)
      throw new Error(`${name}: the text of its licence, ${license}, is unknown`);
    byText.set(shown, [...(byText.get(shown) ?? []), `${name} (${license})`]);
  }
  return [...byText]
    .map(([text, names]) => `${[...new Set(names)].join('\n')}\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** `node_modules/a/node_modules/@b/c/index.js` → `node_modules/a/node_modules/@b/c` */
function folderOf(module) {
  const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module) ?? [];
  if (folder === undefined) throw new Error(`"${module}" is in no package`);
  return folder;
}

function textIn(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(\.|$)/i.test(name));
  return file && readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
}
