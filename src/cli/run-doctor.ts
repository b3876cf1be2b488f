// Runs `doctor`.

import { diagnose, isReady } from '../doctor/diagnose.ts';
import { diagnosisJson } from '../doctor/diagnosis-json.ts';
import { diagnosisText } from '../doctor/diagnosis-text.ts';
import { type CliContext, EXIT, type ExitCode } from './cli-command.ts';
import { readInfrastructure } from './read-infrastructure.ts';

export async function runDoctor(context: CliContext): Promise<ExitCode> {
  const { flags, log } = context;
  const { survey, read, folder } = await readInfrastructure(context);
  const diagnoses = diagnose(survey);
  const written = flags.has('json')
    ? diagnosisJson(read, diagnoses, survey)
    : diagnosisText(read, diagnoses, survey);
  log.text(written);
  if (diagnoses.length === 0) {
    log.error(
      `No function was found in ${folder}. Expected template.yaml, cdk.out, *.tf or serverless.yml there, or a Region and credentials of an account with functions.`,
    );
    return EXIT.failed;
  }
  const isComplete = diagnoses.every(isReady) && survey.problems.length === 0;
  return flags.has('check') && !isComplete ? EXIT.failed : EXIT.ok;
}
