// src/github/id-token.ts
import {
  HttpClient
} from "./vendor-actions-http-client.js";
import {
  src_base_errors_ts__foreign as foreign,
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__known as known
} from "./core.js";
function guardIdToken(getIdToken) {
  refuseRedirects();
  return async (audience) => {
    try {
      return await foreign(() => getIdToken(audience));
    } catch (error) {
      throw new KnownError(troubleIn(known(error).message));
    }
  };
}
function refuseRedirects() {
  Object.defineProperty(HttpClient.prototype, "_allowRedirects", {
    configurable: true,
    get: () => false,
    set: () => void 0
  });
}
function troubleIn(message) {
  const [, status] = /Error Code : (\d{3})\b/.exec(message) ?? [];
  return status === void 0 ? message.replace(/\s+/g, " ").trim() : `HTTP ${status}`;
}
export {
  guardIdToken
};
