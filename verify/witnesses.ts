// All witnesses, in the order in which they are heard.

import type { Witness } from './witness.ts';
import { act } from './witnesses/act.ts';
import { aws } from './witnesses/aws.ts';
import { awsCli } from './witnesses/aws-cli.ts';
import { boto3 } from './witnesses/boto3.ts';
import { linters } from './witnesses/linters.ts';
import { localstack } from './witnesses/localstack.ts';
import { long } from './witnesses/long.ts';
import { moto } from './witnesses/moto.ts';
import { recordings } from './witnesses/recordings.ts';
import { report } from './witnesses/report.ts';
import { terraform } from './witnesses/terraform.ts';

export const WITNESSES: readonly Witness[] = [
  recordings,
  awsCli,
  boto3,
  moto,
  terraform,
  act,
  linters,
  report,
  localstack,
  long,
  aws,
];
