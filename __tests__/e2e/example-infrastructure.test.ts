// The infrastructure to copy, seen by the doctor: every function of it is ready, and no deployment reaches users.

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { startCli } from '../support/cli.ts';

const at = (folder: string) =>
  fileURLToPath(new URL(`../../examples/infrastructure/${folder}`, import.meta.url));

describe('infrastructure to copy', () => {
  it.each([
    ['sam', 6],
    ['cloudformation', 6],
    ['serverless', 6],
    ['terraform/alias', 1],
    ['terraform/stage-variable', 1],
  ])('is ready for gradual releases: %s', async (folder, functions) => {
    const options = { cwd: at(folder), aws: undefined };
    const { code, log } = await startCli(['doctor', '--offline', '--check'], options).done;
    expect(log).toMatch(new RegExp(`^${functions} functions?, ${functions} ready`, 'm'));
    expect(log).toContain('0 without a version or an alias');
    expect(log).not.toContain('at once');
    expect(code).toBe(0);
  });
});
