import {
  clientAt,
  operationsOf,
  schemasOf
} from "./aws-small-client.shared.js";

// src/resolve/read-names.ts
import {
  src_aws_clients_ts__connect as connect
} from "./release.js";

// src/aws/stacks.ts
import {
  src_base_errors_ts__messageOf as messageOf,
  src_base_errors_ts__rootOf as rootOf
} from "./core.js";
import {
  src_aws_aws_errors_ts__isAccessDenied as isAccessDenied
} from "./release.js";
import {
  src_aws_call_ts__call as call,
  src_aws_call_ts__causedBy as causedBy,
  src_aws_call_ts__required as required
} from "./release.js";
import {
  src_aws_pages_ts__turnPages as turnPages
} from "./release.js";

// src/aws/stacks-client.ts
import {
  _aws_sdk_core_protocols__AwsQueryProtocol as AwsQueryProtocol
} from "./vendor-aws.js";
var NAMESPACE = "com.amazonaws.cloudformation";
var VERSION = "2010-05-15";
var { shape, list } = schemasOf(NAMESPACE);
var OUTPUT = shape("Output", { OutputKey: 0, OutputValue: 0 });
var STACK = shape("Stack", {
  ...{ StackId: 0, StackName: 0, StackStatus: 0 },
  Outputs: () => list("Outputs", OUTPUT)
});
var SUMMARY = shape("StackResourceSummary", {
  ...{ LogicalResourceId: 0, PhysicalResourceId: 0, ResourceType: 0, ResourceStatus: 0 }
});
var operation = operationsOf(NAMESPACE, "CloudFormation", "CloudFormationClient");
var DescribeStacksCommand = operation(
  "DescribeStacks",
  shape("DescribeStacksInput", { StackName: 0 }),
  shape("DescribeStacksOutput", { Stacks: () => list("Stacks", STACK) })
);
var ListStackResourcesCommand = operation(
  "ListStackResources",
  shape("ListStackResourcesInput", { StackName: 0, NextToken: 0 }),
  shape("ListStackResourcesOutput", {
    StackResourceSummaries: () => list("StackResourceSummaries", SUMMARY),
    NextToken: 0
  })
);
var CLOUDFORMATION = {
  create: createStacksClient,
  // Both calls read, by POST.
  isRead: () => true
};
function createStacksClient(settings) {
  const client = clientAt("cloudformation", {
    ...settings,
    ...{ serviceId: "CloudFormation", signingName: "cloudformation", protocol: AwsQueryProtocol },
    protocolSettings: {
      defaultNamespace: NAMESPACE,
      xmlNamespace: `http://cloudformation.amazonaws.com/doc/${VERSION}/`,
      version: VERSION
    }
  });
  return client;
}

// src/aws/stacks.ts
function bindStacks({ open, place }) {
  const client = open(CLOUDFORMATION);
  const wordsOf = (doing, action, stack) => ({
    doing,
    permission: { action: `cloudformation:${action}`, resource: stackArnPattern(place, stack) }
  });
  return {
    describe: async (stack) => {
      const doing = `reading the stack "${stack}"`;
      const send = () => client.send(new DescribeStacksCommand({ StackName: stack }));
      try {
        const { Stacks } = await call(wordsOf(doing, "DescribeStacks", stack), send);
        const [found] = required(Stacks, doing, "Stacks");
        return {
          arn: required(found?.StackId, doing, "StackId"),
          name: required(found?.StackName, doing, "StackName"),
          status: required(found?.StackStatus, doing, "StackStatus"),
          outputs: (found?.Outputs ?? []).map(({ OutputKey, OutputValue = "" }) => ({
            key: required(OutputKey, doing, "OutputKey"),
            value: OutputValue
          }))
        };
      } catch (error) {
        if (!isMissing(error)) throw error;
        return void 0;
      }
    },
    readResources: async (stack) => {
      const doing = `listing the resources of the stack "${stack}"`;
      const words = wordsOf(doing, "ListStackResources", stack);
      const found = [];
      const turn = turnPages(doing);
      let NextToken;
      do {
        const from = { StackName: stack, ...NextToken && { NextToken } };
        const page = await call(words, () => client.send(new ListStackResourcesCommand(from)));
        for (const each of required(page.StackResourceSummaries, doing, "StackResourceSummaries")) {
          const { PhysicalResourceId: physicalId, ResourceStatus: status = "" } = each;
          if (!physicalId || /^DELETE_(COMPLETE|SKIPPED)$/.test(status)) continue;
          found.push({
            ...{ physicalId, status },
            logicalId: required(each.LogicalResourceId, doing, "LogicalResourceId"),
            type: required(each.ResourceType, doing, "ResourceType")
          });
        }
        NextToken = turn(page.NextToken);
      } while (NextToken);
      return found;
    }
  };
}
function stackArnPattern({ partition, region }, stack, account = "*") {
  return stack.startsWith("arn:") ? stack : `arn:${partition}:cloudformation:${region}:${account}:stack/${stack}/*`;
}
function isMissing(error) {
  return causedBy(error, (cause) => !isAccessDenied(cause)) && /^Stack with id .* does not exist$/s.test(messageOf(rootOf(error)));
}

// src/resolve/read-names.ts
import {
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_quote_ts__quote as quote2
} from "./core.js";
import {
  src_inputs_checkout_file_ts__readCheckoutFile as readCheckoutFile
} from "./core.js";

// src/resolve/name-index.ts
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
import {
  src_base_suggest_ts__didYouMean as didYouMean
} from "./core.js";
import {
  src_inputs_names_ts__bareFunction as bareFunction
} from "./core.js";
function indexNames(known2) {
  const entries = known2.stacks.flatMap(
    ({ path, resources }) => resources.map(({ logicalId, type, physicalId }) => ({
      ...{ logicalId, type, physicalId },
      path: `${path}/${logicalId}`
    }))
  );
  const where = placeOf(known2);
  return {
    find: (of, written) => {
      const fitting = entries.filter(({ type }) => TYPES[of].includes(type));
      if (fitting.some((entry) => nameIn(of, entry.physicalId) === written)) {
        return { kind: "physical" };
      }
      return among(of, written, fitting.filter(isCalled(written))) ?? inOutputs(of, written, known2) ?? among(of, written, fitting.filter(isConstruct(written))) ?? ofAnotherType(of, written, entries, where) ?? unknown(of, written, fitting, known2, where);
    },
    functionsWith: (alias) => functionsWith(alias, entries, where)
  };
}
var TYPES = {
  function: ["AWS::Lambda::Function", "AWS::Lambda::Alias"],
  "function alias": ["AWS::Lambda::Alias"],
  "REST API": ["AWS::ApiGateway::RestApi"],
  "API stage": ["AWS::ApiGateway::Stage"],
  alarm: ["AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm"],
  bucket: ["AWS::S3::Bucket"],
  "log group": ["AWS::Logs::LogGroup"]
};
function nameIn(of, text) {
  const [, api, stage] = /^https:\/\/([a-z0-9]+)\.execute-api\.[^/]+(?:\/([^/?#]+))?/.exec(text) ?? [];
  switch (of) {
    case "function":
      return text.replace(/^arn:[^:]*:lambda:[^:]*:[^:]*:function:/, "");
    case "function alias":
      return text.replace(/^arn:[^:]*:lambda:[^:]*:[^:]*:function:[^:]*:/, "");
    case "REST API":
      return api ?? text;
    case "API stage":
      return (api && stage) ?? text;
    case "log group":
      return text.replace(/^arn:[^:]*:logs:[^:]*:[^:]*:log-group:(.*?)(?::\*)?$/, "$1");
    case "bucket":
      return text.replace(/^arn:[^:]*:s3:::/, "");
    default:
      return text;
  }
}
function isCalled(written) {
  return ({ path }) => path.endsWith(`/${written}`) || path === written;
}
function isConstruct(written) {
  return ({ path }) => {
    const [, construct] = /^(.+)[0-9A-F]{8}$/.exec(path) ?? [];
    return construct?.endsWith(`/${written}`) === true;
  };
}
function among(of, written, found) {
  const [first] = found;
  if (!first) return void 0;
  const names = [...new Set(found.map(({ physicalId }) => nameIn(of, physicalId)))];
  if (names.length > 1) {
    const each = found.map(({ path, physicalId }) => `${path} (${nameIn(of, physicalId)})`);
    return {
      kind: "refused",
      problem: `${quote(written)} is ambiguous: ${listed(each)}; expected one of these names`
    };
  }
  return { kind: "found", names, what: `${first.type} ${first.path}` };
}
function inOutputs(of, written, { outputs, file, stacks }) {
  const own = outputs.find(({ key }) => key === written);
  const [main] = stacks;
  if (own) {
    const what2 = `the output ${own.key} of the stack "${main?.path}"`;
    return { kind: "found", names: [nameIn(of, own.value)], what: what2 };
  }
  if (!file) return void 0;
  const called = file.outputs.filter(
    ({ key, stack }) => key === written || stack !== "" && `${stack}/${key}` === written
  );
  const ofStack = called.filter(({ stack }) => stack === main?.path);
  const found = ofStack.length > 0 ? ofStack : called;
  const [first] = found;
  if (!first) return void 0;
  const label = ({ stack, key }) => stack === "" ? key : `${stack}/${key}`;
  if (found.length > 1) {
    return {
      kind: "refused",
      problem: `${quote(written)} is ambiguous in ${quote(file.path)}: ${listed(found.map(label))}; expected one of these names, or stack`
    };
  }
  if (first.sensitive) {
    return {
      kind: "refused",
      problem: `the output ${quote(written)} in ${quote(file.path)} is sensitive, and names are shown in logs and comments; expected an output that is not`
    };
  }
  const what = `the output ${label(first)} in "${file.path}"`;
  return { kind: "found", names: first.values.map((value) => nameIn(of, value)), what };
}
function ofAnotherType(of, written, entries, where) {
  const other = entries.find(isCalled(written)) ?? entries.find(isConstruct(written));
  if (!other) return void 0;
  const hint = other.type === "AWS::ApiGatewayV2::Api" ? ". HTTP and WebSocket APIs have no stage canary: use functions and alias" : "";
  return {
    kind: "refused",
    problem: `${quote(written)} is an ${other.type} of ${where}; expected an ${TYPES[of][0]}${hint}`
  };
}
function unknown(of, written, fitting, { outputs, file }, where) {
  const keys = [...outputs, ...file?.outputs ?? []].map(({ key }) => key);
  const ids = [...new Set(fitting.map(({ logicalId }) => logicalId))];
  const meant = didYouMean(written, [...ids, ...keys]);
  const has = ids.length > 0 && meant === "" ? ` It has ${listed(ids)}.` : "";
  return {
    kind: "unknown",
    note: `${where} has no ${of} ${quote(written)}, so it is used as a name in the account.${meant}${has}`
  };
}
function functionsWith(alias, entries, where) {
  const aliases = entries.filter(({ type }) => type === "AWS::Lambda::Alias");
  const having = aliases.filter(({ physicalId }) => nameIn("function alias", physicalId) === alias);
  if (having.length > 0) {
    const names = [...new Set(having.map(({ physicalId }) => bareFunction(physicalId)))];
    return { kind: "found", names, what: where };
  }
  const others = [
    ...new Set(aliases.map(({ physicalId }) => nameIn("function alias", physicalId)))
  ];
  const has = others.length === 0 ? "it has no AWS::Lambda::Alias at all" : `its aliases are ${listed(others)}`;
  return {
    kind: "refused",
    problem: `no function of ${where} has an alias ${quote(alias)}, and functions is empty; ${has}.${didYouMean(alias, others)}`
  };
}
function placeOf({ stacks, file }) {
  const places = [
    ...stacks[0] ? [`the stack "${stacks[0].path}"`] : [],
    ...file ? [`the file ${quote(file.path)}`] : []
  ];
  return places.join(" or ");
}

// src/resolve/outputs-file.ts
import {
  src_base_foreign_text_ts__parseJson as parseJson
} from "./core.js";
function parseOutputs(text) {
  const plain = text.replace(/^\uFEFF/, "").trim();
  if (plain === "") return "it is empty; expected outputs as JSON";
  const document = parseJson(plain);
  if (document === void 0) {
    if (NOISE.test(plain)) {
      return "it has more than JSON in it: the wrapper of hashicorp/setup-terraform added its own lines; expected terraform_wrapper: false in that step";
    }
    return plain.includes("\0") ? "it is not UTF-8 (PowerShell before version 7 writes UTF-16); expected outputs as JSON in UTF-8" : 'it is not JSON; expected what "cdk deploy --outputs-file" or "terraform output -json" writes';
  }
  const members = membersOf(document);
  if (!members) return "it is not a JSON object; expected outputs by name";
  const entries = Object.entries(members);
  if (entries.length === 0) return "it has no outputs";
  if (entries.every(([, value]) => isTerraform(value))) return fromTerraform(entries);
  return fromCdk(entries);
}
var NOISE = /^\[command\]|^::(?:debug|set-output)|terraform-bin/m;
function membersOf(value) {
  const is = typeof value === "object" && value !== null && !Array.isArray(value);
  return is ? value : void 0;
}
function isTerraform(value) {
  const members = membersOf(value);
  return members !== void 0 && "value" in members && "sensitive" in members;
}
function fromTerraform(entries) {
  const outputs = [];
  const secrets = [];
  for (const [key, entry] of entries) {
    const { value, sensitive } = membersOf(entry) ?? {};
    const isSensitive = sensitive !== false;
    if (isSensitive) secrets.push(...textsIn(value).filter(isWorthAMask));
    outputs.push(...flattened(key, value, isSensitive));
  }
  return { outputs, secrets: [...new Set(secrets)] };
}
function flattened(key, value, sensitive) {
  const members = membersOf(value);
  if (members) {
    return Object.entries(members).flatMap(
      ([name, inner]) => flattened(`${key}.${name}`, inner, sensitive)
    );
  }
  const all = Array.isArray(value) ? value : [value];
  const values = all.filter((each) => typeof each === "string" || typeof each === "number");
  if (values.length !== all.length) return [];
  return [{ key, stack: "", values: values.map(String), sensitive }];
}
function fromCdk(entries) {
  const outputs = [];
  for (const [stack, entry] of entries) {
    const members = membersOf(entry);
    if (!members || Object.values(members).some((value) => typeof value !== "string")) {
      return 'its form is not known; expected outputs by stack, as "cdk deploy --outputs-file" writes them, or by name with value and sensitive, as "terraform output -json" does';
    }
    for (const [key, value] of Object.entries(members)) {
      outputs.push({ key, stack, values: [String(value)], sensitive: false });
    }
  }
  return { outputs, secrets: [] };
}
function textsIn(value) {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
function isWorthAMask(text) {
  return text.length >= 5 && !/[\r\n]/.test(text);
}

// src/resolve/stack-state.ts
function stackStateOf(name, status, begins) {
  const stack = `the stack "${name}" is in the state ${status}`;
  const refused = (why) => ({
    kind: begins ? "refused" : "told",
    words: `${stack}: ${why}`
  });
  if (status === "DELETE_COMPLETE" || status === "REVIEW_IN_PROGRESS") {
    return { kind: "refused", words: `${stack}, so it has no resources` };
  }
  if (/^UPDATE_(ROLLBACK_)?COMPLETE_CLEANUP_IN_PROGRESS$/.test(status)) {
    return { kind: "told", words: `${stack}: replaced resources are still being deleted` };
  }
  if (status.endsWith("_IN_PROGRESS")) {
    return refused(
      "its names and the code of its functions may still change; expected the release to start after the deployment of the stack, in a later step or job"
    );
  }
  if (/^(ROLLBACK_COMPLETE|ROLLBACK_FAILED|CREATE_FAILED|DELETE_FAILED)$/.test(status)) {
    return refused("it was not created, or only parts of it exist; expected a deployed stack");
  }
  if (status.endsWith("_FAILED")) {
    return refused(
      "its resources may be those of two different deployments; expected the stack to be repaired first (deploy it again, or continue its rollback)"
    );
  }
  if (/ROLLBACK_COMPLETE$/.test(status)) {
    return {
      kind: "told",
      words: `${stack}: its last deployment failed, so its resources are those of the one before`
    };
  }
  return { kind: "settled" };
}

// src/resolve/read-names.ts
var MAX_BYTES = 5 * 1024 * 1024;
async function lookUpNames(order, credentials, mask) {
  const ended = new AbortController();
  const never = new AbortController().signal;
  const limits = { cancelled: never, rollbackDeadline: never, ended: ended.signal };
  try {
    return await readNames(order, connect(order.region, limits, credentials, "reads").normal, mask);
  } finally {
    ended.abort();
  }
}
async function readNames(order, clients, mask) {
  const problems = [];
  const file = readOutputs(order, mask, problems);
  const stack = order.stack === "" ? void 0 : await readStack(order, clients, problems);
  const index = indexNames({
    stacks: stack?.walked ?? [],
    outputs: stack?.reading.outputs ?? [],
    file
  });
  return {
    ...{ problems, find: index.find },
    notes: stack?.notes ?? [],
    stacks: stack?.patterns ?? [],
    functionsWith: (alias) => stack ? index.functionsWith(alias) : withoutStack(alias)
  };
}
function withoutStack(alias) {
  return {
    kind: "refused",
    problem: `functions is empty, and without stack it is not known which functions have the alias ${quote2(alias)}; expected functions, or stack`
  };
}
function readOutputs({ outputsFile, workspace }, mask, problems) {
  if (outputsFile === "") return void 0;
  const source = `outputs-file ${quote2(outputsFile)}`;
  const file = readCheckoutFile(outputsFile, workspace, MAX_BYTES);
  const parsed = "problem" in file ? file.problem : parseOutputs(file.text);
  if (typeof parsed === "string") {
    problems.push(`${source}: ${parsed}`);
    return void 0;
  }
  for (const secret of parsed.secrets) mask(secret);
  return { path: outputsFile, outputs: parsed.outputs };
}
async function readStack({ stack, region, begins }, clients, problems) {
  const stacks = bindStacks(clients);
  try {
    const reading = await stacks.describe(stack);
    if (!reading) {
      problems.push(
        `stack: there is no stack ${quote2(stack)} in ${region}; check its name and AWS_REGION`
      );
      return void 0;
    }
    const state = stackStateOf(reading.name, reading.status, begins);
    if (state.kind === "refused") {
      problems.push(`stack: ${state.words}`);
      return void 0;
    }
    const found = await walk(stacks, reading);
    const notes = state.kind === "told" ? [`stack: ${state.words}`] : [];
    return { reading, ...found, notes };
  } catch (error) {
    problems.push(`stack: ${known(error).message}`);
    return void 0;
  }
}
async function walk(stacks, { arn, name }) {
  const walked = [];
  const patterns = [];
  const open = [{ arn, path: name, pattern: patternOf(arn, name) }];
  for (let next = open.shift(); next; next = open.shift()) {
    const { path } = next;
    const resources = await stacks.readResources(next.arn);
    walked.push({ path, resources });
    patterns.push(next.pattern);
    for (const { type, logicalId, physicalId } of resources) {
      if (type !== "AWS::CloudFormation::Stack") continue;
      const pattern = patternOf(physicalId, nestedName(next.arn, logicalId, physicalId));
      open.push({ arn: physicalId, path: `${path}/${logicalId}`, pattern });
    }
  }
  return { walked, patterns };
}
function patternOf(arn, name) {
  return arn.replace(/:stack\/.*$/, `:stack/${name}/*`);
}
function nestedName(parentArn, logicalId, arn) {
  const [parent = "", name = ""] = [parentArn, arn].map(
    (each) => /:stack\/([^/]+)\//.exec(each)?.[1]
  );
  const prefix = `${parent}-${logicalId}-`;
  return name.startsWith(prefix) ? `${prefix}*` : name;
}
export {
  lookUpNames
};
