// A stage as reports show it.

import { placeOf } from '../../aws/arns.ts';
import { stageArn } from '../../aws/gateway-arns.ts';
import { consoleOf } from '../../report/console-links.ts';
import { code } from '../../report/markdown.ts';
import type { ConsoleLink, TargetFacts, TargetReport } from '../../report/target-report.ts';
import { FUNCTION_REPORT } from '../lambda/function-report.ts';

export interface StageReportFacts extends TargetFacts {
  readonly kind: 'stage';
  readonly restApiId: string;
  /** Empty if it could not be read. */
  readonly apiName: string;
  readonly stageName: string;
  /** The deployment that the stage served before, and the one it serves now; empty: not known. */
  readonly deploymentBefore: string;
  readonly deploymentAfter: string;
  readonly canaryDeployment: string;
  /** The value of CloudWatch's `Stage` dimension for canary requests. */
  readonly canaryDimension: string;
}

export function stageReport(facts: StageReportFacts): TargetReport {
  const { region, restApiId, apiName, stageName, deploymentBefore, deploymentAfter } = facts;
  return {
    region,
    label: `${apiName || restApiId}/${stageName}`,
    key: `${region}/${restApiId}/${stageName}`,
    resources: [arnOf(facts)],
    links: [linkTo(facts)],
    metrics: metricsOf(facts),
    rows: rowsOf(facts),
    ...FUNCTION_REPORT,
    countNotes: COUNT_NOTES,
    outputs: { 'deployment-before': deploymentBefore, 'deployment-after': deploymentAfter },
    toJSON: () => facts,
  };
}

const COUNT_NOTES = {
  backend:
    'The stage caches answers (use-stage-cache), so only requests that reached a backend are counted, latency is not compared, and errors only roll back if they are more than three times as frequent. Use alarms or metrics for smaller regressions.',
  functions:
    'Counted by function version, because API Gateway has no metrics for the canary alone. A 4XX or 5XX response that a function returns is not counted by version, so client errors are not compared, and neither is latency. Set canary-metric-dimension to the dimension that your account shows, or use alarms or metrics.',
};

function arnOf({ region, restApiId, stageName }: StageReportFacts): string {
  return stageArn(placeOf(region), restApiId, stageName);
}

function linkTo({ region, restApiId, stageName }: StageReportFacts): ConsoleLink {
  const id = encodeURIComponent(restApiId);
  const url = `${consoleOf(region)}/apigateway/main/apis/${id}/stages?api=${id}&region=${region}`;
  return { text: `stage ${stageName}`, url };
}

function metricsOf({
  apiName,
  stageName,
  canaryDimension,
}: StageReportFacts): TargetReport['metrics'] {
  return [stageName, canaryDimension].flatMap((stage) =>
    ['Count', '5XXError', '4XXError'].map((metric) => [
      ...['AWS/ApiGateway', metric],
      ...['ApiName', apiName, 'Stage', stage],
    ]),
  );
}

function rowsOf(facts: StageReportFacts): TargetReport['rows'] {
  const { apiName, restApiId, stageName, region, deploymentBefore, deploymentAfter } = facts;
  const api = apiName === '' ? code(restApiId) : `${code(apiName)} (${code(restApiId)})`;
  const after = deploymentAfter === '' ? 'not known' : code(deploymentAfter);
  const moved = deploymentBefore === deploymentAfter ? '' : ` → ${after}`;
  return [
    ['REST API', `${api}, stage ${code(stageName)}, ${code(region)}`],
    ['Deployment', deploymentBefore && `${code(deploymentBefore)}${moved}`],
  ];
}
