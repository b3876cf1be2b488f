// The texts of the SDK's schemas in their places.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { withTexts } from '../../../tools/schema-texts.mjs';

describe('Texts of schemas', () => {
  it('replace their names, as names of members, too, and nothing else', () => {
    const text = [
      'const _a = "apiId";',
      'const _hQ = "httpQuery";',
      'const n0 = "com.amazonaws.apigateway";',
      'const _registry = new TypeRegistry(n0);',
      'export var A$ = [3, n0, "not _a", { [_hQ]: _a }, [_a, _other], [64 | 0, () => B$]];',
    ].join('\n');
    expect(withTexts(text)).toBe(
      [
        'const n0 = "com.amazonaws.apigateway";',
        'const _registry = new TypeRegistry(n0);',
        'export var A$ = [3, n0, "not _a", { "httpQuery": "apiId" }, ["apiId", _other], [64, () => B$]];',
      ].join('\n'),
    );
  });

  it.each(['api-gateway', 'cloudwatch', 'lambda'])('leave %s as it was', (service) => {
    const found = createRequire(import.meta.url).resolve(`@aws-sdk/client-${service}`);
    const file = join(dirname(found), '..', 'dist-es', 'schemas', 'schemas_0.js');
    const text = readFileSync(file, 'utf8');
    const made = withTexts(text);
    expect(made).not.toMatch(/^const _\w+ = "/m);
    expect(schemasIn(made)).toEqual(schemasIn(text));
    expect(Object.keys(schemasIn(text)).length).toBeGreaterThan(100);
  });
});

/** What the module exports, with its references to other schemas by their names. */
function schemasIn(text: string): Record<string, unknown> {
  const names = [...text.matchAll(/^(?:export )?(?:var|let|const) (\w+\$?) = \[/gm)].map(
    ([, name]) => name,
  );
  const body = text
    .replace(/^import .*$/gm, '')
    .replace(/^\w+_registry\..*$/gm, '')
    .replace(/new TypeRegistry\([^)]*\)/g, '0')
    .replace(/^export (?=var|let|const)/gm, '')
    .replace(/\(\) => (\w+\$?)/g, '"to $1"');
  return new Function(`${body}\nreturn { ${names.join(', ')} };`)();
}
