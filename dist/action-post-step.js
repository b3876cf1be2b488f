// src/action/post-step.ts
import {
  setSecret
} from "./vendor-actions-core.js";
import {
  src_aws_arns_ts__accountOf as accountOf
} from "./release.js";
import {
  src_base_errors_ts__KnownError as KnownError
} from "./core.js";
import {
  src_controller_persist_ts__FinalError as FinalError,
  src_controller_persist_ts__persist as persist,
  src_controller_persist_ts__unlessFinal as unlessFinal
} from "./release.js";
import {
  src_controller_rollback_ts__cleanUp as cleanUp,
  src_controller_rollback_ts__clearState as clearState,
  src_controller_rollback_ts__rollBack as rollBack
} from "./release.js";
import {
  src_github_cancel_ts__onCancel as onCancel
} from "./release.js";
import {
  src_github_oidc_credentials_ts__oidcCredentials as oidcCredentials
} from "./release.js";
import {
  src_report_ending_text_ts__rollbackText as rollbackText
} from "./release.js";
import {
  src_report_format_ts__sentence as sentence
} from "./core.js";
import {
  src_report_stored_state_text_ts__whyNotOwned as whyNotOwned
} from "./release.js";
import {
  src_report_stuck_ts__renderStuck as renderStuck
} from "./core.js";
import {
  src_rollout_cause_ts__externalState as externalState
} from "./release.js";
import {
  src_rollout_release_ts__formatRolloutId as formatRolloutId,
  src_rollout_release_ts__linkFrom as linkFrom,
  src_rollout_release_ts__sameRollout as sameRollout
} from "./release.js";
import {
  src_rollout_traffic_state_ts__canRollBack as canRollBack
} from "./release.js";

// src/run/run-context.ts
var NO_EVENT = { code: void 0, pull: void 0, comment: void 0 };

// src/action/post-step.ts
import {
  src_run_services_ts__openServices as openServices
} from "./release.js";
import {
  src_action_environment_ts__readDestinations as readDestinations,
  src_action_environment_ts__readLacks as readLacks,
  src_action_environment_ts__readLifetimes as readLifetimes
} from "./release.js";
import {
  src_action_event_ts__readEvent as readEvent
} from "./release.js";
import {
  src_action_publisher_ts__createPublisher as createPublisher
} from "./release.js";
import {
  src_action_source_ts__readSource as readSource
} from "./release.js";
function describeUnfinished(why, { words, commands }, left) {
  const began = left ? sentence(`A rollback was required: ${rollbackText(left.cause, formatRolloutId)}`) : "The main step was interrupted.";
  return renderStuck({
    reason: `${began} The post step could not finish the rollout on ${words}: ${why}`,
    stands: "The post step could not read the current state from AWS. Run all of these commands in any case:",
    commands,
    weight: null
  });
}
async function finishAfter(left, log) {
  const { inputs, kept, published, cause, giveUpAt } = left;
  const { id } = kept;
  const event = readEvent(process.env);
  const source = readSource(process.env, event, inputs);
  const places = readDestinations(process.env, event, inputs, source);
  const { signal, dispose } = onCancel(log, () => void 0);
  const startedAt = Date.now() / 1e3;
  const lifetimes = readLifetimes(process.env, inputs);
  const context = { inputs, id, source, event: NO_EVENT, lifetimes, startedAt, giveUpAt };
  const credentials = await oidcCredentials(inputs, id, log, setSecret);
  const lacks = readLacks(process.env, inputs);
  const services = await openServices(
    context,
    postHost({ log, cancelled: signal, credentials, lacks })
  );
  try {
    const { target } = services;
    target.knows(kept.seal);
    const { stored, trafficState } = await persist(
      `reading ${target.words}`,
      services,
      () => unlessFinal(target.rollback.observe())
    );
    assertTrusted(services, stored);
    if (stored.kind !== "rollout" || !isOwnRollout(stored.storedRollout, left)) {
      await persist(
        `finding the account of ${target.words}`,
        services,
        () => assertReachable(services, kept.on)
      );
      return void 0;
    }
    const { storedRollout } = stored;
    const { record } = storedRollout;
    log.group("Finish the rollout of the main step");
    if (published === "promoted") {
      await cleanUpPromoted(services, storedRollout, trafficState);
      return void 0;
    }
    log.line(
      cause ? `The main step could not finish ${formatRolloutId(record.id)}: ${rollbackText(cause.cause, linkFrom(services.context))}` : `The main step ended without finishing ${formatRolloutId(record.id)}.`
    );
    const ended = await rollBackUnended(services, { rollout: storedRollout, trafficState }, left);
    const report = services.reporter.ended(ended, []);
    if (report.outcome !== published) {
      const followUp = left.followUp ? void 0 : places.followUp;
      await createPublisher({ ...places, followUp }, log).finish(report);
    }
    return resultOf(report, trafficState, left);
  } finally {
    services.close();
    dispose();
    await makeUpFollowUp(left, places.followUp, log);
  }
}
async function makeUpFollowUp({ followUp }, place, log) {
  if (!followUp || !place) return;
  const { makeUp } = await import("./action-show-follow-up.js");
  await makeUp(place, followUp, log);
}
function postHost(given) {
  return {
    ...given,
    ...{ conversation: void 0, variable: void 0 },
    leaveToPost: () => void 0,
    keepCause: () => void 0,
    saveForPost: () => void 0,
    show: () => void 0
  };
}
function isOwnRollout({ record: { id } }, { kept, cause }) {
  return sameRollout(id, kept.id) || formatRolloutId(id) === cause?.of;
}
async function assertReachable({ target }, on) {
  const { readAccount } = target.rollback;
  if (on === void 0 || !readAccount) return;
  const account = accountOf(on);
  if (await readAccount(on) === account) return;
  throw new FinalError(
    `the credentials of this step do not belong to account ${account}, where the release is open`
  );
}
function assertTrusted({ target, context }, stored) {
  const changed = stored.kind === "unproven" && sameRollout(stored.id, context.id);
  if (!changed && stored.kind !== "unreadable") return;
  throw new KnownError(whyNotOwned(target.words, stored, linkFrom(context)));
}
async function cleanUpPromoted(services, rollout, trafficState) {
  if (trafficState?.kind === "promoted") await cleanUp(services, rollout, "new");
  if (await clearState(services, rollout, "promoted")) {
    services.host.log.line("The remaining stored state was removed.");
  }
}
async function rollBackUnended(services, {
  rollout,
  trafficState
}, left) {
  const rollingBack = left.cause?.cause;
  if (trafficState && canRollBack(trafficState)) {
    const ended = await rollBack(
      services,
      { rollout, trafficState },
      rollingBack ?? { kind: "cut-off" }
    );
    if (ended.ending.kind !== "rolled-back") return ended;
    return { ...ended, ending: { ...ended.ending, ...finishedAs(left) } };
  }
  const what = trafficState?.kind === "external" ? trafficState.what : "the current state could not be read from AWS";
  const cause = trafficState ? externalState(what) : { kind: "aws-error", message: what };
  return {
    ending: {
      kind: "failed",
      cause,
      stopped: {
        at: "post-step",
        words: services.target.words,
        ...rollingBack && { rollingBack }
      }
    },
    snapshot: { rollout, trafficState: trafficState ?? { kind: "external", what } },
    presumed: false,
    cleanup: "clean"
  };
}
function finishedAs({ published, cause }) {
  if (!cause) return {};
  if (published === void 0) return { finished: "after-cut-off" };
  return published === "stuck" ? { finished: "after-failure" } : {};
}
function resultOf(report, before, { cause }) {
  if (report.outcome === "stuck") return { message: renderStuck(report), stuck: true };
  if (report.outcome === "failed") return { message: report.reason, stuck: false };
  if (cause)
    return { message: `Rolled back: ${sentence(report.reason)} ${report.stands}`, stuck: false };
  const did = before?.kind === "stable" ? "all traffic was on the previous version, and the post step cleaned up the rest." : "the post step returned all traffic to the previous version.";
  return { message: `The main step was interrupted; ${did}`, stuck: false };
}
export {
  describeUnfinished,
  finishAfter
};
