import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { code, escapeMarkdown, link, shorten, table } from '../../../src/report/markdown.ts';

/** Renders Markdown like a GitHub comment, with HTML allowed. */
const render = (markdown: string): string =>
  micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });

/** The visible text. */
const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

const tagsOf = (html: string): readonly string[] => html.match(/<[^>]*>/g) ?? [];

/** What GitHub turns into links and notifications after it renders the Markdown. */
const REFERENCE = /(?:^|[^\w`/])@[\w-]|(?:^|[^&\w])#\d|\bGH-\d|\w@\w/i;

const TRICKS = [
  '@octocat please look',
  'fixes #1, octo-org/orders#2 and GH-3',
  '![x](https://evil.example/pixel.png)',
  '[click](javascript:alert(1))',
  '<img src=x onerror=alert(1)>',
  '</td></tr></table><h1>hi',
  '<!-- canary-action a/b -->',
  '| a | b |',
  '\\| a \\\\| b',
  '`code` ``two`` ```',
  '``` js\nalert(1)\n```',
  '# heading',
  '> quote',
  '- item\n- item',
  '1. one\n2) two',
  '- [x] done',
  '---\n***\n===',
  'https://evil.example/a?b=c',
  'HTTP://evil.example',
  'www.evil.example',
  '_www.evil.example and (www.evil.example) ~www.evil.example *www.evil.example',
  'mail me@evil.example or mailto:me@evil.example or xmpp:me@evil.example/a',
  '&lt;b&gt; &#60;b&#62; &copy;',
  '*a* **b** _c_ __d__ ~~e~~ ~f~',
  '[^1] [^1]: note',
  '[a]: https://evil.example',
  '<https://evil.example>',
  '$`x^2`$ and $$y$$',
  '\u2028| a\u2029b |',
  '\r\r\n | x',
  '    indented',
  '\\',
  '\\\\|',
  '@@octocat @_a_ @-a',
  'a\u0000b',
  'ftp://evil.example //evil.example',
];

const foreign = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 4,
    arbitrary: fc.string({
      unit: fc.constantFrom(...'@#|`*_[]()<>!\\~$&;:/-=+.^{}"\' \n\r\tax1w'),
      maxLength: 40,
    }),
  },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...TRICKS), fc.string({ maxLength: 5 })), { maxLength: 4 })
      .map((parts) => parts.join('')),
  },
);

/** Parsers replace NUL; zero-width spaces come from the escaping itself. */
const asSeen = (text: string): string => text.replaceAll('\0', '\uFFFD').replace(/\u200B/g, '');

describe('text from outside in Markdown', () => {
  it.each(TRICKS)('is shown as plain text: %j', (trick) => {
    const html = render(escapeMarkdown(trick));
    expect(tagsOf(html)).toEqual(['<p>', '</p>']);
    expect(asSeen(textOf(html))).toBe(asSeen(trick.replace(/[\s\u2028\u2029]+/g, ' ').trim()));
    expect(textOf(html)).not.toMatch(REFERENCE);
  });

  it('produces only a paragraph of that text, whatever it is', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const escaped = escapeMarkdown(text, 10_000);
        const html = render(escaped);
        const expected = text.replace(/[\s\u2028\u2029]+/g, ' ').trim();
        expect(tagsOf(html)).toEqual(escaped === '' ? [] : ['<p>', '</p>']);
        expect(asSeen(textOf(html)).trim()).toBe(asSeen(expected).trim());
        expect(textOf(html)).not.toMatch(REFERENCE);
        expect(escaped).not.toMatch(/[\n\r\u2028\u2029]/);
      }),
      { numRuns: 600 },
    );
  });

  it('fills only one table cell, one list item and one heading', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const cell = escapeMarkdown(text, 10_000);
        const tableHtml = render(table(['a', 'b'], [[cell, 'after']]));
        expect(tagsOf(tableHtml).filter((tag) => !/^<\/?t/.test(tag))).toEqual([]);
        expect(tagsOf(tableHtml).filter((tag) => tag === '<td>')).toHaveLength(2);
        expect(tableHtml).toContain('<td>after</td>');
        const listTags = tagsOf(render(`- before\n- ${cell}\n- after`));
        expect(listTags.filter((tag) => !/^<\/?(ul|li)>$/.test(tag))).toEqual([]);
        expect(listTags.filter((tag) => tag === '<li>')).toHaveLength(3);
        expect(tagsOf(render(`### ${cell} x`))).toEqual(['<h3>', '</h3>']);
        expect(tagsOf(render(`**${cell || 'x'}**\n\nnext`)).slice(0, 1)).toEqual(['<p>']);
      }),
      { numRuns: 300 },
    );
  });

  it('is shortened with an ellipsis, never in the middle of a character', () => {
    expect(escapeMarkdown('x'.repeat(301))).toBe(`${'x'.repeat(299)}…`);
    expect(escapeMarkdown('x'.repeat(300))).toBe('x'.repeat(300));
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.integer({ min: 1, max: 30 }),
        (text, max) => {
          const cut = escapeMarkdown(text, max);
          expect(cut).not.toMatch(/\p{Surrogate}/u);
          expect(code(text, max)).not.toMatch(/\p{Surrogate}/u);
        },
      ),
    );
  });
});

describe('text from outside as code', () => {
  it('is one span of that text, whatever it is; plain text if it contains a pipe', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const expected = text.replace(/[\s\u2028\u2029]+/g, ' ').trim();
        fc.pre(expected !== '');
        const html = render(`x ${code(text, 10_000)} x`);
        const span = expected.includes('|') ? [] : ['<code>', '</code>'];
        expect(tagsOf(html)).toEqual(['<p>', ...span, '</p>']);
        expect(asSeen(textOf(html))).toBe(asSeen(`x ${expected} x`));
      }),
      { numRuns: 300 },
    );
  });

  it('is one span in a table cell too', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const html = render(table(['a', 'b'], [[code(text, 10_000), 'after']]));
        expect(tagsOf(html).filter((tag) => tag === '<td>')).toHaveLength(2);
        expect(html).toContain('<td>after</td>');
        const odd = tagsOf(html).filter((tag) => !/^<\/?(t|code>)/.test(tag));
        expect(odd).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is empty for an empty text', () => {
    expect([code(''), code(' \n ')]).toEqual(['', '']);
  });
});

describe('a link', () => {
  it('is made only of web addresses', () => {
    expect(link('run', 'https://github.com/a/b')).toBe('[run](https://github.com/a/b)');
    for (const url of [
      'javascript:alert(1)',
      'https://a b',
      'https://a>b',
      'https://a\\b',
      '',
      'data:x',
      'https://a"b',
    ]) {
      expect(link('run', url)).toBe('run');
    }
  });

  it('keeps its address complete, whatever brackets it contains', () => {
    const url = "https://a.example/#graph=~(metrics~(~'AWS*2fLambda))";
    expect(render(link('run', url))).toBe(`<p><a href="${url}">run</a></p>`);
    expect(render(link('run', 'https://a)(b'))).toBe('<p><a href="https://a)(b">run</a></p>');
  });
});

const bytes = (text: string) => new TextEncoder().encode(text).length;

describe('a text that is too long', () => {
  it('ends at the end of a line within the limit, and points to the rest', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 30 }).map((s) => s.replace(/\n/g, ''));
    fc.assert(
      fc.property(fc.array(line), fc.integer({ min: 40, max: 400 }), (lines, limit) => {
        const text = lines.join('\n');
        const short = shorten(text, limit, '*see elsewhere*');
        expect(bytes(short)).toBeLessThanOrEqual(limit);
        if (bytes(text) <= limit) expect(short).toBe(text);
        else {
          expect(short.endsWith('\n\n*see elsewhere*\n')).toBe(true);
          const kept = short.slice(0, -'\n\n*see elsewhere*\n'.length);
          expect(kept === '' || text.startsWith(`${kept}\n`)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is kept if it fits', () => {
    const text = Array.from({ length: 100 }, (_, i) => `line ${i}`).join('\n');
    const short = shorten(text, 200, 'more');
    expect(bytes(short)).toBeGreaterThan(185);
  });
});
