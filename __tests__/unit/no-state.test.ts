// No module of src/ keeps anything that changes: what a run knows is in what is passed to its functions. A test may so
// run one step after the other in one process, and a bug of one release cannot reach the next.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** What may change, and why it makes no difference. */
const KEPT: Readonly<Record<string, string>> = {
  'report/problem-link.ts: kinds': 'read once from constants',
  'calendar/zone.ts: formats': 'the same for the same time zone',
  'calendar/zone.ts: offsets': 'the same for the same time zone',
  'targets/stage/stage-baseline.ts: NONE': 'empty, of a type that nothing is added to',
  'templates/resources-by-type.ts: NONE': 'empty, of a type that nothing is added to',
  'templates/tree.ts: EMPTY': 'empty, of a type that nothing is added to',
  'templates/tree.ts: NO_MARKS': 'empty, of a type that nothing is added to',
  'templates/resources-by-type.ts: KNOWN': 'of a template that does not change',
  'templates/tree.ts: MARKS': 'of a template that does not change',
};

/** A variable of a module, or a collection in one that is not only read. */
const CHANGING =
  /^(?:export )?(?:let (\w+)|const (\w+)(?:: (?!Readonly)[^=]+)? = (?:new (?:Map|Set|WeakMap|WeakSet)\b[^(]*\(\)|\[\];|\{\};))/gm;

it('No module keeps anything that changes', () => {
  const found = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [...readFileSync(join(SRC, file), 'utf8').matchAll(CHANGING)].map(
        ([, variable, collection]) => `${file}: ${variable ?? collection}`,
      ),
    );
  expect(found.sort()).toEqual(Object.keys(KEPT).sort());
});
