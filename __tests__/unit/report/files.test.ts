import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DATA_PLACEHOLDER, fileOf, renderJson, renderPage } from '../../../src/report/files.ts';
import { outcomeSentence } from '../../../src/report/outcome-sentence.ts';
import { REPORT } from './report-fixture.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const page = readFileSync(join(root, 'dist/report-page.html'), 'utf8');

/** The data of a page, as a browser reads it: up to the first end tag. */
const dataIn = (html: string): unknown =>
  JSON.parse(/<script id="report" type="application\/json">(.*?)<\/script/s.exec(html)?.[1] ?? '');

describe('the page of a report', () => {
  it('has one placeholder for the data, which the build keeps', () => {
    expect(page.split(DATA_PLACEHOLDER)).toHaveLength(2);
    expect(dataIn(page)).toBe('the report');
  });

  it('contains the report, whatever text from outside is in it', () => {
    const title = '</script><script>alert(1)</script><!-- $& $1 \u2028 "the report"';
    const report = { ...REPORT, source: { ...REPORT.source, title } };
    const html = renderPage(page, report);
    expect(dataIn(html)).toMatchObject({
      report: JSON.parse(JSON.stringify(fileOf(report))),
      summary: expect.stringContaining('<div id="strip"></div>'),
      sentence: outcomeSentence(report),
    });
    expect(html.match(/<script/g)).toEqual(page.match(/<script/g));
  });

  it('loads nothing from the network, by its own policy', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'$/,
    );
    const bare = page.replace(/<script>.*<\/script>/s, '');
    expect(bare).not.toMatch(/<(link|img|iframe)\b|\bsrc="|@import|url\(/);
    expect(page).toContain('Permission is hereby granted'); // uPlot's licence goes with it
  });
});

describe('npm run report', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'report-page-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...files: readonly string[]): string => {
    const args = ['--import', 'tsx', join(root, 'tools/report.ts'), ...files];
    return execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  };

  it('recreates the page from the file', () => {
    const file = join(folder, 'report.json');
    writeFileSync(file, renderJson(REPORT));
    expect(run(file).trim()).toBe(join(folder, 'report.html'));
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toBe(
      renderPage(page, { ...JSON.parse(JSON.stringify(REPORT)), target: REPORT.target }),
    );
  });

  it('refuses a file that is not a report, and shows what it found', () => {
    const file = join(folder, 'other.json');
    writeFileSync(file, '{"schema":"something/2"}');
    expect(() => run(file)).toThrow(
      'has the schema "something/2"; expected "canary-action/report/1"',
    );
    expect(() => run()).toThrow('expected: npm run report -- report.json');
    expect(run('--help')).toContain('writes the page of a report');
  });
});
