// The commands that put a stage back by hand, for when the action itself could not.

import type { StageRecord } from './record.ts';

/** Which stage, for a command line. */
export interface StageName {
  readonly restApiId: string;
  readonly stageName: string;
  readonly region: string;
}

/** In order: close the canary, then put the deployment and the variables back. */
export function mendCommands(stage: StageName, before: StageRecord): readonly string[] {
  const update = `aws apigateway update-stage --region ${stage.region} --rest-api-id ${stage.restApiId} --stage-name ${stage.stageName} --patch-operations`;
  const variables = Object.entries(before.variables).map(([name, value]) =>
    value === null
      ? `op=remove,path=/variables/${name}`
      : `op=replace,path=/variables/${name},value=${quoteForShell(value)}`,
  );
  const restore = [`op=replace,path=/deploymentId,value=${before.deploymentId}`, ...variables];
  return [`${update} op=remove,path=/canarySettings`, `${update} ${restore.join(' ')}`];
}

/** Values of stage variables hold no quotes, but `&`, `?` and `,` mean something to shell and CLI. */
function quoteForShell(value: string): string {
  return /^[A-Za-z0-9._:/-]+$/.test(value) ? value : `'"${value}"'`;
}
