// Every workflow to copy is played by act, or it is named with the reason why it is not. The tests play all of them
// (e2e/examples.test.ts).

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { NOT_PLAYED, PLAYED } from '../../../verify/verifiers/act-examples.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url));

it('every example is played by act, or listed with a reason', () => {
  const workflows = readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.yml'))
    .filter((name) => /^jobs:/m.test(readFileSync(join(EXAMPLES, name), 'utf8')));
  expect([...PLAYED, ...Object.keys(NOT_PLAYED)].sort()).toEqual(workflows.sort());
});
