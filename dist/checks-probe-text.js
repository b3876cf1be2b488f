// src/checks/probe-text.ts
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
  src_checks_check_ts__probesIn as probesIn
} from "./release.js";
import {
  src_checks_secrets_ts__secretsIn as secretsIn
} from "./core.js";
function probeText(suite, seconds) {
  const { probesPerMinute } = suite;
  if (probesPerMinute === void 0) return [];
  const checks = probesIn(suite);
  const names = listed(checks.map(({ name }) => quote(name)));
  const each = Math.ceil(probesPerMinute * seconds / 60);
  const calls = 2 * each * checks.length;
  if (calls === 0) return [];
  return [
    withoutSecrets(
      `probe: while traffic is split, ${names} ${checks.length === 1 ? "is" : "are"} sent to each version ${times(probesPerMinute)} per minute: about ${calls.toLocaleString("en-US")} requests or invocations in total, which are billed like those of users`,
      secretsIn(suite, /* @__PURE__ */ new Map())
    )
  ];
}
function times(count) {
  return count === 1 ? "once" : `${count} times`;
}
export {
  probeText
};
