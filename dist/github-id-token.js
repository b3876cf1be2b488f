// src/github/id-token.ts
import {
  _actions_http_client__HttpClient as HttpClient,
  _actions_http_client__HttpClientError as HttpClientError
} from "./vendor-github.js";
import {
  _actions_http_client_lib_auth__BearerCredentialHandler as BearerCredentialHandler
} from "./vendor-github.js";
import {
  src_base_errors_ts__foreign as foreign,
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__known as known
} from "./core.js";
var NOT_FOUND = 404;
var MAX_RETRIES = 10;
async function requestIdToken(audience, environment, mask) {
  const url = given(environment, "ACTIONS_ID_TOKEN_REQUEST_URL");
  const permission = given(environment, "ACTIONS_ID_TOKEN_REQUEST_TOKEN");
  const client = new HttpClient("canary-action", [new BearerCredentialHandler(permission)], {
    allowRedirects: false,
    allowRetries: true,
    maxRetries: MAX_RETRIES
  });
  const token = await tokenAt(client, `${url}&audience=${encodeURIComponent(audience)}`);
  mask(token);
  return token;
}
function given(environment, name) {
  const value = environment[name];
  if (!value) throw new KnownError(`${name} is not set`);
  return value;
}
async function tokenAt(client, url) {
  const { result, statusCode } = await answerAt(client, url);
  if (statusCode === NOT_FOUND) throw new KnownError(`HTTP ${statusCode}`);
  if (typeof result?.value === "string" && result.value !== "") return result.value;
  throw new KnownError("its response contains no token");
}
async function answerAt(client, url) {
  try {
    return await foreign(() => client.getJson(url));
  } catch (error) {
    const { cause, message } = known(error);
    if (cause instanceof HttpClientError) throw new KnownError(`HTTP ${cause.statusCode}`);
    throw new KnownError(message.replace(/\s+/g, " ").trim());
  }
}
export {
  requestIdToken
};
