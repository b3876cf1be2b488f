// src/targets/lambda/policy-document.ts
import {
  src_base_foreign_text_ts__parseJson as parseJson
} from "./core.js";
import {
  src_rollout_shape_ts__isMembers as isMembers
} from "./core.js";
function readStatements(policy) {
  const parsed = parseJson(policy);
  const statements = asList(isMembers(parsed) ? parsed.Statement : void 0);
  return statements.length > 0 && statements.every(isMembers) ? statements : void 0;
}
function matchStatement(statement, call2) {
  return all([
    Object.keys(statement).every((name) => ELEMENTS.includes(name)) ? "yes" : "unknown",
    either(statement.Principal, statement.NotPrincipal, (one) => matchPrincipal(one, call2.service)),
    matchOperation(statement, call2.action),
    matchResource(statement, call2.resource),
    matchCondition(statement.Condition, call2.values)
  ]);
}
function matchOperation({ Action, NotAction }, action) {
  return either(Action, NotAction, (one) => matchAction(one, action));
}
function matchResource({ Resource, NotResource }, arn) {
  return either(Resource, NotResource, (one) => matchArn(one, arn));
}
var ELEMENTS = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition"
];
function either(is, isNot, match) {
  if (is === void 0 === (isNot === void 0)) return "unknown";
  return is === void 0 ? not(match(isNot)) : match(is);
}
function matchPrincipal(principal, service) {
  if (principal === "*") return "yes";
  if (!isMembers(principal)) return "unknown";
  return any(
    Object.entries(principal).map(([type, names]) => {
      switch (type) {
        case "Service":
          return matchAny(names, (name) => yesIf(name === service));
        case "AWS":
          return matchAny(names, (name) => yesIf(name === "*"));
        case "Federated":
        case "CanonicalUser":
          return "no";
        default:
          return "unknown";
      }
    })
  );
}
function matchAction(actions, action) {
  return matchAny(
    actions,
    (pattern) => yesIf(globMatches(pattern.toLowerCase(), action.toLowerCase()))
  );
}
function matchArn(patterns, arn) {
  return matchAny(patterns, (pattern) => {
    if (pattern === "*" || arnLike(pattern, arn)) return "yes";
    return globMatches(pattern, arn) ? "unknown" : "no";
  });
}
function arnLike(pattern, arn) {
  const [patterns, parts] = [arnParts(pattern), arnParts(arn)];
  return patterns.length === parts.length && patterns.every((part, i) => globMatches(part, parts[i] ?? ""));
}
function arnParts(arn) {
  const parts = arn.split(":");
  return [...parts.slice(0, 5), parts.slice(5).join(":")];
}
function matchCondition(condition, values) {
  if (condition === void 0) return "yes";
  if (!isMembers(condition)) return "unknown";
  return all(
    Object.entries(condition).flatMap(
      ([operator, byKey]) => isMembers(byKey) ? Object.entries(byKey).map(
        ([key, expected]) => holds(operator, values[key.toLowerCase()], expected)
      ) : ["unknown"]
    )
  );
}
var OPERATORS = {
  ArnEquals: arnLike,
  ArnLike: arnLike,
  StringEquals: (expected, found) => expected === found,
  StringEqualsIgnoreCase: (expected, found) => expected.toLowerCase() === found.toLowerCase(),
  StringLike: globMatches,
  Bool: (expected, found) => expected.toLowerCase() === found,
  Null: (expected) => expected.toLowerCase() === "false"
};
function holds(operator, found, expected) {
  if (found === void 0) return "unknown";
  const base = operator.replace(/IfExists$/, "");
  const positive = base.replace(/^(Arn|String)Not/, "$1");
  const compare = Object.hasOwn(OPERATORS, positive) ? OPERATORS[positive] : void 0;
  if (!compare) return "unknown";
  const match = matchAny(expected, (one) => yesIf(compare(one, found)));
  return base === positive ? match : not(match);
}
function matchAny(values, match) {
  const list = asList(values);
  if (list.length === 0) return "unknown";
  return any(
    list.map((value) => {
      if (typeof value === "boolean") return match(String(value));
      return typeof value === "string" && !value.includes("${") ? match(value) : "unknown";
    })
  );
}
function all(matches) {
  if (matches.includes("no")) return "no";
  return matches.includes("unknown") ? "unknown" : "yes";
}
function any(matches) {
  if (matches.includes("yes")) return "yes";
  return matches.includes("unknown") ? "unknown" : "no";
}
function not(match) {
  return match === "unknown" ? match : yesIf(match === "no");
}
function yesIf(matches) {
  return matches ? "yes" : "no";
}
function globMatches(pattern, text) {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (pattern[p] === "*") {
      star = p++;
      resume = t;
    } else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}
function asList(value) {
  if (value === void 0 || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

// src/targets/lambda/invoke-policy.ts
var GATEWAY = "apigateway.amazonaws.com";
var SOURCE_OPERATORS = ["ArnLike", "ArnEquals", "StringLike", "StringEquals"];
function isDenied({ denial }) {
  return denial !== void 0;
}
function refusedCalls({ arn, documents }, sourceArns) {
  const read = documents.map(readStatements);
  if (read.includes(void 0)) {
    const denial = "one of its policies is no policy that this action understands";
    return sourceArns.map((sourceArn) => ({ sourceArn, denial }));
  }
  const statements = read.flatMap((one) => one ?? []);
  return sourceArns.flatMap((sourceArn) => {
    const rulings = statements.map((one) => ({
      one,
      match: matchStatement(one, call(arn, sourceArn))
    }));
    const denial = rulings.find(({ one, match }) => one.Effect !== "Allow" && match !== "no");
    if (denial) return [{ sourceArn, denial: describeDenial(denial.one, denial.match) }];
    const isAllowed = rulings.some(({ one, match }) => one.Effect === "Allow" && match === "yes");
    return isAllowed ? [] : [{ sourceArn, denial: void 0 }];
  });
}
function call(arn, sourceArn) {
  return {
    service: GATEWAY,
    action: "lambda:InvokeFunction",
    resource: arn,
    values: {
      "aws:sourcearn": sourceArn,
      "aws:sourceaccount": sourceArn.split(":")[4] ?? "",
      "aws:principalisawsservice": "true",
      "aws:securetransport": "true",
      "aws:principalservicename": GATEWAY
    }
  };
}
function describeDenial({ Sid, Effect }, match) {
  const which = typeof Sid === "string" && Sid !== "" ? `the statement "${Sid}"` : "a statement";
  if (Effect === "Deny" && match === "yes") return `${which} denies it`;
  return `${which} may deny it: it contains something that this action does not understand`;
}
function otherPrincipals({ arn, documents }, knows) {
  return documents.some((document) => {
    const statements = readStatements(document);
    return !statements?.every((statement) => isHarmless(statement, arn, knows));
  });
}
function isHarmless(statement, arn, knows) {
  if (statement.Effect === "Deny" || matchResource(statement, arn) === "no") return true;
  const sources = sourcesOf(statement);
  return statement.Effect === "Allow" && sources.length > 0 && sources.every(knows);
}
function sourcesOf({ Condition }) {
  const byOperator = Object.entries(Condition ?? {});
  return byOperator.flatMap(
    ([operator, byKey]) => Object.entries(byKey ?? {}).flatMap(
      ([key, values]) => SOURCE_OPERATORS.includes(operator) && key.toLowerCase() === "aws:sourcearn" ? asList(values).map(String) : []
    )
  );
}

export {
  readStatements,
  matchOperation,
  matchResource,
  asList,
  isDenied,
  refusedCalls,
  otherPrincipals,
  sourcesOf
};
