export const id = 7082;
export const ids = [7082];
export const modules = {

/***/ 97082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDoctor: () => (/* binding */ runDoctor)
});

// EXTERNAL MODULE: ./build/doctor/diagnose.js
var diagnose = __webpack_require__(80380);
// EXTERNAL MODULE: ./build/doctor/advice.js
var advice = __webpack_require__(1024);
// EXTERNAL MODULE: ./build/doctor/reach-words.js
var reach_words = __webpack_require__(88081);
;// CONCATENATED MODULE: ./build/doctor/diagnosis-json.js
// A diagnosis for other programs.



/** Members are only added within a version. */
const VERSION = 1;
function diagnosisJson(read, diagnoses, { notes, problems }) {
    const functions = diagnoses.map((each) => {
        const { mode, today, change, care, inputs } = (0,advice/* adviseOn */.m)(each);
        const { fact, ways, aliases } = each;
        return {
            ...{ function: fact.label, name: fact.name, tool: fact.tool, where: fact.where },
            ready: (0,diagnose/* isReady */.i_)(each),
            reachedBy: ways,
            aliases: aliases.map(({ name, version, splitTo }) => ({ name, version, splitTo })),
            callers: each.callers.map(({ caller, isMoved }) => ({
                ...{ caller: caller.label, front: caller.front, through: caller.through },
                ...{ reach: caller.reach, where: caller.where },
                getsNewCode: (0,reach_words/* describeToday */.vX)(caller.reach, isMoved),
            })),
            ...{ mode, inputs, today, change, care },
            help: (0,reach_words/* linkTo */.uM)(ways),
        };
    });
    return `${JSON.stringify({ version: VERSION, read, functions, problems, notes }, undefined, 2)}\n`;
}

// EXTERNAL MODULE: ./build/doctor/diagnosis-text.js
var diagnosis_text = __webpack_require__(575);
// EXTERNAL MODULE: ./build/cli/cli-command.js
var cli_command = __webpack_require__(96543);
// EXTERNAL MODULE: ./build/cli/read-infrastructure.js + 5 modules
var read_infrastructure = __webpack_require__(46886);
;// CONCATENATED MODULE: ./build/cli/run-doctor.js
// Runs `doctor`.





async function runDoctor(context) {
    const { flags, log } = context;
    const { survey, read, folder } = await (0,read_infrastructure/* readInfrastructure */.m)(context);
    const diagnoses = (0,diagnose/* diagnose */.h4)(survey);
    const written = flags.has('json')
        ? diagnosisJson(read, diagnoses, survey)
        : (0,diagnosis_text/* diagnosisText */.f)(read, diagnoses, survey);
    log.text(written);
    if (diagnoses.length === 0) {
        log.error(`No function was found in ${folder}. Expected template.yaml, cdk.out, *.tf or serverless.yml there, or a Region and credentials of an account with functions.`);
        return cli_command/* EXIT */.d.failed;
    }
    const isComplete = diagnoses.every(diagnose/* isReady */.i_) && survey.problems.length === 0;
    return flags.has('check') && !isComplete ? cli_command/* EXIT */.d.failed : cli_command/* EXIT */.d.ok;
}


/***/ })

};
