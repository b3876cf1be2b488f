// Terraform's AWS provider reads back everything it wrote: any difference shows up as a new plan.

import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSimulator } from '../../simulator/simulator.ts';
import { mustRun, need, run } from '../command.ts';
import { Unavailable, type Verifier } from '../verifier.ts';
import { firstError } from './linters.ts';

const MODULE = fileURLToPath(new URL('../terraform', import.meta.url));
/** `terraform plan -detailed-exitcode`: 0 no change, 1 error, 2 changes. */
const NO_CHANGE = 0;

export const terraform: Verifier = {
  name: 'terraform',
  title: 'Terraform with its AWS provider',
  shows: 'The most widely used provider reads back exactly what it wrote.',
  byDefault: true,
  verify: async (context) => {
    const program = need('terraform');
    const cwd = await mkdtemp(join(tmpdir(), 'verify-terraform-'));
    const simulator = await startSimulator();
    try {
      await cp(MODULE, cwd, { recursive: true });
      const env = { ...process.env, TF_VAR_endpoint: simulator.url, TF_IN_AUTOMATION: '1' };
      const common = ['-no-color', '-input=false'];
      const init = await run(program, ['init', ...common], { cwd, env });
      if (init.code !== 0) {
        throw new Unavailable(
          `terraform is installed, its provider hashicorp/aws is not: ${firstError(init.stderr)}`,
        );
      }
      await context.check('apply: creates API, stage and alias', [], () =>
        mustRun(program, ['apply', '-auto-approve', ...common], { cwd, env }),
      );
      await context.check('plan again: no drift', ['read-stage', 'read-drafts'], async () => {
        const plan = await run(program, ['plan', '-detailed-exitcode', ...common], { cwd, env });
        assert.equal(plan.code, NO_CHANGE, plan.stdout + plan.stderr);
      });
      await context.check('destroy: deletes everything', [], () =>
        mustRun(program, ['destroy', '-auto-approve', ...common], { cwd, env }),
      );
    } finally {
      await simulator.close();
      await rm(cwd, { recursive: true, force: true });
    }
  },
};
