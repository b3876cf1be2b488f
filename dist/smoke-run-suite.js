import {
  FRESH_STAGE_SECONDS,
  runCheck
} from "./checks-event-shapes.shared.js";
import "./checks-parse-call.shared.js";

// src/smoke/run-suite.ts
import {
  src_base_duration_ts__formatDuration as formatDuration
} from "./core.js";
import {
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
import {
  src_base_without_secrets_ts__withoutSecrets as withoutSecrets
} from "./release.js";
import {
  src_checks_check_ts__callText as callText,
  src_checks_check_ts__checksAt as checksAt
} from "./release.js";
import {
  src_checks_secrets_ts__secretsIn as secretsIn
} from "./core.js";
import {
  src_report_check_text_ts__checkLine as checkLine
} from "./release.js";
import {
  src_rollout_hook_point_ts__hookPointOf as hookPointOf
} from "./release.js";
async function runSuite(suite, services, occasion) {
  const point = hookPointOf(occasion.rollout.phase);
  const checks = checksAt(suite, point);
  const words = checks.length === 1 ? "1 smoke check" : `${checks.length} smoke checks`;
  services.log.line(`${words} of the new version alone (${point})`);
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), suite.limitSeconds * 1e3);
  const reports = [];
  try {
    for await (const report of runAll(suite, services, { ...occasion, over: over.signal })) {
      reports.push(report);
      services.ended(report);
      services.log.line(checkLine(report));
    }
  } finally {
    clearTimeout(timer);
  }
  if (occasion.stopped.aborted) return { result: "stopped", evidence: void 0 };
  const counts = countsOf(reports);
  const result = counts.failed > 0 ? "failed" : "passed";
  const detail = { kind: "checks", counts, ...firstFailure(reports) };
  const verdict = result === "failed" ? "failing" : "healthy";
  return { result, evidence: { source: { kind: "smoke", point }, verdict, detail } };
}
async function* runAll(suite, services, timed) {
  const { rollout, weight, stopped, over } = timed;
  const { now } = services;
  const point = hookPointOf(rollout.phase);
  const values = new Map(Object.entries(suite.secrets));
  const passed = /* @__PURE__ */ new Set();
  const reach = await findReach(services, rollout);
  const fresh = "found" in reach ? reach.found.freshSeconds : void 0;
  const freshUntil = now() + (fresh ?? FRESH_STAGE_SECONDS);
  const signal = AbortSignal.any([stopped, over]);
  for (const check of checksAt(suite, point)) {
    const began = now();
    const run = async () => {
      const idle = whyIdle(suite, check, timed, passed);
      if (idle) return idle;
      if ("why" in reach) return { result: "failed", differs: [reach.why] };
      const checking = { ...services, reach: reach.found, freshUntil, signal };
      const found = await runCheck(checking, check, values);
      if (found.result !== "failed") passed.add(check.name);
      for (const [name, value] of found.saved) values.set(name, value);
      return endedAs(found, suite, timed);
    };
    const ended = await run();
    const clean = (text) => withoutSecrets(text, secretsIn(suite, values));
    const { result, status, milliseconds, attempts = 0, differs } = ended;
    yield {
      point,
      name: check.name,
      call: clean(callText(check)),
      weight,
      began,
      ended: now(),
      result,
      attempts,
      ...status !== void 0 && { status },
      ...milliseconds !== void 0 && { milliseconds: Math.round(milliseconds) },
      differs: differs.map(clean)
    };
  }
}
function endedAs(run, suite, { stopped, over }) {
  if (stopped.aborted) return { ...run, result: "stopped", differs: [] };
  const isCut = over.aborted && run.result === "failed";
  return { ...run, differs: isCut ? [overText(suite)] : run.differences };
}
async function findReach({ reach }, rollout) {
  try {
    return { found: await reach(rollout) };
  } catch (error) {
    return { why: `the new version could not be reached: ${known(error).message}` };
  }
}
function whyIdle(suite, { needs }, { stopped, over }, passed) {
  if (stopped.aborted) return { result: "stopped", differs: [] };
  const missing = needs.filter((name) => !passed.has(name));
  if (missing.length > 0) {
    const names = listed(missing.map(quote));
    return { result: "skipped", differs: [`it uses a value of ${names}, which did not pass`] };
  }
  if (!over.aborted) return void 0;
  return { result: "failed", differs: [overText(suite)] };
}
function overText({ limitSeconds }) {
  return `the time of all checks together was over after ${formatDuration(limitSeconds)} (time-limit)`;
}
function countsOf(reports) {
  const of = (result) => reports.filter((report) => report.result === result).length;
  return {
    passed: of("passed"),
    warned: of("warned"),
    failed: of("failed"),
    skipped: of("skipped")
  };
}
function firstFailure(reports) {
  const first = reports.find(({ result }) => result === "failed");
  return first ? { first: { name: first.name, says: first.differs[0] ?? "" } } : {};
}
export {
  runSuite
};
