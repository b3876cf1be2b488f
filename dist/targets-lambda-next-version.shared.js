import {
  isSameContent
} from "./aws-functions.shared.js";

// src/targets/lambda/version-text.ts
var MAX_DESCRIPTION = 256;
function describeVersion(source, from) {
  if (from === "") return source.slice(0, MAX_DESCRIPTION);
  const tail = `, after ${from}`;
  return `${source.slice(0, MAX_DESCRIPTION - tail.length)}${tail}`;
}
function parseVersion(description) {
  return /@[0-9a-f]*, after (\d{1,18})$/.exec(description)?.[1];
}

// src/targets/lambda/check-code.ts
function wrongCode({ name, version, codeSha256, code }, reading) {
  if (codeSha256 === void 0 || codeSha256 === reading.codeSha256) return void 0;
  if (code) {
    return `code-sha256: ${code.source.text} of "${name}" has the hash ${reading.codeSha256}; expected ${codeSha256}. It is not what the building step made, or that step is not reproducible`;
  }
  const what = version === void 0 ? "$LATEST" : `version ${version}`;
  return `code-sha256: ${what} of "${name}" has the code ${reading.codeSha256}; expected ${codeSha256}. Another job has probably deployed since: run its release, or deploy again`;
}

// src/targets/lambda/next-version.ts
function versionToRelease({ name, version }, from, latest, serving, code) {
  if (version !== void 0) return { name, from, version, latest: void 0 };
  const { codeSha256, settings } = latest;
  const revisionId = latest.lastUpdateStatus === "Successful" ? latest.revisionId : void 0;
  const seen = { codeSha256, settings, revisionId };
  const next = code ? { ...seen, codeSha256: code.codeSha256 } : seen;
  const isThere = code?.isThere ?? true;
  if (serving !== void 0 && isSameContent(next, serving)) {
    return { name, from, version: from, latest: isThere ? seen : void 0 };
  }
  return { name, from, version: void 0, latest: seen, upload: isThere ? void 0 : code };
}

export {
  describeVersion,
  parseVersion,
  wrongCode,
  versionToRelease
};
