// Packages of code: the same content gives the same bytes, and what Lambda cannot have is refused.

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { pack } from '../../../src/packaging/pack.ts';

const made: string[] = [];

function workspace(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'pack-')));
  made.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

interface Written {
  readonly name: string;
  readonly content: string;
  readonly mode?: number;
}

/** Writes the files in this order, at another time than any other call. */
function write(root: string, files: readonly Written[]): string {
  for (const { name, content, mode = 0o644 } of files) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    chmodSync(path, mode);
    const at = 1_500_000_000 + made.length * 86_400;
    utimesSync(path, at, at);
  }
  return root;
}

const FILES: readonly Written[] = [
  { name: 'index.js', content: 'exports.handler = 1;' },
  { name: 'bin/tool', content: '#!/bin/sh', mode: 0o755 },
  { name: 'lib/größe.js', content: '' },
];

async function folderWith(files: readonly Written[]) {
  const root = workspace();
  write(join(root, 'dist'), files);
  return pack('dist', root);
}

describe('A folder', () => {
  it('contains its files, whatever their order and times', async () => {
    const one = await folderWith(FILES);
    const other = await folderWith([...FILES].reverse());
    expect(other.codeSha256).toBe(one.codeSha256);
    const names = Object.keys(unzipSync(one.bytes));
    expect(names).toEqual(['bin/tool', 'index.js', 'lib/größe.js']);
  });

  it('gives the same bytes for the same tree, and others for any other', async () => {
    const part = fc.constantFrom('a', 'b', 'B', 'ä', 'z-1');
    const name = fc
      .tuple(part, fc.array(part, { maxLength: 2 }))
      .map(([first, rest]) => [first, ...rest.map((each) => `${each}.d`)].reverse().join('/'));
    const tree = fc.uniqueArray(
      fc.record({ name, content: fc.string(), mode: fc.constantFrom(0o600, 0o644, 0o755, 0o700) }),
      { minLength: 1, maxLength: 6, selector: (each) => each.name },
    );
    const shuffled = tree.chain((files) =>
      fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, fc.nat(), async ([files, reordered], which) => {
        const { codeSha256, bytes } = await folderWith(files);
        expect((await folderWith(reordered)).codeSha256).toBe(codeSha256);
        const unpacked = Object.entries(unzipSync(bytes)).map(([key, value]) => [
          key,
          Buffer.from(value).toString(),
        ]);
        expect(new Map(unpacked as [string, string][])).toEqual(
          new Map(files.map((file) => [file.name, file.content])),
        );
        const changed = files.map((file, i) =>
          i === which % files.length ? { ...file, content: `${file.content}!` } : file,
        );
        expect((await folderWith(changed)).codeSha256).not.toBe(codeSha256);
      }),
      { numRuns: 40 },
    );
  });

  it('has a known hash, in every time zone', async () => {
    const root = workspace();
    write(join(root, 'dist'), FILES);
    const script = `import { pack } from ${JSON.stringify(new URL('../../../src/packaging/pack.ts', import.meta.url).href)};
      console.log((await pack('dist', ${JSON.stringify(root)})).codeSha256);`;
    const file = join(root, 'print.mts');
    writeFileSync(file, script);
    const tsx = fileURLToPath(import.meta.resolve('tsx'));
    const hashes = ['Pacific/Kiritimati', 'America/St_Johns'].map((TZ) =>
      execFileSync(process.execPath, ['--import', tsx, file], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }).trim(),
    );
    expect(new Set([...hashes, (await pack('dist', root)).codeSha256])).toEqual(new Set([KNOWN]));
  });

  it('keeps who can run a file, and lets a bootstrap always run', async () => {
    const root = workspace();
    write(join(root, 'dist'), [
      { name: 'bootstrap', content: '#!/bin/sh', mode: 0o644 },
      { name: 'tool', content: '#!/bin/sh', mode: 0o775 },
      { name: 'data', content: '', mode: 0o666 },
    ]);
    const { bytes } = await pack('dist/', root);
    expect(modesIn(bytes)).toEqual({ bootstrap: 0o100755, tool: 0o100755, data: 0o100644 });
  });

  it('keeps a link within it', async () => {
    const root = workspace();
    write(join(root, 'dist'), FILES);
    symlinkSync('../index.js', join(root, 'dist/lib/main.js'));
    symlinkSync('lib', join(root, 'dist/library'));
    const { bytes } = await pack('dist', root);
    expect(modesIn(bytes)).toMatchObject({ 'lib/main.js': 0o120777, library: 0o120777 });
    const target = unzipSync(bytes)['lib/main.js'];
    expect(Buffer.from(target ?? []).toString()).toBe('../index.js');
  });
});

/** Of `FILES`. Another one means that every release of unchanged code would upload it again. */
const KNOWN = 'xPc89l3mRpL2MV6/i1AKh4Isjr1WlR86AI9OCBdpvXw=';

/** From the directory of a ZIP file (APPNOTE.TXT, 4.3.12). */
function modesIn(bytes: Uint8Array): Readonly<Record<string, number>> {
  const buffer = Buffer.from(bytes);
  const modes: Record<string, number> = {};
  let at = buffer.readUInt32LE(buffer.length - 6);
  while (buffer.readUInt32LE(at) === 0x02014b50) {
    const [length, extra] = [buffer.readUInt16LE(at + 28), buffer.readUInt16LE(at + 30)];
    const name = buffer.toString('utf8', at + 46, at + 46 + length);
    modes[name] = buffer.readUInt16LE(at + 40);
    at += 46 + length + extra;
  }
  return modes;
}

describe('Code that Lambda cannot have', () => {
  const dist = (root: string) => join(root, 'dist');
  it.each<[string, (root: string) => void, string]>([
    ['nothing', () => undefined, 'there is no such file in the checkout'],
    ['an empty folder', (root) => mkdirSync(dist(root)), 'the folder has no files'],
    [
      'a folder of folders',
      (root) => mkdirSync(join(dist(root), 'a/b'), { recursive: true }),
      'the folder has no files',
    ],
    [
      'a link that leads out of the folder',
      (root) => {
        write(root, [{ name: 'secret', content: 'x' }]);
        write(dist(root), FILES);
        symlinkSync('../secret', join(dist(root), 'link'));
      },
      'the link "link" leads out of the folder, to "../secret"',
    ],
    [
      'a link to a folder outside',
      (root) => {
        write(dist(root), FILES);
        symlinkSync(tmpdir(), join(dist(root), 'link'));
      },
      'the link "link" leads out of the folder',
    ],
    [
      'a link that leads out through another',
      (root) => {
        write(dist(root), FILES);
        mkdirSync(join(root, 'other'));
        symlinkSync('lib/../../other', join(dist(root), 'a'));
      },
      'the link "a" leads out of the folder',
    ],
    [
      'a link to nothing',
      (root) => {
        write(dist(root), FILES);
        symlinkSync('gone', join(dist(root), 'link'));
      },
      'the link "link" leads to nothing ("gone")',
    ],
    [
      'a folder that is a link out of the checkout',
      (root) => symlinkSync(tmpdir(), dist(root)),
      'it is outside the checkout',
    ],
    [
      'a pipe',
      (root) => {
        mkdirSync(dist(root));
        execFileSync('mkfifo', [join(dist(root), 'pipe')]);
      },
      '"pipe" is not a regular file',
    ],
    [
      'a folder of 300 MB',
      (root) => {
        write(dist(root), FILES);
        truncateSync(join(dist(root), 'index.js'), 300 * 1024 ** 2);
      },
      'its files have 300 MB; Lambda accepts at most 250 MB',
    ],
    [
      'a file of 300 MB',
      (root) => {
        writeFileSync(dist(root), '');
        truncateSync(dist(root), 300 * 1024 ** 2);
      },
      'it has 300 MB; Lambda accepts at most 250 MB',
    ],
    [
      'a file that is no ZIP file',
      (root) => writeFileSync(dist(root), 'hello'),
      'it is not a ZIP file',
    ],
    ['an empty file', (root) => writeFileSync(dist(root), ''), 'it is not a ZIP file'],
    [
      'a ZIP file without files',
      (root) => writeFileSync(dist(root), zipSync({})),
      'the ZIP file contains no files',
    ],
    [
      'a ZIP file with a folder only',
      (root) => writeFileSync(dist(root), zipSync({ 'a/': new Uint8Array() })),
      'the ZIP file contains no files',
    ],
    [
      'a ZIP file that is too large when unpacked',
      (root) => {
        const bytes = Buffer.from(zipSync({ zero: new Uint8Array(1) }));
        const directory = bytes.readUInt32LE(bytes.length - 6);
        bytes.writeUInt32LE(300 * 1024 ** 2, directory + 24);
        writeFileSync(dist(root), bytes);
      },
      'its files have 300 MB when unpacked; Lambda accepts at most 250 MB',
    ],
  ])('%s is refused in words', async (_, arrange, words) => {
    const root = workspace();
    arrange(root);
    await expect(pack('dist', root)).rejects.toThrow(`code: "dist": ${words}`);
  });

  it.each(['../other', '/etc', '.', ''])('a path out of the checkout: %s', async (path) => {
    const root = workspace();
    await expect(pack(path, root)).rejects.toThrow(/it is outside the checkout|no such file/);
  });
});

describe('A ZIP file', () => {
  it('is taken as it is', async () => {
    const root = workspace();
    const bytes = zipSync({ 'index.js': strToU8('1') });
    writeFileSync(join(root, 'orders.zip'), bytes);
    expect(Buffer.from((await pack('orders.zip', root)).bytes)).toEqual(
      readFileSync(join(root, 'orders.zip')),
    );
  });
});
