// What the tools of the bundle are made of. The bundle itself is built in e2e/bundle.test.ts.

import { describe, expect, it } from '@jest/globals';
import { nameChunks } from '../../../tools/chunk-names.mjs';
import { longName, usedIn, withoutMarks } from '../../../tools/marks.mjs';

describe('Imports across builds', () => {
  const placeOf = (module: string) => ({ file: `${module[0]}.js`, long: module === 'a' });

  it('become imports of files', () => {
    const text = [
      'import {\n  x,\n  y as z\n} from "mark:a";',
      'import { x as w } from "mark:b";',
      'export { q } from "mark:b";',
      'await import("mark:b");',
    ].join('\n');
    expect(withoutMarks(text, placeOf)).toBe(
      [
        'import {\n  a__x as x,\n  a__y as z\n} from "./a.js";',
        'import {\n  x as w\n} from "./b.js";',
        'export {\n  q\n} from "./b.js";',
        'await import("./b.js");',
      ].join('\n'),
    );
    expect(usedIn([text])).toEqual({
      now: new Map([
        ['a', new Set(['x', 'y'])],
        ['b', new Set(['x', 'q'])],
      ]),
      later: new Set(['b']),
    });
  });

  it('are refused if they hide what is used', () => {
    expect(() => withoutMarks('import * as all from "mark:a";', placeOf)).toThrow(
      'what is used of a module must be visible, as in import { … } from; not: import * as all from "mark:a";',
    );
  });

  it('tell names of different modules apart', () => {
    expect(longName('@aws-sdk/client-lambda', 'TagResourceCommand')).not.toBe(
      longName('@aws-sdk/client-api-gateway', 'TagResourceCommand'),
    );
  });
});

describe('Names of chunks', () => {
  it('leave those that were asked for to their entries', () => {
    const output = (entryPoint: string | undefined, inputs: readonly string[]) => ({
      ...(entryPoint !== undefined && { entryPoint }),
      inputs: Object.fromEntries(inputs.map((path, i) => [path, { bytesInOutput: 10 - i }])),
    });
    const result = {
      metafile: {
        outputs: {
          'out/vendor-a.js': output('vendor:vendor-a.js', []),
          'out/a-ABCD1234.js': output('node_modules/a/index.js', ['node_modules/a/index.js']),
          'out/chunk-EFGH5678.js': output(undefined, [
            'node_modules/b/x.js',
            'node_modules/c/y.js',
          ]),
        },
      },
      outputFiles: [
        { path: '/out/vendor-a.js', text: 'import "./chunk-EFGH5678.js";' },
        { path: '/out/a-ABCD1234.js', text: 'export {};' },
        { path: '/out/chunk-EFGH5678.js', text: 'import("./a-ABCD1234.js");' },
      ],
    };
    const named = nameChunks(result, (path) => `vendor-${path.split('/')[1]}`);
    expect([...named].map(([name, { text }]) => [name, text])).toEqual([
      ['vendor-a-2.js', 'export {};'],
      ['vendor-a.js', 'import "./vendor-b.shared.js";'],
      ['vendor-b.shared.js', 'import("./vendor-a-2.js");'],
    ]);
  });
});
