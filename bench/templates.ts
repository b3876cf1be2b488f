// Measures how long the largest templates take to be read, as a ratio to what the YAML parser alone needs for the same
// text, pair by pair, so that the load of the machine cancels out.

import { Composer, Parser } from 'yaml';
import { parseTree } from '../src/templates/parse.ts';
import { plainValue } from '../src/templates/plain-scalar.ts';
import { readSam } from '../src/templates/sam.ts';

export interface TemplateCost {
  readonly title: string;
  readonly kilobytes: number;
  /** Median of the pairwise ratios. */
  readonly ratio: number;
  readonly milliseconds: number;
}

const FUNCTIONS = 1_400;

/** As people write it, with a schedule in Globals. */
function samTemplate(): string {
  const functions = Array.from(
    { length: FUNCTIONS },
    (_, i) => `  Function${i}:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: !Sub "shop-\${Stage}-function-${i}"
      Handler: src/handlers/function${i}.handler
      CodeUri: build/function${i}/
      MemorySize: 512
      Timeout: 30
      Environment:
        Variables:
          TABLE_NAME: !Ref OrdersTable
          QUEUE_URL: !GetAtt OrdersQueue.QueueUrl
          STAGE: !Ref Stage
      Policies:
        - DynamoDBCrudPolicy:
            TableName: !Ref OrdersTable
      Events:
        Api:
          Type: Api
          Properties:
            Path: /function${i}/{id}
            Method: get
      DeploymentPreference:
        Alarms:
          - !Sub "errors-\${Stage}-${i}"
`,
  );
  return `Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: { Type: String, Default: prod }
Globals:
  Function:
    AutoPublishAlias: live
    DeploymentPreference:
      Type: Canary10Percent5Minutes
Resources:
${functions.join('')}  OrdersTable: { Type: AWS::DynamoDB::Table }
  OrdersQueue: { Type: AWS::SQS::Queue }
`;
}

/** As a program writes it: an alias and a deployment group for each function. */
function synthesizedTemplate(): string {
  const each = Array.from({ length: FUNCTIONS }, (_, i) => [
    [
      `Function${i}`,
      { Type: 'AWS::Lambda::Function', Properties: { FunctionName: `shop-function-${i}` } },
    ],
    [
      `Alias${i}`,
      {
        Type: 'AWS::Lambda::Alias',
        Properties: { FunctionName: { Ref: `Function${i}` }, Name: 'live', FunctionVersion: '1' },
        UpdatePolicy: {
          CodeDeployLambdaAliasUpdate: {
            ApplicationName: { Ref: 'Application' },
            DeploymentGroupName: { Ref: `Group${i}` },
          },
        },
      },
    ],
    [
      `Group${i}`,
      {
        Type: 'AWS::CodeDeploy::DeploymentGroup',
        Properties: {
          ApplicationName: { Ref: 'Application' },
          DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
          AlarmConfiguration: { Enabled: true, Alarms: [{ Name: `errors-${i}` }] },
        },
      },
    ],
  ]);
  return JSON.stringify({ Resources: Object.fromEntries(each.flat()) });
}

/** Alternates reading and only parsing; the first pair is not counted. */
export async function measureTemplates(pairs = 7): Promise<readonly TemplateCost[]> {
  const templates = { YAML: samTemplate(), JSON: synthesizedTemplate() };
  const costs: TemplateCost[] = [];
  for (const [title, text] of Object.entries(templates)) {
    const ratios: number[] = [];
    const times: number[] = [];
    for (let i = 0; i <= pairs; i++) {
      const bare = await cost(async () => void composed(text));
      const ours = await cost(() => readWhole(text));
      if (i === 0) continue;
      ratios.push(ours / bare);
      times.push(ours);
    }
    const kilobytes = Math.round(text.length / 1_000);
    costs.push({ title, kilobytes, ratio: median(ratios), milliseconds: median(times) });
  }
  return costs;
}

function composed(text: string): readonly unknown[] {
  return [...new Composer({ schema: 'failsafe' }).compose(new Parser().parse(text))];
}

async function readWhole(text: string): Promise<void> {
  const parsed = await parseTree(text, plainValue);
  if (parsed.kind === 'problem') throw new Error(parsed.problem);
  const facts = readSam(parsed.tree, {
    gives: () => false,
    supplied: new Map(),
    region: 'eu-west-1',
    stepsOf: (steps) => steps,
  });
  const count = (facts.values.functions ?? '').split('\n').length;
  if (count !== FUNCTIONS) throw new Error(`${count} functions; ${facts.problems.join('\n')}`);
}

async function cost(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
