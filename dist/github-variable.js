import {
  connectOctokit
} from "./github-retry.shared.js";

// src/github/variable.ts
import {
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__known as known,
  src_base_errors_ts__messageOf as messageOf,
  src_base_errors_ts__rootOf as rootOf
} from "./core.js";
var NEEDED = 'github-token must be the token of a GitHub App, or a fine-grained token, with the repository permission "Variables: read"; the token of a job cannot have it';
async function readVariable({ token, apiUrl, repository }, name, ended) {
  const [owner = "", repo = ""] = repository.split("/");
  const octokit = connectOctokit({ token, apiUrl }, ended);
  try {
    const { data } = await octokit.rest.actions.getRepoVariable({ owner, repo, name });
    const at = Date.parse(data.updated_at) / 1e3;
    return { value: data.value, changedAt: Number.isNaN(at) ? void 0 : at };
  } catch (error) {
    throw refused(known(error)) ?? error;
  }
}
function refused(error) {
  const root = rootOf(error);
  const status = root?.response === void 0 ? void 0 : root?.status;
  if (status === 404) {
    return new KnownError(
      `GitHub has no such variable of the repository, or the token may not read it: ${NEEDED}`,
      { cause: error }
    );
  }
  return status === 403 && /not accessible/i.test(messageOf(root)) ? new KnownError(`GitHub refuses the token: ${NEEDED}`, { cause: error }) : void 0;
}
export {
  readVariable
};
