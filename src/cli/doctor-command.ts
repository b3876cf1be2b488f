// The command `doctor`: how the callers of each function reach it, and what has to change before a gradual release.

import type { CliCommand, Flag } from './cli-command.ts';

/** What `doctor` and `init` read. */
export const READING_FLAGS: readonly Flag[] = [
  {
    name: 'folder',
    value: 'PATH',
    doc: 'The checkout to read: SAM, CloudFormation, cdk.out, Terraform, serverless.yml. Default: the current folder.',
  },
  {
    name: 'terraform-json',
    value: 'FILE',
    doc: 'What "terraform show -json" writes of a plan or of the state, in place of *.tf files.',
  },
  {
    name: 'region',
    value: 'REGION',
    doc: 'The AWS Region of the account to read. Default: AWS_REGION. Without a Region, only files are read.',
  },
  { name: 'account', value: 'ID', doc: 'Refuses credentials of another account.' },
  {
    name: 'functions',
    value: 'NAMES',
    doc: 'The functions of the account to read, separated by commas. Default: all.',
  },
  {
    name: 'stack',
    value: 'NAME',
    doc: 'The CloudFormation stack of the files, if several stacks have the same logical IDs.',
  },
  { name: 'offline', doc: 'Reads files only, and sends nothing to AWS.' },
];

export const DOCTOR: CliCommand = {
  name: 'doctor',
  summary: 'Shows how callers reach each function, and what to change before a gradual release.',
  details: [
    'Reads the files of a checkout, and an AWS account if there are a Region and credentials. It changes',
    'nothing. With both, it says what the next deployment would change.',
  ],
  flags: [
    { title: 'What to read', flags: READING_FLAGS },
    {
      title: 'Result',
      flags: [
        { name: 'json', doc: 'Writes JSON in place of tables.' },
        { name: 'check', doc: 'Exit code 1 if a function is not ready for gradual releases.' },
      ],
    },
  ],
  run: async (context) => (await import('./run-doctor.ts')).runDoctor(context),
};
