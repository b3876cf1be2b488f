// src/preflight/check-smoke.ts
import {
  src_aws_lambda_client_ts__LAMBDA as LAMBDA
} from "./release.js";
import {
  src_aws_lambda_probes_ts__invokeProbe as invokeProbe
} from "./functions.js";
import {
  src_aws_probes_ts__inspectProbes as inspectProbes
} from "./functions.js";
import {
  src_base_problems_ts__attempt as attempt
} from "./release.js";
import {
  src_checks_fit_target_ts__suiteNeeds as suiteNeeds
} from "./core.js";
import {
  src_targets_kinds_ts__kindOf as kindOf
} from "./core.js";
async function inspectSmoke({ clients, target, opening }, suite, inputs, findings) {
  if (opening?.serveFirst) {
    findings.notes.push(
      "smoke: a first release receives all traffic immediately, without running checks"
    );
    return;
  }
  const needs = suiteNeeds(suite, kindOf(inputs.target).reach);
  const only = inputs.functions[0]?.name ?? "";
  const lambda = clients.open(LAMBDA);
  const probes = needs.invokes.map((name) => invokeProbe(lambda, clients.place, name || only));
  await inspectProbes(clients, probes, findings);
  const { formatOf } = target;
  for (const name of formatOf ? needs.unknownFormats : []) {
    const found = await attempt(findings, async () => formatOf?.(name || only));
    if (found && "why" in found) findings.problems.push(`smoke: ${found.why}`);
  }
}
export {
  inspectSmoke
};
