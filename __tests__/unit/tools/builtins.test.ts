// Imports of Node's own modules.

import { describe, expect, it } from '@jest/globals';
import { withRequired } from '../../../tools/builtins.mjs';

describe('Imports of modules of Node', () => {
  it('are required if an import would load much more, before anything runs', () => {
    const text = [
      'var before = 1;',
      'import { request as plainRequest, Agent } from "node:http";',
      'import { request } from "node:https";',
      '',
    ].join('\n');
    expect(withRequired(text)).toBe(
      [
        'import { createRequire } from "node:module";',
        'const require = createRequire(import.meta.url);',
        'const { request: plainRequest, Agent } = require("node:http");',
        'var before = 1;',
        'import { request } from "node:https";',
        '',
      ].join('\n'),
    );
  });

  it('stay as they are otherwise', () => {
    expect(withRequired('import { join } from "node:path";\n')).toBe(
      'import { join } from "node:path";\n',
    );
  });
});
