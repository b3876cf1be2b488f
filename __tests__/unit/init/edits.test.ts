import { describe, expect, it } from '@jest/globals';
import { parseHcl } from '../../../src/hcl/hcl-parser.ts';
import { lineDiff } from '../../../src/init/line-diff.ts';
import { applyEdits, stateOf } from '../../../src/init/planned-file.ts';
import { samEdits } from '../../../src/init/sam-edits.ts';
import { aliasEdits, stageEdits } from '../../../src/init/terraform-edits.ts';

const ZEROS = '0'.repeat(64);
const sam = async (text: string, hasAlias = false) =>
  applyEdits(text, await samEdits(text, [{ logicalId: 'Orders', alias: 'live', hasAlias }]));

describe('the alias in a SAM template', () => {
  it('is added before the other properties, and comments stay', async () => {
    const text = `# head
Resources:
  Orders: # the first
    Type: AWS::Serverless::Function
    Properties:
      # where the code is
      CodeUri: ./src   # here
      Uri: !Sub '\${X}'
`;
    expect(await sam(text)).toBe(
      text.replace(
        '      CodeUri',
        `      AutoPublishAlias: live\n      AutoPublishCodeSha256: '${ZEROS}'\n      CodeUri`,
      ),
    );
  });

  it.each([
    [
      'a flow map',
      'Properties: { CodeUri: x }',
      `Properties: { AutoPublishAlias: live, AutoPublishCodeSha256: '${ZEROS}', CodeUri: x }`,
    ],
    [
      'JSON',
      '{"Properties": {"CodeUri": "x"}}',
      `{"Properties": {"AutoPublishAlias": "live", "AutoPublishCodeSha256": "${ZEROS}", "CodeUri": "x"}}`,
    ],
  ])('keeps the form of %s', async (_, before, after) => {
    const head = before.startsWith('{') ? '{"Resources": {"Orders": ' : 'Resources:\n  Orders: { ';
    const tail = before.startsWith('{') ? '}}' : ' }\n';
    expect(await sam(head + before + tail)).toBe(head + after + tail);
  });

  it('keeps line ends', async () => {
    const text = 'Resources:\r\n  Orders:\r\n    Properties:\r\n      CodeUri: x\r\n';
    expect((await sam(text)).split('\r\n')).toHaveLength(text.split('\r\n').length + 2);
    expect((await sam(text)).replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('adds only what is missing, and nothing twice', async () => {
    const text =
      'Resources:\n  Orders:\n    Properties:\n      AutoPublishAlias: live\n      CodeUri: x\n';
    const once = await sam(text, true);
    expect(once.match(/AutoPublishAlias/g)).toHaveLength(1);
    expect(await sam(once, true)).toBe(once);
    expect(await sam(text.replace('Orders', 'Carts'))).toBe(text.replace('Orders', 'Carts'));
  });
});

function terraform(text: string, name = 'fn') {
  const edits = aliasEdits([parseHcl('main.tf', text)], name, 'live');
  return applyEdits(text, edits);
}

describe('the alias in a Terraform file', () => {
  it('is added with its lifecycle, and callers use it', () => {
    const text = `# head
resource "aws_lambda_function" "fn" {
  function_name = "fn" # its name
}
resource "aws_lambda_function_url" "fn" {
  function_name      = aws_lambda_function.fn.function_name
  authorization_type = "NONE"
}
resource "aws_lambda_event_source_mapping" "fn" {
  function_name    = aws_lambda_function.fn.arn
  event_source_arn = aws_sqs_queue.in.arn
}
resource "aws_lambda_function" "other" { function_name = aws_lambda_function.fn.function_name }
`;
    const after = terraform(text);
    expect(after).toContain('  function_name = "fn" # its name\n  publish       = true\n}');
    expect(after).toContain('lifecycle { ignore_changes = [function_version, routing_config] }');
    expect(after).toContain(
      '  authorization_type = "NONE"\n  qualifier          = aws_lambda_alias.fn_live.name\n',
    );
    expect(after).toContain('function_name    = aws_lambda_alias.fn_live.arn');
    expect(after).toContain('"other" { function_name = aws_lambda_function.fn.function_name }');
    expect(after.startsWith('# head\n')).toBe(true);
    expect(terraform(after)).toBe(after);
  });

  it('has the keys of a function with for_each', () => {
    const after = terraform(`resource "aws_lambda_function" "fn" {
  for_each      = toset(["a", "b"])
  function_name = each.key
  publish       = false
}
resource "aws_api_gateway_integration" "fn" {
  for_each = aws_lambda_function.fn
  uri      = aws_lambda_function.fn[each.key].invoke_arn
}
resource "aws_lambda_permission" "fn" {
  for_each      = aws_lambda_function.fn
  function_name = each.value.function_name
}
`);
    expect(after).toContain('  publish = true\n');
    expect(after).toContain('  for_each         = aws_lambda_function.fn\n');
    expect(after).toContain('uri      = aws_lambda_alias.fn_live[each.key].invoke_arn');
    expect(after).toContain('qualifier     = aws_lambda_alias.fn_live[each.key].name');
  });

  it('has a further permission of an API, because a qualifier cannot be changed', () => {
    const permission = `resource "aws_lambda_permission" "api" {
  function_name = aws_lambda_function.fn.function_name
  principal     = "apigateway.amazonaws.com"
}`;
    const after = terraform(`resource "aws_lambda_function" "fn" { publish = true }
${permission}
`);
    expect(after).toContain(permission);
    expect(after).toContain(`

resource "aws_lambda_permission" "api_alias" {
  function_name = aws_lambda_function.fn.function_name
  principal     = "apigateway.amazonaws.com"
  qualifier     = aws_lambda_alias.fn_live.name
}`);
    expect(terraform(after)).toBe(after);
  });

  it.each([
    ['', 'lifecycle { ignore_changes = [function_version, routing_config] }'],
    [
      'lifecycle {\n    ignore_changes = [function_version]\n  }',
      'ignore_changes = [function_version, routing_config]',
    ],
    [
      'lifecycle {\n    prevent_destroy = true\n  }',
      'ignore_changes = [function_version, routing_config]',
    ],
  ])('completes the lifecycle %j of an alias that is there', (lifecycle, expected) => {
    const text = `resource "aws_lambda_function" "fn" { publish = true }
resource "aws_lambda_alias" "live" {
  function_name = aws_lambda_function.fn.function_name
  ${lifecycle}
}
`;
    const after = terraform(text);
    expect(after).toContain(expected);
    expect(after.match(/aws_lambda_alias"/g)).toHaveLength(1);
    expect(terraform(after)).toBe(after);
  });

  it('leaves a stage to the action', () => {
    const text = 'resource "aws_api_gateway_stage" "prod" {\n  stage_name = "prod"\n}\n';
    const edits = stageEdits([parseHcl('main.tf', text)], 'prod');
    expect(applyEdits(text, edits)).toContain(
      'ignore_changes = [deployment_id, variables, canary_settings]',
    );
  });
});

describe('a diff', () => {
  it('has the changed lines with three around', () => {
    const before = `${['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].join('\n')}\n`;
    const after = before.replace('e\n', 'E\nE2\n');
    expect(lineDiff('x', before, after)).toBe(
      [
        '--- a/x',
        '+++ b/x',
        '@@ -2,7 +2,8 @@',
        ' b',
        ' c',
        ' d',
        '-e',
        '+E',
        '+E2',
        ' f',
        ' g',
        ' h',
      ].join('\n'),
    );
  });

  it('of a new file has all of it, and of the same file nothing', () => {
    expect(lineDiff('x', undefined, 'a\n')).toBe('--- /dev/null\n+++ b/x\n@@ -0,0 +1,1 @@\n+a');
    expect(lineDiff('x', 'a\n', 'a\n')).toBe('');
  });

  it('of long texts ends', () => {
    const [a, b] = ['a\n'.repeat(5_000), 'b\n'.repeat(5_000)];
    expect(lineDiff('x', a, b).split('\n')).toHaveLength(10_003);
  });
});

describe('the state of a file', () => {
  it.each([
    [undefined, false, false, 'new'],
    ['x', false, false, 'same'],
    ['y', false, false, 'kept'],
    ['y', false, true, 'changed'],
    ['y', true, false, 'changed'],
  ] as const)('%j', (before, isEdit, overwrites, state) => {
    expect(stateOf({ path: 'p', text: 'x', before, isEdit }, overwrites)).toBe(state);
  });
});
