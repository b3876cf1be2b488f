import { describe, expect, it } from '@jest/globals';
import type { Expression } from '../../../src/hcl/hcl-model.ts';
import { parseHcl } from '../../../src/hcl/hcl-parser.ts';

const expressionIn = (text: string): Expression | undefined =>
  parseHcl('main.tf', `a = ${text}\n`).body.attributes.get('a')?.value;

describe('blocks and attributes', () => {
  it('are read with labels, nesting, comments and their places', () => {
    const text = `# a comment
resource "aws_lambda_alias" "live" { // another
  name = "live" /* and
  a third */
  lifecycle { ignore_changes = [function_version, routing_config] }
}
`;
    const [block] = parseHcl('main.tf', text).body.blocks;
    expect(block).toMatchObject({
      type: 'resource',
      labels: ['aws_lambda_alias', 'live'],
      line: 2,
    });
    expect(block?.body.attributes.get('name')?.value).toEqual({ kind: 'text', text: 'live' });
    expect(block?.body.blocks.map(({ type }) => type)).toEqual(['lifecycle']);
    expect(text.slice(block?.start, block?.end)).toMatch(/^resource[\s\S]*}$/);
    expect(text[block?.close ?? 0]).toBe('}');
  });

  it.each([
    ['a = ', 'main.tf:1: the line ends; expected a value'],
    ['a = "x', 'main.tf:1: the line ends; expected the closing quote of a string'],
    ['a {\n b = 1', 'main.tf:3: the file ends; expected "}" for a'],
    ['a = 1 b = 2', 'main.tf:1: "b = 2"; expected the end of the line'],
    ['\n\na = [1, 2', 'main.tf:4: the file ends; expected "]"'],
    ['a = <<EOT\nx\n', 'main.tf:1: "<<EOT"; expected a line EOT that ends the heredoc'],
    ['}', 'main.tf:1: "}"; expected a block or an attribute'],
    ['a = "\\q"', 'main.tf:1: "q""; expected an escape such as \\n or \\"'],
  ])('refuses %j by its line', (text, message) => {
    expect(() => parseHcl('main.tf', text.endsWith('\n') ? text : `${text}\n`)).toThrow(message);
  });

  it('refuses what is nested too deeply, and does not overflow', () => {
    const text = `a = ${'['.repeat(100_000)}`;
    expect(() => parseHcl('main.tf', text)).toThrow('expected at most 100 levels');
  });
});

describe('expressions', () => {
  it.each<[string, Expression]>([
    ['true', { kind: 'text', text: 'true' }],
    ['-1.5e3', { kind: 'text', text: '-1.5e3' }],
    ['"a\\tb\\u0041"', { kind: 'text', text: 'a\tbA' }],
    ['"$${stageVariables.x}"', { kind: 'text', text: '${stageVariables.x}' }],
    ['"100%"', { kind: 'text', text: '100%' }],
    ['"a$"', { kind: 'text', text: 'a$' }],
    ['a == b ? 1 : 2', expect.objectContaining({ kind: 'conditional' }) as never],
    ['1 + 2 * 3', { kind: 'operation', what: 'an operation with +' }],
    ['!a', { kind: 'operation', what: 'an operation with !' }],
  ])('%s', (text, expected) => {
    expect(expressionIn(text)).toEqual(expected);
  });

  it('reads references with names, indexes and splats', () => {
    expect(expressionIn('aws_x.y[each.key].arn')).toMatchObject({
      kind: 'traversal',
      root: 'aws_x',
      steps: [
        { kind: 'name', name: 'y' },
        { kind: 'index', index: { root: 'each' } },
        { kind: 'name', name: 'arn' },
      ],
    });
    expect(expressionIn('a.b[*].c')).toMatchObject({
      steps: [{}, { kind: 'splat' }, { name: 'c' }],
    });
    expect(expressionIn('f(a)[0].b')).toMatchObject({
      kind: 'part',
      of: { kind: 'call', name: 'f' },
    });
  });

  it('keeps "$${" apart from an interpolation that follows it', () => {
    expect(expressionIn('"${a.b}:$${stageVariables.${each.key}}/x"')).toMatchObject({
      kind: 'template',
      parts: [{ root: 'a' }, { text: ':${stageVariables.' }, { root: 'each' }, { text: '}/x' }],
    });
  });

  it('reads heredocs up to their word, and what follows', () => {
    const { body } = parseHcl('main.tf', 'a = <<-EOT\n  x ${b.c} y\n  EOT\nd = 1\n');
    expect(body.attributes.get('a')?.value).toMatchObject({
      parts: [{ text: '  x ' }, { root: 'b' }, { text: ' y\n' }],
    });
    expect(body.attributes.get('d')?.value).toEqual({ kind: 'text', text: '1' });
  });

  it('reads collections over several lines, with or without commas', () => {
    expect(expressionIn('{\n  a = 1 # one\n  "b" : [\n 2,\n ]\n}')).toEqual({
      kind: 'map',
      entries: [
        { key: { kind: 'text', text: 'a' }, value: { kind: 'text', text: '1' } },
        {
          key: { kind: 'text', text: 'b' },
          value: { kind: 'list', items: [{ kind: 'text', text: '2' }] },
        },
      ],
    });
  });

  it('reads "for" of both kinds', () => {
    expect(expressionIn('{ for k, v in a.b : k => v.c if v.d }')).toMatchObject({
      kind: 'for',
      names: ['k', 'v'],
      isFiltered: true,
    });
    expect(expressionIn('[for v in a : v]')).toMatchObject({ key: undefined, isFiltered: false });
    // A name that only begins so.
    expect(expressionIn('[format("x")]')).toMatchObject({ kind: 'list' });
  });
});
