// The command `init`: writes what a repository needs for its first gradual release, as files.

import type { CliCommand } from './cli-command.ts';
import { READING_FLAGS } from './doctor-command.ts';
import { WRITING_FLAGS } from './writing-flags.ts';

export const INIT: CliCommand = {
  name: 'init',
  summary:
    'Writes workflows, roles, alarms, the config file, and the edits of SAM or Terraform files.',
  details: [
    'Reads what doctor reads, and writes files of the checkout only. Without a terminal, or with',
    '--dry-run, it shows what it would write. A second run changes nothing.',
  ],
  flags: [
    { title: 'What to read', flags: READING_FLAGS },
    {
      title: 'The repository',
      flags: [
        {
          name: 'repository',
          value: 'OWNER/NAME',
          doc: 'As GitHub spells it. Default: the remote "origin" of Git.',
        },
        {
          name: 'owner-id',
          value: 'NUMBER',
          doc: 'What "gh api repos/OWNER/NAME --jq .owner.id" prints. Default: asked of gh.',
        },
        {
          name: 'repository-id',
          value: 'NUMBER',
          doc: 'What "gh api repos/OWNER/NAME --jq .id" prints. Default: asked of gh.',
        },
        {
          name: 'environment',
          value: 'NAME',
          doc: 'The GitHub environment whose jobs may release. Default: production.',
        },
        {
          name: 'action-sha',
          value: 'COMMIT',
          doc: 'The commit of org/canary-action, for repositories that pin their actions.',
        },
      ],
    },
    {
      title: 'Writing',
      flags: WRITING_FLAGS,
    },
  ],
  run: async (context) => (await import('./run-init.ts')).runInit(context),
};
