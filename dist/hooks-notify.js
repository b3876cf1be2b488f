// src/hooks/notify.ts
import {
  src_base_errors_ts__KnownError as KnownError
} from "./core.js";

// src/report/notify-event.ts
import {
  src_report_cause_title_ts__causeTitle as causeTitle
} from "./release.js";
import {
  src_report_files_ts__withSourceText as withSourceText
} from "./release.js";
import {
  src_report_format_ts__HEADLINES as HEADLINES,
  src_report_format_ts__sentence as sentence
} from "./core.js";
function eventOf(report) {
  const { outcome, reason, stands, weight, target, functions, source, endedAt } = report;
  const impact = report.impact && withSourceText(report.impact);
  const { repository, sha, actor, runUrl } = source;
  const time = new Date(1e3 * Math.floor(endedAt)).toISOString();
  return {
    version: "0",
    id: `${runUrl}#${target.key}-${outcome}-${weight ?? "unknown"}-${Math.floor(endedAt)}`,
    "detail-type": "Canary Rollout",
    source: "canary-action",
    time,
    region: target.region,
    resources: target.resources,
    text: inOneLine(report),
    detail: {
      ...{ outcome, reason, currentState: stands, stands, weight, target: target.label },
      ...{ functions, impact },
      ...{ repository, sha, actor, runUrl }
    }
  };
}
function inOneLine(report) {
  const { outcome, functions, target, reason, source } = report;
  const [first] = functions;
  const what = first ? `${first.name} ${first.from} → ${first.to}${functions.length > 1 ? ` and ${functions.length - 1} more` : ""} on ` : "";
  const why = causeTitle(report) || reason;
  return plain(`${HEADLINES[outcome]}: ${what}${target.label}. ${sentence(why)} ${source.runUrl}`);
}
function plain(text) {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

// src/hooks/notify.ts
import {
  src_hooks_url_hook_ts__callUrl as callUrl
} from "./release.js";
var DEADLINE_MS = 1e4;
async function notify(to, secret, report, ended) {
  const body = JSON.stringify(eventOf(report));
  const signal = AbortSignal.any([ended, AbortSignal.timeout(DEADLINE_MS)]);
  const { kind, message } = await callUrl(to, body, secret, signal);
  if (kind === "failed") throw new KnownError(`${to.label}: ${message}`);
}
export {
  notify
};
