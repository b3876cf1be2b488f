// src/github/approvers.ts
import {
  src_base_errors_ts__KnownError as KnownError2,
  src_base_errors_ts__known as known,
  src_base_errors_ts__rootOf as rootOf
} from "./core.js";
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
import {
  src_base_time_ts__now as now
} from "./core.js";
import {
  src_rollout_given_approval_ts__splitApprovers as splitApprovers
} from "./core.js";

// src/github/codeowners.ts
import {
  src_base_errors_ts__KnownError as KnownError
} from "./core.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
var CODEOWNERS_PLACES = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
var CODEOWNERS_LIMIT_BYTES = 3e6;
function ownersOf(file, path) {
  let owners = [];
  for (const [index, line] of file.split(/\r\n|\r|\n/).entries()) {
    const rule = readRule(line, index + 1);
    if (rule && matches(rule.pattern, path)) owners = rule.owners;
  }
  return owners;
}
function readRule(line, number) {
  if (/^\s*\^?\[[^\]]+\](?:\[\d+\])?(?:\s|$)/.test(line)) {
    throw new KnownError(
      `line ${number} of CODEOWNERS is ${quote(line.trim())}: sections are GitLab's, and GitHub does not know them; expected a pattern and its owners`
    );
  }
  const [pattern, ...words] = wordsOf(line);
  if (pattern === void 0 || isSkipped(pattern)) return void 0;
  const owners = words.map(parseOwner);
  return owners.every((owner) => owner !== void 0) ? { pattern, owners } : void 0;
}
function wordsOf(line) {
  const words = line.match(/(?:\\.|[^\s\\])+/g) ?? [];
  const comment = words.findIndex((word) => word.startsWith("#"));
  return comment < 0 ? words : words.slice(0, comment);
}
function isSkipped(pattern) {
  return /^!|^\\#|[[\]]|\*\*\*/.test(pattern);
}
function parseOwner(word) {
  const [, org, slug] = /^@([A-Za-z0-9][\w-]{0,38})\/([\w.-]{1,255})$/.exec(word) ?? [];
  if (org !== void 0 && slug !== void 0) return { kind: "team", org, slug };
  const login = /^@([A-Za-z0-9][\w-]{0,38})$/.exec(word)?.[1];
  if (login !== void 0) return { kind: "user", login };
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(word) ? { kind: "email", address: word } : void 0;
}
function ownerText(owner) {
  switch (owner.kind) {
    case "user":
      return `@${owner.login}`;
    case "team":
      return `@${owner.org}/${owner.slug}`;
    case "email":
      return owner.address;
  }
}
function matches(pattern, path) {
  return pattern !== "/" && segmentsMatch(segmentsOf(pattern), path.split("/"));
}
function segmentsOf(pattern) {
  const anchored = /\/./.test(pattern);
  const segments = pattern.replace(/^\//, "").split("/");
  const whole = segments.at(-1) === "" ? [...segments.slice(0, -1), "**"] : segments;
  return anchored ? whole : ["**", ...whole];
}
function segmentsMatch(pattern, path) {
  const [first, ...rest] = pattern;
  if (first === void 0) return true;
  if (first === "**") {
    if (rest.length === 0) return path.length > 0;
    return path.some((_, skipped) => segmentsMatch(rest, path.slice(skipped)));
  }
  const [name, ...below] = path;
  if (name === void 0 || !nameMatches(first, name)) return false;
  return first === "*" && rest.length === 0 ? below.length === 0 : segmentsMatch(rest, below);
}
function nameMatches(pattern, name) {
  const tokens = pattern.match(/\\.|./gsu) ?? [];
  const letters = [...name];
  let [at, from] = [0, 0];
  let star;
  while (from < letters.length) {
    const token = tokens[at];
    if (token === "*") {
      star = { at, from };
      at += 1;
    } else if (token !== void 0 && (token === "?" || token.replace(/^\\/, "") === letters[from])) {
      at += 1;
      from += 1;
    } else if (star) {
      star.from += 1;
      [at, from] = [star.at + 1, star.from];
    } else {
      return false;
    }
  }
  return tokens.slice(at).every((token) => token === "*");
}

// src/github/approvers.ts
import {
  src_github_trouble_ts__troubleOf as troubleOf
} from "./release.js";
async function whyNoApprover(access, pull, login, approvers) {
  const { path } = splitApprovers(approvers);
  const owners = await approversOf(access, pull, approvers);
  const who = path === void 0 ? "" : `CODEOWNERS names for ${path}: `;
  if (owners.length === 0) {
    return `nobody can approve this release: CODEOWNERS names no owner of ${path}.`;
  }
  for (const owner of owners) {
    if (await isIncluded(access, owner, login)) return void 0;
  }
  return `only these can approve this release, so nothing was done: ${who}${listed(owners.map((owner) => code(ownerText(owner))))}.`;
}
async function approversOf(access, pull, approvers) {
  const { path, named } = splitApprovers(approvers);
  return path === void 0 ? named.map(parseOwner).filter((owner) => owner !== void 0) : await ownersAt(access, pull, path);
}
function code(text) {
  return `\`${text.replaceAll("`", "")}\``;
}
async function isIncluded(access, owner, login) {
  switch (owner.kind) {
    case "user":
      return same(owner.login, login);
    case "team":
      return isMember(access, owner, login);
    case "email":
      return same(await publicAddress(access, login), owner.address);
  }
}
function same(a, b) {
  return a.toLowerCase() === b.toLowerCase();
}
async function isMember(access, team, username) {
  await readTeam(access, team);
  const { teams } = access.octokit.rest;
  try {
    const asked = { org: team.org, team_slug: team.slug, username };
    const { data } = await teams.getMembershipForUserInOrg(asked);
    return data.state === "active";
  } catch (error) {
    const cause = known(error);
    if (statusOf(cause) === 404) return false;
    throw cause;
  }
}
async function readTeam({ octokit }, { org, slug }) {
  try {
    await octokit.rest.teams.getByName({ org, team_slug: slug });
  } catch (error) {
    const cause = known(error);
    if (!isDenied(cause)) throw cause;
    throw new KnownError2(
      `the token cannot see the team @${org}/${slug}, so it is not known who may approve; expected a github-token with read:org (fine-grained: Members, read), and the name of a team that exists`,
      { cause }
    );
  }
}
async function publicAddress({ octokit }, username) {
  const { data } = await octokit.rest.users.getByUsername({ username });
  return data.email ?? "";
}
async function ownersAt(access, pull_number, path) {
  const { octokit, owner, repo } = access;
  const { data: pull } = await octokit.rest.pulls.get({ owner, repo, pull_number });
  const { ref } = pull.base;
  for (const place of CODEOWNERS_PLACES) {
    const file = await readFile(access, place, ref);
    if (file !== void 0) return ownersOf(file, path);
  }
  throw new KnownError2(
    `the branch ${ref} has no CODEOWNERS file, so it is not known who may approve; expected one in ${CODEOWNERS_PLACES.join(", ")}, and a github-token with contents: read`
  );
}
async function readFile({ octokit, owner, repo }, path, ref) {
  const found = await octokit.rest.repos.getContent({ owner, repo, path, ref }).catch((error) => {
    if (statusOf(error) === 404) return void 0;
    throw known(error);
  });
  const file = found?.data;
  if (!file || Array.isArray(file) || file.type !== "file") return void 0;
  if (file.size >= CODEOWNERS_LIMIT_BYTES) {
    throw new KnownError2(
      `${path} has ${file.size} bytes, and GitHub does not load a CODEOWNERS file of 3 MB or more`
    );
  }
  if (file.content !== "") return decoded(file.content);
  if (file.size === 0) return "";
  const { data: blob } = await octokit.rest.git.getBlob({ owner, repo, file_sha: file.sha });
  return decoded(blob.content);
}
function decoded(content) {
  return Buffer.from(content, "base64").toString("utf8");
}
function isDenied(error) {
  const status = statusOf(error);
  return status === 403 || status === 404;
}
function statusOf(error) {
  const cause = known(error);
  const { kind } = troubleOf(cause, now());
  const { status } = rootOf(cause);
  return kind === "permission" || kind === "refusal" ? status : void 0;
}

export {
  ownerText,
  whyNoApprover,
  approversOf,
  readTeam
};
