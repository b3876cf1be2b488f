// src/gates/stop-switch.ts
import {
  src_aws_alarms_ts__readAlarms as readAlarms
} from "./release.js";
import {
  src_base_alarm_ref_ts__alarmName as alarmName,
  src_base_alarm_ref_ts__isAlarm as isAlarm
} from "./core.js";
import {
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__known as known,
  src_base_errors_ts__orElse as orElse
} from "./core.js";
import {
  src_base_time_ts__withTimeout as withTimeout
} from "./core.js";
function openSwitch(what, sources) {
  const read = readerOf(what, sources);
  return async () => {
    try {
      const answer = await withTimeout(
        LONGEST_SECONDS,
        read().then((found) => ({ found }))
      );
      if (!answer) throw new KnownError(`AWS or GitHub gave no answer in ${LONGEST_SECONDS} s`);
      return answer.found && { kind: "stop", switch: what, ...answer.found };
    } catch (error) {
      const says = known(error).message;
      return { kind: "stop", switch: what, says, unread: true };
    }
  };
}
var LONGEST_SECONDS = 15;
function readerOf({ kind, name }, { cloudWatch, clients, variable }) {
  switch (kind) {
    case "alarm":
      return () => readAlarm(cloudWatch, name);
    case "parameter": {
      const opening = import("./aws-parameters.js").then(
        ({ bindParameter }) => bindParameter(clients, name)
      );
      const authors = /* @__PURE__ */ new Map();
      return async () => readParameter(await opening, name, authors);
    }
    case "variable":
      return async () => {
        if (typeof variable === "string") throw new KnownError(variable);
        const { value, changedAt } = await variable(name);
        return setTo(value, changedAt);
      };
  }
}
async function readAlarm(client, name) {
  const found = (await readAlarms(client, [name])).find(({ arn }) => isAlarm(name, arn));
  if (!found) throw new KnownError(`there is no alarm "${alarmName(name)}"; create it`);
  if (found.doubt !== void 0) {
    throw new KnownError(`CloudWatch cannot evaluate it (${found.doubt})`);
  }
  if (found.state !== "ALARM") return void 0;
  const says = [found.description ?? "", found.reason].filter((text) => text !== "").join(": ");
  return { says, ...found.transitionedAt !== void 0 && { since: found.transitionedAt } };
}
async function readParameter(parameters, name, authors) {
  const found = await parameters.read();
  if (!found) {
    throw new KnownError(
      `there is no SSM parameter "${name}"; create it with the value off (aws ssm put-parameter --type String --name ${name} --value off)`
    );
  }
  if (found.encrypted) {
    throw new KnownError(`the SSM parameter "${name}" is a SecureString; expected a String`);
  }
  const set = setTo(found.value, found.changedAt);
  if (!set) return void 0;
  const asked = authors.get(found.version) ?? parameters.readAuthor(found.version);
  authors.set(found.version, asked);
  const setBy = await asked.catch(orElse(void 0));
  return { ...set, ...setBy !== void 0 && { setBy } };
}
var OFF = ["off", "false", "no", "0", ""];
var ON = ["on", "true", "yes", "1"];
function setTo(value, since) {
  const text = value.replace(/\s+/g, " ").trim();
  if (OFF.includes(text.toLowerCase())) return void 0;
  const says = ON.includes(text.toLowerCase()) ? "" : text.slice(0, MOST_TEXT);
  return { says, ...since !== void 0 && { since } };
}
var MOST_TEXT = 300;
export {
  openSwitch
};
