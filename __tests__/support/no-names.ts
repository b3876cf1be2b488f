// A look-up of names that knows none.

import { readCheckoutFile } from '../../src/inputs/checkout-file.ts';
import type { LookUp } from '../../src/inputs/look-up.ts';

export const noNames: LookUp = async ({ outputsFile, workspace }) => {
  const file = outputsFile === '' ? undefined : readCheckoutFile(outputsFile, workspace, 1e6);
  return {
    problems: file && 'problem' in file ? [`outputs-file: ${file.problem}`] : [],
    ...{ notes: [], stacks: [] },
    find: () => ({ kind: 'physical' }),
    functionsWith: () => ({ kind: 'refused', problem: 'there is no alias' }),
  };
};
