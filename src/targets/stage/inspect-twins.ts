// Preflight of the API's name, by which CloudWatch counts its requests.

import type { RestApi } from '../../aws/rest-api.ts';
import { known } from '../../base/errors.ts';
import { listed } from '../../base/listed.ts';
import type { Problems } from '../../base/problems.ts';
import type { StageInputs } from './stage-inputs.ts';

export async function inspectTwins(
  api: Pick<RestApi, 'readTwins' | 'stageName'>,
  apiName: string,
  { compares, smokeNeeds }: Pick<StageInputs, 'compares' | 'smokeNeeds'>,
  releases: 'functions' | 'no functions',
  { problems, notes }: Problems,
): Promise<void> {
  let twins: readonly string[];
  try {
    twins = await api.readTwins(apiName);
  } catch (error) {
    notes.push(`rest-api-id: ${uncheckedName(apiName, known(error).message)}`);
    return;
  }
  if (twins.length === 0) return;
  const shared = sharedName(apiName, api.stageName, twins);
  if (releases === 'functions' && compares && smokeNeeds?.probes) {
    problems.push(
      `rest-api-id: ${shared}, and Lambda's metrics of the versions contain the probes, so users' requests cannot be compared; expected a unique name, or smoke without "probe"`,
    );
  } else if (releases === 'functions') {
    notes.push(
      `rest-api-id: ${shared}. The versions are compared by Lambda's metrics instead, without latency; alarms on the API's name, and the forecast, count both APIs`,
    );
  } else if (compares) {
    problems.push(
      `rest-api-id: ${shared}, so the canary cannot be compared; expected a unique name, functions (which are counted by version), or analysis: off`,
    );
  } else {
    notes.push(`rest-api-id: ${shared}. All counts in the report include both`);
  }
}

export function uncheckedName(apiName: string, why: string): string {
  return `the action could not check whether another REST API has the name "${apiName}", whose requests CloudWatch would add to those of this one (${why})`;
}

/** Why the counts of API Gateway are not those of one API. */
export function sharedName(apiName: string, stageName: string, twins: readonly string[]): string {
  return `CloudWatch counts requests by the API's name, and ${listed(twins)} ${twins.length === 1 ? 'is' : 'are'} also called "${apiName}", with a stage "${stageName}"`;
}
