import {
  FRESH_STAGE_SECONDS,
  ask,
  isStageMissing,
  judgeAnswer,
  prepareCheck
} from "./checks-event-shapes.shared.js";
import "./checks-parse-call.shared.js";

// src/smoke/prober.ts
import {
  src_base_errors_ts__known as known2
} from "./core.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
import {
  src_base_time_ts__sleep as sleep
} from "./core.js";
import {
  src_base_without_secrets_ts__withoutSecrets as withoutSecrets2
} from "./release.js";
import {
  src_checks_check_ts__probesIn as probesIn2
} from "./release.js";
import {
  src_checks_secrets_ts__secretsIn as secretsIn2
} from "./core.js";

// src/smoke/probe-pair.ts
import {
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_without_secrets_ts__withoutSecrets as withoutSecrets
} from "./release.js";
import {
  src_checks_check_ts__probesIn as probesIn
} from "./release.js";
import {
  src_checks_secrets_ts__secretsIn as secretsIn
} from "./core.js";
var PROBE_SECONDS = 60;
async function probeBoth(services, suite) {
  const [canary, stable] = await Promise.all([
    probeOne(services, suite, "canary"),
    probeOne(services, suite, "stable")
  ]);
  if (services.signal.aborted) return "stopped";
  if (canary.kind === "unreached" || stable.kind === "unreached") return "unreached";
  return { canary, stable };
}
async function probeOne(services, suite, side) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), PROBE_SECONDS * 1e3);
  const signal = AbortSignal.any([services.signal, limit.signal]);
  const values = new Map(Object.entries(suite.secrets));
  try {
    for (const check of probesIn(suite)) {
      const result = await runOnce({ ...services, signal }, check, values, side);
      if (result.kind === "passed") continue;
      if (result.kind === "unreached") return result;
      const differs = limit.signal.aborted ? `the probe did not end within ${PROBE_SECONDS}s` : withoutSecrets(result.differs, secretsIn(suite, values));
      return { ...result, differs };
    }
    return { kind: "passed" };
  } finally {
    clearTimeout(timer);
  }
}
async function runOnce(services, check, values, side) {
  const failed = (differs) => ({ kind: "failed", check: check.name, differs });
  const prepared = prepareCheck(check, values);
  if (typeof prepared === "string") return failed(prepared);
  try {
    const answer = await ask(services, check, prepared, side);
    if (isStageMissing(answer)) return { kind: "unreached" };
    const { differences, saved } = judgeAnswer(
      { expect: prepared.expect, save: check.save },
      answer
    );
    for (const [name, value] of saved) values.set(name, value);
    return differences.length > 0 ? failed(differences.join("; ")) : { kind: "passed" };
  } catch (error) {
    return failed(known(error).message);
  }
}

// src/smoke/probe-tally.ts
import {
  src_analysis_counts_ts__NO_COUNTS as NO_COUNTS
} from "./release.js";
import {
  src_analysis_probes_measure_ts__probeMinute as probeMinute
} from "./release.js";
var NONE = { canary: NO_COUNTS, stable: NO_COUNTS };
function createProbeTally() {
  const counted = /* @__PURE__ */ new Map();
  const open = /* @__PURE__ */ new Map();
  return {
    begin: (at) => {
      const key = {};
      const minute = Math.floor(at / 60);
      open.set(key, minute);
      return (pair) => {
        if (!open.delete(key) || !pair) return;
        const { canary, stable } = counted.get(minute) ?? NONE;
        const both = [withResult(canary, pair.canary), withResult(stable, pair.stable)];
        counted.set(minute, probeMinute(minute, ...both));
      };
    },
    open: () => open.size,
    minutes: (now) => {
      const end = Math.min(Math.floor(now / 60), ...open.values());
      const closed = [...counted.values()].filter(({ minute }) => minute < end);
      return closed.sort((a, b) => a.minute - b.minute);
    }
  };
}
function withResult({ requests, events }, { kind }) {
  return { requests: requests + 1, events: events + (kind === "failed" ? 1 : 0) };
}

// src/smoke/prober.ts
var MOST_OPEN = 8;
function createProber(suite, services) {
  const { log, now, reach } = services;
  const { probesPerMinute = 1 } = suite;
  const every = 60 / probesPerMinute;
  const tally = createProbeTally();
  const say = sayOnce(suite, log);
  const sendOne = async (found, freshUntil, signal) => {
    const end = tally.begin(now());
    const pair = await probeBoth({ ...services, reach: found, freshUntil, signal }, suite);
    if (pair === "unreached") {
      say.warning(
        "A probe was not counted, because API Gateway does not know one of the stages that serve a single version."
      );
    }
    if (typeof pair === "string") return end();
    end(pair);
    for (const text of failuresIn(pair)) say.line(text);
  };
  return {
    minutes: tally.minutes,
    send: async (rollout, signal) => {
      const found = await reachOf(reach, rollout);
      if (signal.aborted) return;
      const why = typeof found === "string" ? found : unreachable(found, suite);
      if (typeof found === "string" || why !== void 0) {
        say.warning(`No probes are sent for now: ${why}.`);
        return;
      }
      const freshUntil = now() + (found.freshSeconds ?? FRESH_STAGE_SECONDS);
      const running = /* @__PURE__ */ new Set();
      let onBug = () => void 0;
      const bug = new Promise((_, reject) => {
        onBug = reject;
      });
      for (let due = now(); !signal.aborted; due = Math.max(due + every, now() - every)) {
        await Promise.race([sleep(due - now(), signal), bug]);
        if (signal.aborted || tally.open() >= MOST_OPEN) continue;
        const one = sendOne(found, freshUntil, signal).then(() => {
          running.delete(one);
        }, onBug);
        running.add(one);
      }
      await Promise.race([Promise.all(running), bug]);
    }
  };
}
async function reachOf(reach, rollout) {
  try {
    return await reach(rollout);
  } catch (error) {
    return `the versions could not be reached: ${known2(error).message}`;
  }
}
function unreachable({ addresses }, suite) {
  const sends = probesIn2(suite).some(({ call }) => call.kind === "request");
  if (!sends || !addresses || addresses.canary && addresses.stable) return void 0;
  return "no stage serves one of the versions alone, because the release was begun without probes";
}
function failuresIn({ canary, stable }) {
  return [
    ...canary.kind === "failed" ? [`Probe of the new version failed: ${quote(canary.check)}: ${canary.differs}`] : [],
    ...stable.kind === "failed" ? [`Probe of the current version failed: ${quote(stable.check)}: ${stable.differs}`] : []
  ];
}
var MOST_SAID = 10;
function sayOnce(suite, log) {
  const said = /* @__PURE__ */ new Set();
  const secrets = secretsIn2(suite, /* @__PURE__ */ new Map());
  const once = (say) => (text) => {
    const clean = withoutSecrets2(text, secrets);
    if (said.has(clean) || said.size >= MOST_SAID) return;
    said.add(clean);
    say(clean);
  };
  return { line: once(log.line), warning: once(log.warning) };
}
export {
  createProber
};
