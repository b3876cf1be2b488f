import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { placeOf } from '../../../src/aws/arns.ts';
import { stageArn, stageUrl } from '../../../src/aws/gateway-arns.ts';
import { PARTITIONS, partitionOf, whyElsewhere } from '../../../src/base/partitions.ts';
import { alarmLink } from '../../../src/report/console-links.ts';
import { link } from '../../../src/report/markdown.ts';
import { stageReport } from '../../../src/targets/stage/stage-report.ts';
import { pseudoParameters } from '../../../src/templates/template-parameters.ts';
import { TARGET } from '../report/report-fixture.ts';

interface SdkPartition {
  readonly id: string;
  readonly regionRegex: string;
  readonly outputs: { readonly dnsSuffix: string };
  readonly regions: Readonly<Record<string, unknown>>;
}

/** The SDK does not export its table, so it is read from its file. */
function sdkPartitions(): readonly SdkPartition[] {
  const path =
    'node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/partitions.js';
  const text = readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
  return JSON.parse(/partitionsInfo = ([\s\S]*?);?\s*$/.exec(text)?.[1] ?? '').partitions;
}

describe('the table of partitions', () => {
  it('is that of the AWS SDK', () => {
    const ours = PARTITIONS.map(({ id, dnsSuffix, regions }) => [id, dnsSuffix, regions.source]);
    const theirs = sdkPartitions().map(({ id, outputs, regionRegex }) => [
      ...[id, outputs.dnsSuffix, regionRegex.replaceAll('\\-', '-')],
    ]);
    expect(ours.sort()).toEqual(theirs.sort());
  });

  it('has every Region that the SDK knows in the same partition', () => {
    const regions = sdkPartitions().flatMap(({ id, regions: all }) =>
      Object.keys(all)
        .filter((region) => !region.endsWith('-global'))
        .map((region) => [region, id]),
    );
    expect(regions.length).toBeGreaterThan(35);
    expect(regions.map(([region = '']) => [region, partitionOf(region).id])).toEqual(regions);
    expect(partitionOf('xx-new-1').id).toBe('aws');
  });
});

describe.each([
  ['eu-west-1', 'aws', 'amazonaws.com'],
  ['cn-north-1', 'aws-cn', 'amazonaws.com.cn'],
  ['us-gov-west-1', 'aws-us-gov', 'amazonaws.com'],
  ['eusc-de-east-1', 'aws-eusc', 'amazonaws.eu'],
  ['us-isob-east-1', 'aws-iso-b', 'sc2s.sgov.gov'],
])('in %s', (region, partition, suffix) => {
  it('all that is named by its partition has the same', () => {
    const place = placeOf(region);
    const arn = `arn:${partition}:apigateway:${region}::/restapis/a/stages/prod`;
    expect(stageArn(place, 'a', 'prod')).toBe(arn);
    const facts = { ...TARGET, region, restApiId: 'a', stageName: 'prod' };
    expect(stageReport(facts).resources).toEqual([arn]);
    expect(stageUrl(place, 'a', 'prod')).toBe(`https://a.execute-api.${region}.${suffix}/prod`);
    expect(pseudoParameters(region).get('AWS::Partition')).toBe(partition);
    expect(pseudoParameters(region).get('AWS::URLSuffix')).toBe(suffix);
  });
});

describe('a link to the console', () => {
  it('leads to that of the partition, and is plain text where its address is not public', () => {
    const shown = (region: string) => link('5xx', alarmLink(region, '5xx').url);
    expect(shown('eusc-de-east-1')).toContain('https://eusc-de-east-1.console.amazonaws-eusc.eu/');
    expect(shown('us-iso-east-1')).toBe('5xx');
  });
});

describe('an ARN', () => {
  it.each<[string, string, string | undefined]>([
    ['arn:aws:lambda:eu-west-1:1:function:f', 'eu-west-1', undefined],
    ['arn:aws:lambda:eu-west-1:1:function:f', '', undefined],
    ['arn:aws:iam::1:role/r', 'eu-west-1', undefined],
    [
      'arn:aws:lambda:eu-west-2:1:function:f',
      'eu-west-1',
      'is in eu-west-2, but the job uses eu-west-1',
    ],
    [
      'arn:aws-cn:lambda:eu-west-1:1:function:f',
      'eu-west-1',
      "is in the partition aws-cn, but the job's Region eu-west-1 is in aws",
    ],
    [
      'arn:aws:iam::1:role/r',
      'eusc-de-east-1',
      "is in the partition aws, but the job's Region eusc-de-east-1 is in aws-eusc",
    ],
  ])('%s, for a job in "%s"', (arn, region, why) => {
    expect(whyElsewhere(arn, region)).toBe(why);
  });
});
