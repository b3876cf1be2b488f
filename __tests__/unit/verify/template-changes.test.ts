// What a deployment changes, and which of it moves users.

import { describe, expect, it } from '@jest/globals';
import {
  changesIn,
  codeOf,
  movesIn,
  type Template,
} from '../../../verify/infrastructure/template-changes.ts';

const FUNCTION = 'AWS::Lambda::Function';
const template = (code: string, more: Template['Resources'] = {}): Template => ({
  Resources: {
    Orders: { Type: FUNCTION, Properties: { Code: { S3Key: code }, Memory: 1 } },
    ...more,
  },
});
const alias = (version: string) => ({
  Live: { Type: 'AWS::Lambda::Alias', Properties: { FunctionVersion: version } },
});

describe('the changes between two templates', () => {
  it('are none between equal ones, whatever the order of properties', () => {
    const other = {
      Resources: { Orders: { Type: FUNCTION, Properties: { Memory: 1, Code: { S3Key: 'a' } } } },
    };
    expect(changesIn(template('a'), other)).toEqual([]);
  });

  it('are those of the code', () => {
    const changes = changesIn(template('a'), template('b'));
    expect(changes).toEqual(codeOf(['Orders']));
    expect(movesIn(changes)).toEqual([]);
  });

  it('name added, removed and replaced resources, and properties that appear or go', () => {
    const added = changesIn(template('a'), template('a', alias('1')));
    expect(added).toEqual(['Add AWS::Lambda::Alias Live']);
    expect(movesIn(added)).toEqual(added);
    expect(changesIn(template('a', alias('1')), template('a'))).toEqual([
      'Remove AWS::Lambda::Alias Live',
    ]);
    expect(
      changesIn(template('a', { X: { Type: 'A' } }), template('a', { X: { Type: 'B' } })),
    ).toEqual(['Add B X', 'Remove A X']);
    expect(
      changesIn(
        template('a', { X: { Type: 'A' } }),
        template('a', { X: { Type: 'A', Properties: { P: 1 } } }),
      ),
    ).toEqual(['Modify A X P']);
  });

  it('move users if the alias gets another version', () => {
    const changes = changesIn(template('a', alias('1')), template('b', alias('2')));
    expect(movesIn(changes)).toEqual(['Modify AWS::Lambda::Alias Live FunctionVersion']);
  });
});
