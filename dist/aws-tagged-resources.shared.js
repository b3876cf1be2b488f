import {
  clientAt,
  operationsOf,
  schemasOf
} from "./aws-small-client.shared.js";

// src/aws/tagged-resources.ts
import {
  src_aws_arns_ts__FIND_BY_TAG as FIND_BY_TAG
} from "./release.js";
import {
  src_aws_call_ts__call as call,
  src_aws_call_ts__required as required
} from "./release.js";
import {
  src_aws_pages_ts__turnPages as turnPages
} from "./release.js";

// src/aws/tagging-client.ts
import {
  _aws_sdk_core_protocols__AwsJson1_1Protocol as AwsJson1_1Protocol
} from "./vendor-aws.js";
var NAMESPACE = "com.amazonaws.resourcegroupstaggingapi";
var TARGET = "ResourceGroupsTaggingAPI_20170126";
var TEXTS = 64;
var { shape, list } = schemasOf(NAMESPACE);
var FILTER = shape("TagFilter", { Key: 0, Values: TEXTS });
var TAG = shape("Tag", { Key: 0, Value: 0 });
var MAPPING = shape("ResourceTagMapping", { ResourceARN: 0, Tags: () => list("TagList", TAG) });
var operation = operationsOf(
  NAMESPACE,
  TARGET,
  "ResourceGroupsTaggingAPIClient"
);
var GetResourcesCommand = operation(
  "GetResources",
  shape("GetResourcesInput", {
    TagFilters: () => list("TagFilterList", FILTER),
    ...{ ResourceTypeFilters: TEXTS, ResourcesPerPage: 1, PaginationToken: 0 }
  }),
  shape("GetResourcesOutput", {
    ResourceTagMappingList: () => list("ResourceTagMappingList", MAPPING),
    PaginationToken: 0
  })
);
var TAGGING = {
  create: createTaggingClient,
  // The call reads, by POST.
  isRead: () => true
};
function createTaggingClient(settings) {
  const client = clientAt("tagging", {
    ...settings,
    ...{ serviceId: "Resource Groups Tagging API", signingName: "tagging" },
    protocol: AwsJson1_1Protocol,
    protocolSettings: { defaultNamespace: NAMESPACE, serviceTarget: TARGET, version: "2017-01-26" }
  });
  return client;
}

// src/aws/tagged-resources.ts
var PAGE_SIZE = 100;
async function findByTags({ open }, filters, types, most = Number.POSITIVE_INFINITY) {
  const client = open(TAGGING);
  const names = filters.map(({ key, value }) => value === void 0 ? key : `${key}=${value}`);
  const doing = `finding what has the tag ${names.join(" and ")}`;
  const turn = turnPages(doing);
  const found = [];
  let next;
  do {
    const token = next;
    const page = await call(
      { doing, permission: FIND_BY_TAG },
      () => client.send(
        new GetResourcesCommand({
          TagFilters: filters.map(({ key, value }) => ({
            Key: key,
            ...value !== void 0 && { Values: [value] }
          })),
          ...{ ResourceTypeFilters: types, ResourcesPerPage: PAGE_SIZE },
          ...token && { PaginationToken: token }
        })
      )
    );
    for (const { ResourceARN, Tags = [] } of page.ResourceTagMappingList ?? []) {
      const tags = Tags.map(({ Key = "", Value = "" }) => [Key, Value]);
      found.push({
        arn: required(ResourceARN, doing, "ResourceARN"),
        tags: Object.fromEntries(tags)
      });
    }
    next = found.length > most ? void 0 : turn(page.PaginationToken);
  } while (next);
  return found;
}

export {
  findByTags
};
