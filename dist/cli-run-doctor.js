import {
  readInfrastructure
} from "./survey-read-account.shared.js";
import {
  adviseOn,
  diagnose,
  diagnosisText,
  isReady
} from "./doctor-template-callers.shared.js";
import {
  EXIT
} from "./cli-cli-command.shared.js";
import "./cli-usage-error.shared.js";
import "./aws-account-apis.shared.js";
import "./templates-globals.shared.js";
import "./templates-parse.shared.js";

// src/doctor/diagnosis-json.ts
import {
  src_doctor_reach_words_ts__describeToday as describeToday,
  src_doctor_reach_words_ts__linkTo as linkTo
} from "./functions.js";
var VERSION = 1;
function diagnosisJson(read, diagnoses, { notes, problems }) {
  const functions = diagnoses.map((each) => {
    const { mode, today, change, care, inputs } = adviseOn(each);
    const { fact, ways, aliases } = each;
    return {
      ...{ function: fact.label, name: fact.name, tool: fact.tool, where: fact.where },
      ready: isReady(each),
      reachedBy: ways,
      aliases: aliases.map(({ name, version, splitTo }) => ({ name, version, splitTo })),
      callers: each.callers.map(({ caller, isMoved }) => ({
        ...{ caller: caller.label, front: caller.front, through: caller.through },
        ...{ reach: caller.reach, where: caller.where },
        getsNewCode: describeToday(caller.reach, isMoved)
      })),
      ...{ mode, inputs, today, change, care },
      help: linkTo(ways)
    };
  });
  return `${JSON.stringify({ version: VERSION, read, functions, problems, notes }, void 0, 2)}
`;
}

// src/cli/run-doctor.ts
async function runDoctor(context) {
  const { flags, log } = context;
  const { survey, read, folder } = await readInfrastructure(context);
  const diagnoses = diagnose(survey);
  const written = flags.has("json") ? diagnosisJson(read, diagnoses, survey) : diagnosisText(read, diagnoses, survey);
  log.text(written);
  if (diagnoses.length === 0) {
    log.error(
      `No function was found in ${folder}. Expected template.yaml, cdk.out, *.tf or serverless.yml there, or a Region and credentials of an account with functions.`
    );
    return EXIT.failed;
  }
  const isComplete = diagnoses.every(isReady) && survey.problems.length === 0;
  return flags.has("check") && !isComplete ? EXIT.failed : EXIT.ok;
}
export {
  runDoctor
};
