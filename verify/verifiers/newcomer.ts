// `npm run demo` as a newcomer runs it: on a copy of this checkout, with the Node and the npm of this machine and the
// registry's packages.

import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Ended, mustRun, need, run } from '../command.ts';
import { Unavailable, type Verifier } from '../verifier.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FIVE_MINUTES = 300_000;
/** There are 37; on a machine without Node 24, two more. */
const MOST_PACKAGES = 45;

export const newcomer: Verifier = {
  name: 'newcomer',
  title: 'The first command of the README, in a fresh clone',
  shows:
    'The demo installs a small part of the packages from the registry, without a warning, and plays. Shows nothing about AWS.',
  byDefault: true,
  verify: async ({ check }) => {
    const folder = mkdtempSync(join(tmpdir(), 'newcomer-'));
    try {
      await copyTo(folder);
      const env = ownVariables();
      const npm = need('npm', env.PATH.split(delimiter));
      const demo = await run(npm, ['run', 'demo', '--', '--scenario', 'healthy'], {
        cwd: folder,
        env: { ...env, npm_config_prefer_offline: 'true' },
        timeoutMs: FIVE_MINUTES,
      });
      mustHaveRegistry(demo);
      await check('the demo plays', [], () => mustPlay(demo));
      await check('it installs few packages, without a warning', [], () => {
        assert.doesNotMatch(demo.stderr, /EBADENGINE|deprecated/);
        assert.ok(installedIn(folder) <= MOST_PACKAGES, `${installedIn(folder)} packages`);
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** The files that git has or would add. */
async function copyTo(folder: string): Promise<void> {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const files = (await mustRun(need('git'), list, { cwd: ROOT })).split('\0');
  for (const file of files) {
    const from = join(ROOT, file);
    if (file !== '' && file !== 'node_modules' && existsSync(from))
      cpSync(from, join(folder, file));
  }
}

/** Without what npm has set for this process, but for the registry, and without the Node that npm has put first. */
function ownVariables() {
  const others = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(?!config_(registry|cache)$)|NODE$|INIT_CWD$)/.test(name),
  );
  const path = (process.env.PATH ?? '').split(delimiter);
  const PATH = path.filter((each) => !each.endsWith(join('node_modules', '.bin'))).join(delimiter);
  return { ...Object.fromEntries(others), PATH };
}

function mustHaveRegistry({ code, stderr }: Ended): void {
  const [fault] = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENOTCACHED)\b/.exec(stderr) ?? [];
  if (code !== 0 && fault)
    throw new Unavailable(`the registry of npm cannot be reached (${fault})`);
}

function mustPlay({ code, stdout, stderr }: Ended): void {
  assert.equal(code, 0, `${stdout}\n${stderr}`.slice(-2000));
  const result = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  assert.equal(result.outcome, 'promoted');
}

function installedIn(folder: string): number {
  const lock = readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8');
  return Object.keys(JSON.parse(lock).packages).length;
}
