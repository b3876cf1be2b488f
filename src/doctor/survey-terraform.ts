// Terraform's resources to facts (registry.terraform.io, provider hashicorp/aws).

import type { Survey } from './facts.ts';
import { CALLERS } from './terraform-callers.ts';
import { ALIASES, addPlanned, FUNCTIONS } from './terraform-functions.ts';
import type { TerraformInstance } from './terraform-instance.ts';
import { type Found, instanceAt, type Reading } from './terraform-reading.ts';

export interface SurveyOptions {
  /** What was left out when the resources were read. */
  readonly notes?: readonly string[];
  /** The folder of the root module, if there are several. */
  readonly folder?: string;
  /** The addresses of aliases that a plan changes. */
  readonly planned?: readonly string[];
}

export function surveyTerraform(
  all: readonly TerraformInstance[],
  { notes = [], planned = [], folder = '' }: SurveyOptions = {},
): Survey {
  const found: Found = {
    ...{ functions: [], aliases: [], callers: [], movers: [] },
    ...{ notes: [...notes], problems: [] },
  };
  const reading: Reading = { all, table: new Map(), byName: new Map(), found, folder };
  for (const each of all) FUNCTIONS[each.type]?.(each, reading);
  for (const each of all) ALIASES[each.type]?.(each, reading);
  for (const each of all) CALLERS[each.type]?.(each, reading);
  for (const address of planned) addPlanned(address, reading);
  for (const each of all) if (each.type === 'aws_api_gateway_stage') addStageMovers(each, reading);
  return found;
}

/** A stage whose deployment or variables Terraform sets again with each apply. */
function addStageMovers(stage: TerraformInstance, reading: Reading): void {
  const { found } = reading;
  const set = ['deployment_id', 'variables'].filter(
    (attribute) => stage.ignores(attribute) === false,
  );
  if (set.length === 0) return;
  const api = instanceAt(stage.get('rest_api_id'), reading)?.address;
  const moved = found.callers.filter(
    ({ stage: own, reach }) =>
      own?.api === api && (reach.kind === 'variable' || reach.kind === 'version'),
  );
  const ids = new Set(moved.map(({ functionId }) => functionId));
  const by = `${set.join(' and ')} of ${stage.address} ${set.length === 1 ? 'is' : 'are'} not ignored`;
  for (const functionId of ids) {
    found.movers.push({
      functionId,
      alias: undefined,
      kind: 'stage-not-ignored',
      by,
      where: stage.where,
    });
  }
}
