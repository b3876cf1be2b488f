// The log as people see it, in every scenario of the demo: no line is wider than a row of GitHub's log at 1,280 px, and a
// check is written only if it shows something new. (Annotations are shown in boxes of their own.)

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type Pace, play } from '../../demo/play.ts';
import { SCENARIOS } from '../../demo/scenarios.ts';
import { openTurnClock } from '../../simulator/turns/turn-clock.ts';
import { PROGRESS_HEAD } from '../../src/report/progress-line.ts';
import { openUsers } from '../support/crowd.ts';

const WIDTH = 100;
const folder = mkdtempSync(join(tmpdir(), 'canary-log-lines-'));

/** As many users in a simulated minute as in the demo, which people watch; here nobody does. */
const AT_ONCE: Pace = {
  openClock: () => openTurnClock(),
  openUsers: (simulator, api) => openUsers(simulator, api, 300),
  // AWS's own waiters look once a real second.
  lambda: { updateSeconds: 0 },
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a row shows: the title of a group, or a line; `undefined`: an annotation, or nothing. */
function shown(line: string): string | undefined {
  const [, command, text = ''] = /^::([\w-]+)[^:]*::(.*)$/.exec(line) ?? [];
  if (command === undefined) return line;
  return command === 'group' ? text.replace(/%25/g, '%') : undefined;
}

describe('The log of the demo', () => {
  it.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))(
    '%s: fits, and repeats nothing',
    async (name, scenario) => {
      const lines: string[] = [];
      const { outcome } = await play(
        scenario,
        join(folder, name),
        (line) => lines.push(line),
        AT_ONCE,
      );
      expect(outcome).toBe(scenario.expected);
      const rows = lines.flatMap((line) => shown(line) ?? []);
      expect(rows.filter((row) => [...row].length > WIDTH)).toEqual([]);
      const isCheck = (row: string) => /^(watching|waiting|healthy|failing) /.test(row);
      const checks = rows.filter(isCheck);
      // Within a phase, and without the time and the time left.
      const news = rows
        .filter((row) => isCheck(row) || row === PROGRESS_HEAD)
        .map((row) => `${row.slice(0, 8)}${row.slice(27)}`);
      expect(news.filter((text, i) => text === news[i - 1])).toEqual([]);
      const phases = rows.filter((row) => row === PROGRESS_HEAD).length;
      expect(phases > 0).toBe(checks.length > 0);
      const report = JSON.parse(readFileSync(join(folder, name, 'report.json'), 'utf8'));
      expect(rows.some((row) => row.startsWith('  Version 2 '))).toBe(report.weights.length > 0);
    },
    120_000,
  );
});
