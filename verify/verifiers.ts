// All verifiers, in the order in which they run.

import type { Verifier } from './verifier.ts';
import { accessLog } from './verifiers/access-log.ts';
import { act } from './verifiers/act.ts';
import { aws } from './verifiers/aws.ts';
import { awsCli } from './verifiers/aws-cli.ts';
import { boto3 } from './verifiers/boto3.ts';
import { calendar } from './verifiers/calendar.ts';
import { docs } from './verifiers/docs.ts';
import { infrastructure } from './verifiers/infrastructure.ts';
import { linters } from './verifiers/linters.ts';
import { localstack } from './verifiers/localstack.ts';
import { long } from './verifiers/long.ts';
import { moto } from './verifiers/moto.ts';
import { newcomer } from './verifiers/newcomer.ts';
import { recordings } from './verifiers/recordings.ts';
import { report } from './verifiers/report.ts';
import { sam } from './verifiers/sam.ts';
import { terraform } from './verifiers/terraform.ts';

export const VERIFIERS: readonly Verifier[] = [
  recordings,
  awsCli,
  boto3,
  calendar,
  moto,
  terraform,
  act,
  linters,
  sam,
  report,
  docs,
  newcomer,
  accessLog,
  localstack,
  infrastructure,
  long,
  aws,
];
