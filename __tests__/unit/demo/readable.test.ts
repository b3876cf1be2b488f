// The reports as the demo prints them: whole queries and addresses, and nothing that a terminal cannot show.

import { describe, expect, it } from '@jest/globals';
import { readable, WIDTH } from '../../../demo/readable.ts';
import { renderSummary } from '../../../src/report/summary.ts';
import { gallery } from '../../../verify/report/gallery.ts';

const summary = renderSummary(gallery().find(({ name }) => name === 'rolled-back-logs')!.report);
const text = readable(summary);

describe('a summary in a terminal', () => {
  it('has the query as it is, to be copied', () => {
    const [, query = ''] = /```\n(fields .*?)\n```/s.exec(summary) ?? [];
    expect(query).toContain('| filter @logStream like /\\[(8)\\]/');
    expect(text.replace(/^ {4}/gm, '')).toContain(query);
  });

  it('has long addresses whole, after the text', () => {
    const [, address = ''] = /\[Logs Insights\]\(<(.*?)>\)/.exec(summary) ?? [];
    expect(address.length).toBeGreaterThan(WIDTH);
    expect(text).toContain('in Logs Insights [2];');
    expect(text.split('\n')).toContain(`[2] ${address}`);
  });

  it('has what is folded as a title, and no markup', () => {
    expect(text).toContain('▸ How it was decided');
    expect(text).not.toContain('Evidence that it is worse');
    expect(text).toMatch(
      /^CAUTION: orders version 8 \(commit 3f9c2ab \[1\]\) was rolled back after/m,
    );
    expect(text).not.toMatch(/<\/?(details|summary)>|mermaid|\*\*|^> /m);
  });

  it('is no wider than a terminal, but for what is copied', () => {
    const long = text
      .split('\n')
      .filter((line) => line.length > WIDTH && !/^(\[\d+\]| {4})/.test(line));
    expect(long).toEqual([]);
  });
});
