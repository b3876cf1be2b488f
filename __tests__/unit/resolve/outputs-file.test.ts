import { describe, expect, it } from '@jest/globals';
import { parseOutputs } from '../../../src/resolve/outputs-file.ts';

describe('a file with outputs', () => {
  it('of CDK', () => {
    expect(parseOutputs('{"shop":{"Api":"a1","Fn":"orders"},"web":{"Url":"x"}}')).toEqual({
      outputs: [
        { key: 'Api', stack: 'shop', values: ['a1'], sensitive: false },
        { key: 'Fn', stack: 'shop', values: ['orders'], sensitive: false },
        { key: 'Url', stack: 'web', values: ['x'], sensitive: false },
      ],
      secrets: [],
    });
  });

  it('of Terraform, with lists and objects, and with what to mask', () => {
    const text = JSON.stringify({
      api: { sensitive: false, type: 'string', value: 'a1' },
      names: { sensitive: false, type: ['list', 'string'], value: ['orders', 'payments'] },
      fns: { sensitive: false, type: ['object', {}], value: { orders: 'o-1', deep: { x: 'y' } } },
      nothing: { sensitive: false, type: 'string', value: null },
      password: { sensitive: true, type: 'string', value: 'p4ssw0rd' },
      keys: { sensitive: true, type: ['list', 'string'], value: ['ab', 'key-in-a-list'] },
    });
    expect(parseOutputs(`\uFEFF${text}\n`)).toEqual({
      outputs: [
        { key: 'api', stack: '', values: ['a1'], sensitive: false },
        { key: 'names', stack: '', values: ['orders', 'payments'], sensitive: false },
        { key: 'fns.orders', stack: '', values: ['o-1'], sensitive: false },
        { key: 'fns.deep.x', stack: '', values: ['y'], sensitive: false },
        { key: 'password', stack: '', values: ['p4ssw0rd'], sensitive: true },
        { key: 'keys', stack: '', values: ['ab', 'key-in-a-list'], sensitive: true },
      ],
      secrets: ['p4ssw0rd', 'key-in-a-list'],
    });
  });

  it.each([
    ['', 'it is empty'],
    ['no', 'it is not JSON'],
    ['[1]', 'it is not a JSON object'],
    ['{}', 'it has no outputs'],
    ['{"shop":{"Api":{"deep":1}}}', 'its form is not known'],
    ['{"shop":"x"}', 'its form is not known'],
    ['{\u0000"a":1', 'it is not UTF-8'],
    [
      '[command]/home/runner/work/_temp/1/terraform-bin output -json\n{"api":{"sensitive":false,"value":"a1"}}\n::debug::Terraform exited with code 0.',
      'the wrapper of hashicorp/setup-terraform added its own lines; expected terraform_wrapper: false',
    ],
  ])('says what is wrong with %j', (text, problem) => {
    expect(parseOutputs(text)).toContain(problem);
  });
});
