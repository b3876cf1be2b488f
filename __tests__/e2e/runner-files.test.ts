// A runner that cannot keep all files: later steps decide by the outputs, so these do not depend on any of them.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { errorsOf, play } from '../support/rollout.ts';
import { createWorkspace } from '../support/workspace.ts';

const SHORT = { steps: '50%/30s', 'bake-time': '15s' };

describe('A release on a runner without a usable RUNNER_TEMP', () => {
  it.each([
    ['is a folder that is not there', 'missing', 'ENOENT'],
    ['is a file', 'file', 'ENOTDIR'],
  ])('that %s has all its outputs but the report', async (_, name, code) => {
    await play({}, async (scene) => {
      const workspace = createWorkspace();
      const temp = join(workspace.temp, name);
      if (name === 'file') writeFileSync(temp, '');
      scene.users();
      const run = await scene.release(SHORT, { workspace, env: { RUNNER_TEMP: temp } });
      expect(errorsOf(run)).toEqual([]);
      expect(run.exitCode).toBe(0);
      expect(run.outputs).toMatchObject({ outcome: 'promoted', versions: '{"hello":"2"}' });
      expect(run.outputs.report ?? '').toBe('');
      expect(run.outputs['report-html'] ?? '').toBe('');
      expect(run.summary).toContain('Promoted');
      const warnings = run.commands.filter(({ name: command }) => command === 'warning');
      const said = warnings.map(({ message }) => message).filter((text) => text.includes(code));
      expect(said).toEqual([expect.stringMatching(/^Writing the report failed: .*mkdtemp/)]);
    });
  });
});
