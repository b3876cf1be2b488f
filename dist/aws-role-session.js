// src/aws/role-session.ts
import {
  _aws_sdk_credential_provider_web_identity__fromWebToken as fromWebToken
} from "./vendor-aws.js";
import {
  src_base_duration_ts__formatDuration as formatDuration
} from "./core.js";
import {
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__known as known,
  src_base_errors_ts__messageOf as messageOf
} from "./core.js";
import {
  src_base_partitions_ts__partitionOf as partitionOf
} from "./core.js";
import {
  src_aws_aws_errors_ts__summaryOf as summaryOf
} from "./release.js";
import {
  src_aws_sdk_settings_ts__createPromptTransport as createPromptTransport
} from "./release.js";
var RENEW_SECONDS = 600;
var LEAST_SECONDS = 15;
var RETRY_MS = 6e4;
var PATIENCE_MS = 1e4;
var REPLACED_MS = 6e4;
function openRoleSession(parts) {
  let current;
  let minting;
  let refused;
  let replacedAt = Number.NEGATIVE_INFINITY;
  let retryAt = 0;
  const announce = createAnnouncer(parts.log);
  const isUsable = () => current !== void 0 && refused !== "ended" && secondsLeft(current) > LEAST_SECONDS;
  const isDue = () => !current || refused || secondsLeft(current) <= RENEW_SECONDS && Date.now() >= retryAt;
  const renew = async () => {
    current = await mint(parts);
    refused = void 0;
    announce.renewed();
    return current;
  };
  const provide = async () => {
    if (current && isUsable() && !isDue()) return current;
    minting ??= renew().finally(() => {
      minting = void 0;
    });
    if (!current || !isUsable()) return await minting;
    const old = current;
    try {
      return await within(PATIENCE_MS, minting);
    } catch (error) {
      retryAt = Date.now() + RETRY_MS;
      refused = void 0;
      announce.failed(old, known(error));
      return old;
    }
  };
  const replace = ({ accessKeyId }, how) => {
    if (current?.accessKeyId !== accessKeyId) return true;
    if (Date.now() - replacedAt < REPLACED_MS) return false;
    replacedAt = Date.now();
    refused = how;
    if (how === "ended") {
      parts.log.warning("AWS ended the session of this job before its time; a new one is opened.");
    }
    return true;
  };
  return Object.assign(provide, { memoized: true, replace });
}
async function within(ms, work) {
  let timer;
  const late = new Promise((_, reject) => {
    const error = new KnownError(`there was no answer within ${ms / 1e3} s`);
    timer = setTimeout(() => reject(error), ms);
  });
  work.catch(() => void 0);
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
function createAnnouncer(log) {
  let said = false;
  return {
    failed: (session, { message }) => {
      const left = formatDuration(Math.round(secondsLeft(session)));
      const until = session.expiration?.toISOString().slice(11, 16);
      const text = `The AWS session of this job ends in ${left} (${until} UTC), and it could not be renewed: ${message}. The next attempt follows in a minute; without a new session, this job can neither go on nor roll back after that.`;
      if (said) log.line(text);
      else log.warning(text);
      said = true;
    },
    renewed: () => {
      if (said) log.line("The AWS session of this job was renewed.");
      said = false;
    }
  };
}
function secondsLeft({ expiration }) {
  return expiration ? (expiration.getTime() - Date.now()) / 1e3 : 0;
}
async function mint(parts) {
  const { role, name, region, mask, provider } = parts;
  const webIdentityToken = await ask(parts, audienceIn(region));
  const assume = fromWebToken({
    roleArn: role.arn,
    roleSessionName: name,
    durationSeconds: role.seconds,
    webIdentityToken,
    parentClientConfig: { region, requestHandler: createPromptTransport(process.env) }
  });
  let session;
  try {
    session = await assume();
  } catch (error) {
    throw new KnownError(
      `role-to-assume: AWS does not let this job assume ${role.arn} (${summaryOf(error)}); its trust policy must allow ${provider.trusted}, and sessions of ${role.seconds} s`,
      { cause: error }
    );
  }
  for (const secret of [session.secretAccessKey, session.sessionToken]) {
    if (secret !== void 0) mask(secret);
  }
  return session;
}
function audienceIn(region) {
  return partitionOf(region).id === "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com";
}
function noToken({ failed, expected }, why) {
  return `role-to-assume: ${failed} (${why}); expected ${expected}`;
}
async function ask({ idToken, provider }, audience) {
  try {
    return await idToken(audience);
  } catch (error) {
    throw new KnownError(noToken(provider, messageOf(error)), { cause: error });
  }
}
export {
  noToken,
  openRoleSession
};
