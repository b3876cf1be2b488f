// The command `migrate`: from gradual deployments of another tool to releases of this action.

import type { CliCommand } from './cli-command.ts';
import { WRITING_FLAGS } from './writing-flags.ts';

export const MIGRATE: CliCommand = {
  name: 'migrate',
  summary:
    'Turns gradual deployments of SAM, CloudFormation, CDK, Serverless or Terraform into releases.',
  details: [
    'Reads files only. It writes a config file, and takes out of SAM and CloudFormation templates what',
    'moves the alias; for other tools it prints the change. Without a terminal, or with --dry-run, it',
    'shows what it would write. A second run changes nothing.',
  ],
  flags: [
    {
      title: 'What to read',
      flags: [
        {
          name: 'from',
          value: 'FILE',
          repeats: true,
          doc: 'A template, serverless.yml, an AppSpec, or what "terraform show -json" writes. Default: all in the folder.',
        },
        { name: 'folder', value: 'PATH', doc: 'The checkout. Default: the current folder.' },
        {
          name: 'template-parameters',
          value: 'NAME=VALUE',
          repeats: true,
          doc: 'A parameter of the template, or the name in AWS of one of its resources.',
        },
        {
          name: 'sam-config',
          value: 'FILE',
          doc: 'The settings of "sam deploy", such as samconfig.toml#prod. Default: the environment "default" in samconfig.toml next to the template.',
        },
        {
          name: 'stack',
          value: 'NAME',
          doc: 'The CloudFormation stack: names that the template does not have are looked up in it with each release.',
        },
        {
          name: 'region',
          value: 'REGION',
          doc: 'The AWS Region, if names are made of it. Default: AWS_REGION.',
        },
        { name: 'account', value: 'ID', doc: 'The AWS account, if names are made of it.' },
        {
          name: 'steps',
          value: 'STEPS',
          doc: 'A schedule in place of the one that is read, such as 10%/10m.',
        },
      ],
    },
    {
      title: 'Writing',
      flags: [
        {
          name: 'config',
          value: 'FILE',
          doc: 'The config file to write, from the folder of the repository. Default: .github/canary.yml.',
        },
        {
          name: 'config-only',
          doc: 'Leaves the template as it is, for a further environment that it is deployed to.',
        },
        ...WRITING_FLAGS,
      ],
    },
  ],
  run: async (context) => (await import('./run-migrate.ts')).runMigrate(context),
};
