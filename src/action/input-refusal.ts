// A run whose inputs are refused has no target to report on, but an outcome like any other: a step with `if: always()`
// reads the outputs, and a person the summary.

import { appendFileSync } from 'node:fs';
import { foreign, known, messageOf } from '../base/errors.ts';
import { listed } from '../base/listed.ts';
import type { Log } from '../base/log.ts';
import { setOutput } from '../github/workflow-commands.ts';
import type { WrongInputs } from '../inputs/read.ts';
import { renderWrongInputs } from '../report/wrong-inputs.ts';
import type { Cause } from '../rollout/cause.ts';

/** Never throws. */
export async function publishRefusal({ problems }: WrongInputs, log: Log): Promise<void> {
  const cause: Cause['kind'] = 'refused';
  const outputs = { outcome: 'failed', cause, reason: `The inputs: ${listed(problems, '; ')}` };
  try {
    await foreign(() => {
      for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
      const file = process.env.GITHUB_STEP_SUMMARY;
      if (file) appendFileSync(file, renderWrongInputs(problems));
    });
  } catch (error) {
    log.warning(`Writing the outputs and the summary failed: ${messageOf(known(error))}`);
  }
}
