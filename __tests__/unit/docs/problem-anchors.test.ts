// Every refusal leads to an anchor in docs/troubleshooting.md, and every row there can be reached.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { problemId, problemList } from '../../../src/report/problem-link.ts';
import { rowOf, withAnchors } from '../../../tools/troubleshooting.ts';
import { allRefusals } from '../../support/refusals.ts';

const PAGE = readFileSync(
  fileURLToPath(new URL('../../../docs/troubleshooting.md', import.meta.url)),
  'utf8',
);
const LINES = PAGE.split('\n');
const ROWS = LINES.flatMap((line) => rowOf(line) ?? []);
/** As GitHub makes it of a heading. */
const HEADINGS = LINES.filter((line) => line.startsWith('## ')).map((line) =>
  line.slice(3).toLowerCase().replaceAll(' ', '-'),
);
const ANCHORS = new Set([...ROWS.flatMap(({ id }) => id ?? []), ...HEADINGS]);
const REFUSALS = allRefusals();

describe('The anchors of troubleshooting', () => {
  it('are one for each row', () => {
    expect(ROWS.length).toBeGreaterThan(200);
    const ids = ROWS.map(({ id }) => id);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
    expect(withAnchors(PAGE)).toBe(PAGE);
  });

  it('stay when a row gets other words', () => {
    const [row] = ROWS;
    const changed = PAGE.replace(
      row?.line ?? '',
      `| <a id="${row?.id}"></a>\`other words\` | fix |`,
    );
    expect(withAnchors(changed)).toBe(changed);
    expect(withAnchors('| `no region is set` | set it |')).toBe(
      '| <a id="region-set"></a>`no region is set` | set it |',
    );
  });

  it('are those that the messages of their own rows lead to', () => {
    const led = ROWS.flatMap(({ id, messages }) =>
      messages.map((message) => [id, problemId(message.replaceAll('…', 'xyz'), 'preflight')]),
    );
    const elsewhere = led.filter(([id, found]) => id !== found).map(([id]) => id);
    // Their fixed words are too few, or another row has them as well.
    expect(elsewhere.length).toBeLessThan(10);
  });
});

describe('A refusal of src/', () => {
  it('is found', () => {
    expect(REFUSALS.length).toBeGreaterThan(300);
    expect(REFUSALS.map(({ text }) => text)).toContain(
      'code: a preview shows what is uploaded already, because it must not change $LATEST; omit it',
    );
  });

  it.each(['the-command-line', 'the-inputs', 'preflight'] as const)(
    'has an anchor in %s',
    (area) => {
      const ids = REFUSALS.map(({ text }) => problemId(text, area));
      expect(ids.filter((id) => !ANCHORS.has(id))).toEqual([]);
    },
  );

  it('has a row of its own, if it says something of its own', () => {
    const telling = REFUSALS.filter(({ file, text }) => isOfAction(file) && wordsOf(text) >= 5);
    const without = telling.filter(({ text }) => problemId(text, 'preflight') === 'preflight');
    // Of some, all that tells them from others is put in.
    expect(without.map(({ file, text }) => `${file}: ${text}`).slice(20)).toEqual([]);
  });
});

/** The doctor and init explain what they find themselves. */
function isOfAction(file: string): boolean {
  return !/^(cli|doctor|survey|hcl|init|gitlab)\//.test(file);
}

function wordsOf(text: string): number {
  return (
    text
      .split('…')
      .join(' ')
      .match(/[A-Za-z]{2,}/g)?.length ?? 0
  );
}

describe('A list of problems', () => {
  const MISSING = 'config "x.yml": there is no such file in the checkout';

  it('links each to its row, and does not repeat what was said', () => {
    const url =
      'https://github.com/org/canary-action/blob/v1/docs/troubleshooting.md#such-file-checkout';
    expect(problemList([MISSING, 'steps: odd'], { most: 10, longest: 600 })).toEqual([
      `- config "x.yml": there is no such file in the checkout ([\`such-file-checkout\`](${url}))`,
      expect.stringMatching(/^- steps: odd \(\[`preflight`\]\(.*#preflight\)\)$/),
    ]);
    expect(
      problemList([MISSING], { most: 10, longest: 600, said: `Nothing was done: ${MISSING}` }),
    ).toEqual([`- How to fix it: [\`such-file-checkout\`](${url})`]);
  });

  it('has an end', () => {
    const many = Array.from({ length: 12 }, (_, i) => `problem ${i}`);
    expect(problemList(many, { most: 10, longest: 600 }).at(-1)).toBe('- and 2 more');
  });
});
