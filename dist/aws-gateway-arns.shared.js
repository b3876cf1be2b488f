// src/aws/gateway-arns.ts
import {
  src_base_partitions_ts__partitionOf as partitionOf
} from "./core.js";
function gatewayArn(place, path) {
  return `arn:${place.partition}:apigateway:${place.region}::${path}`;
}
function stageArn(place, restApiId, stageName) {
  return gatewayArn(place, `/restapis/${restApiId}/stages/${stageName}`);
}
function stageUrl(place, restApiId, stageName) {
  const { dnsSuffix } = partitionOf(place.region);
  return `https://${restApiId}.execute-api.${place.region}.${dnsSuffix}/${stageName}`;
}

export {
  gatewayArn,
  stageArn,
  stageUrl
};
