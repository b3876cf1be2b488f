import {
  clientAt,
  operationsOf,
  schemasOf
} from "./aws-small-client.shared.js";

// src/aws/log-events.ts
import {
  src_base_errors_ts__errorName as errorName2,
  src_base_errors_ts__messageOf as messageOf2,
  src_base_errors_ts__rootOf as rootOf
} from "./core.js";
import {
  src_aws_arns_ts__accountOf as accountOf
} from "./release.js";
import {
  src_aws_aws_errors_ts__isDenied as isDenied,
  src_aws_aws_errors_ts__isNotFound as isNotFound
} from "./release.js";
import {
  src_aws_call_ts__call as call,
  src_aws_call_ts__required as required
} from "./release.js";

// src/aws/logs-client.ts
import {
  _aws_sdk_core_protocols__AwsJson1_1Protocol as AwsJson1_1Protocol
} from "./vendor-aws.js";
import {
  src_base_errors_ts__errorName as errorName,
  src_base_errors_ts__messageOf as messageOf
} from "./core.js";
var NAMESPACE = "com.amazonaws.cloudwatchlogs";
var TARGET = "Logs_20140328";
var { shape, list } = schemasOf(NAMESPACE);
var FILTERED_EVENT = shape("FilteredLogEvent", {
  ...{ logStreamName: 0, timestamp: 1, message: 0, ingestionTime: 1, eventId: 0 }
});
var LOG_GROUP = shape("LogGroup", {
  ...{ logGroupName: 0, arn: 0, retentionInDays: 1, logGroupClass: 0 }
});
var operation = operationsOf(NAMESPACE, TARGET, "CloudWatchLogsClient");
var FilterLogEventsCommand = operation(
  "FilterLogEvents",
  shape("FilterLogEventsRequest", {
    ...{ logGroupName: 0, logStreamNamePrefix: 0, startTime: 1, endTime: 1, filterPattern: 0 },
    nextToken: 0
  }),
  shape("FilterLogEventsResponse", {
    events: () => list("FilteredLogEvents", FILTERED_EVENT),
    nextToken: 0
  })
);
var DescribeLogGroupsCommand = operation(
  "DescribeLogGroups",
  shape("DescribeLogGroupsRequest", { logGroupNamePrefix: 0, nextToken: 0 }),
  shape("DescribeLogGroupsResponse", {
    logGroups: () => list("LogGroups", LOG_GROUP),
    nextToken: 0
  })
);
var CLOUDWATCH_LOGS = {
  create: createLogsClient,
  // Both calls read, by POST.
  isRead: () => true
};
function createLogsClient(settings) {
  const client = clientAt("logs", {
    ...settings,
    ...{ serviceId: "CloudWatch Logs", signingName: "logs", protocol: AwsJson1_1Protocol },
    protocolSettings: { defaultNamespace: NAMESPACE, serviceTarget: TARGET, version: "2014-03-28" }
  });
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (errorName(error) !== "ThrottlingException") throw error;
        throw new OverQuotaError(error);
      }
    },
    { step: "finalizeRequest", name: "canaryActionOverQuota", priority: "low" }
  );
  return client;
}
var OverQuotaError = class extends Error {
  name = "OverQuota";
  $metadata;
  constructor(cause) {
    super(messageOf(cause), { cause });
    const requestId = cause?.$metadata?.requestId;
    this.$metadata = requestId === void 0 ? {} : { requestId };
  }
};

// src/aws/log-events.ts
import {
  src_aws_pages_ts__turnPages as turnPages
} from "./release.js";
function bindLogEvents({ place, open }) {
  const client = open(CLOUDWATCH_LOGS);
  return {
    async *pages(query) {
      const words = {
        doing: `reading the log group "${query.group}"`,
        permission: { action: "logs:FilterLogEvents", resource: eventsArn(place, query.group) }
      };
      const turn = turnPages(words.doing);
      let token;
      do {
        const input = { ...inputOf(query), ...token !== void 0 && { nextToken: token } };
        const page = await call(words, () => client.send(new FilterLogEventsCommand(input)));
        const events = eventsIn(page, query.group, words.doing);
        token = turn(page.nextToken);
        yield { events, isLast: token === void 0 };
      } while (token !== void 0);
    },
    readGroup: async (name) => {
      const words = {
        doing: `reading the settings of the log group "${name}"`,
        permission: { action: "logs:DescribeLogGroups", resource: groupArn(place, "*") }
      };
      const turn = turnPages(words.doing);
      let token;
      do {
        const input = {
          logGroupNamePrefix: name,
          ...token !== void 0 && { nextToken: token }
        };
        const page = await call(words, () => client.send(new DescribeLogGroupsCommand(input)));
        const found = page.logGroups?.find(({ logGroupName }) => logGroupName === name);
        if (found) {
          const { retentionInDays: retentionDays, logGroupClass: logClass = "STANDARD" } = found;
          return { name, account: accountOf(found.arn ?? ""), retentionDays, logClass };
        }
        token = turn(page.nextToken);
      } while (token !== void 0);
      return void 0;
    }
  };
}
function inputOf({ group, streamPrefix, from, to, pattern }) {
  return {
    logGroupName: group,
    ...streamPrefix !== void 0 && { logStreamNamePrefix: streamPrefix },
    // AWS refuses fractions of a millisecond.
    startTime: Math.floor(from),
    // Inclusive, unlike that of GetLogEvents.
    endTime: Math.ceil(to) - 1,
    ...pattern !== void 0 && { filterPattern: pattern }
  };
}
function eventsIn({ events = [] }, group, doing) {
  return events.map(({ eventId, logStreamName, timestamp, ingestionTime, message }) => {
    const at = required(timestamp, doing, "events.timestamp");
    return {
      id: eventId ?? "",
      group,
      stream: logStreamName ?? "",
      at,
      ingestedAt: ingestionTime ?? at,
      message: message ?? ""
    };
  });
}
function groupArn({ partition, region }, name, account = "*") {
  return `arn:${partition}:logs:${region}:${account}:log-group:${name}`;
}
function eventsArn(place, name) {
  return `${groupArn(place, name)}:*`;
}
function groupIn(destinationArn) {
  const [, region, account, name] = LOG_GROUP_ARN.exec(destinationArn) ?? [];
  return region === void 0 || account === void 0 || name === void 0 ? void 0 : { region, account, name };
}
var LOG_GROUP_ARN = /^arn:[\w-]{1,20}:logs:([\w-]{1,30}):(\d{0,12}):log-group:([^:*]{1,512})(?::\*)?$/;
function whyUnread(error) {
  const root = rootOf(error);
  if (errorName2(root) === "OverQuota") return "throttled";
  if (isNotFound(root)) return "missing";
  if (isDenied(root)) return "denied";
  const isClass = errorName2(root) === "InvalidOperationException" || /not supported for this log class/.test(messageOf2(root));
  return isClass ? "class" : "other";
}

export {
  bindLogEvents,
  groupArn,
  groupIn,
  whyUnread
};
