import {
  closureAt,
  opensAt
} from "./calendar-hours.shared.js";
import "./calendar-repetition.shared.js";

// src/gates/closing-ahead.ts
import {
  src_rollout_plan_ts__isBake as isBake,
  src_rollout_plan_ts__stepWindow as stepWindow
} from "./core.js";
function closingAhead(times, plan, now) {
  const begins = opensAt(times, now);
  if (begins === void 0) return void 0;
  let from = 0;
  for (const { after, to } of changesOf(plan)) {
    const at = begins + after;
    const closed = closureAt(times, at);
    if (closed) return { begins, at, from, to, closed };
    from = to;
  }
  return void 0;
}
function changesOf(plan) {
  let after = 0;
  const steps = plan.steps.map((step, i) => {
    const change = { after, to: step.weight };
    const usual = plan.advance.kind === "evidence" ? stepWindow(plan, step).latest : step.holdSeconds;
    after += isBake(plan, i) ? step.holdSeconds : usual;
    return change;
  });
  return [...steps, { after, to: 100 }];
}
export {
  closingAhead
};
