// The examples of infrastructure, with their own tools: whatever the second and third deployment change, it is the code of
// the functions and nothing that moves users.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { find } from '../command.ts';
import { startEmulator } from '../emulators/server.ts';
import { checkCdk } from '../infrastructure/check-cdk.ts';
import { checkRoleStack } from '../infrastructure/check-role-stack.ts';
import { checkServerless } from '../infrastructure/check-serverless.ts';
import { checkTemplates } from '../infrastructure/check-templates.ts';
import { checkTerraform } from '../infrastructure/check-terraform.ts';
import { pythonTool } from '../tools.ts';
import { Unavailable, type Verifier, type VerifyContext } from '../verifier.ts';

const MOTO = { name: 'moto', program: 'moto_server', packages: ['moto[server]==5.2.5'] };

export const infrastructure: Verifier = {
  name: 'infrastructure',
  title: 'The examples of infrastructure, with SAM, CDK, Serverless and Terraform',
  shows: 'A deployment of new code changes nothing but the function.',
  byDefault: false,
  verify: async (context) => {
    await orSkip(context, 'sam, cloudformation', () => checkTemplates(context));
    await orSkip(context, 'cdk', () => inFolder((folder) => checkCdk(context, folder)));
    await orSkip(context, 'serverless', () =>
      inFolder((folder) => checkServerless(context, folder)),
    );
    await orSkip(context, 'terraform, roles', () => withEmulator(context));
  },
};

/** A missing tool skips its checks; the others run. */
async function orSkip(
  context: VerifyContext,
  name: string,
  check: () => Promise<void>,
): Promise<void> {
  try {
    await check();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    context.skip(name, error.message);
  }
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'verify-infrastructure-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function withEmulator(context: VerifyContext): Promise<void> {
  const program = find(MOTO.program) ?? (await pythonTool(context, MOTO));
  await inFolder(async (folder) => {
    const emulator = await startEmulator({
      program,
      args: (port) => ['-H', '127.0.0.1', '-p', String(port)],
      env: () => ({ MOTO_IAM_LOAD_MANAGED_POLICIES: 'false' }),
      cwd: folder,
      health: '/moto-api/',
      timeoutMs: 60_000,
    });
    const { url } = emulator;
    const reset = async () => void (await fetch(`${url}/moto-api/reset`, { method: 'POST' }));
    try {
      await checkRoleStack(context, { url, reset });
      await checkTerraform(context, folder, { url, reset });
    } finally {
      await emulator.stop();
    }
  });
}
