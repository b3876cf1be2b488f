// The partitions of AWS. A test compares this table with that of the AWS SDK.

export interface Partition {
  /** As in ARNs. */
  readonly id: string;
  /** Of the addresses of services and of APIs. */
  readonly dnsSuffix: string;
  /** Follows `https://REGION.`; empty if the address of the console is not public. */
  readonly console: string;
  readonly regions: RegExp;
}

/** The partition of every Region that belongs to none of the others. */
const COMMERCIAL: Partition = {
  id: 'aws',
  dnsSuffix: 'amazonaws.com',
  console: 'console.aws.amazon.com',
  regions: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
};

export const PARTITIONS: readonly Partition[] = [
  COMMERCIAL,
  {
    id: 'aws-cn',
    dnsSuffix: 'amazonaws.com.cn',
    console: 'console.amazonaws.cn',
    regions: /^cn-\w+-\d+$/,
  },
  {
    id: 'aws-us-gov',
    dnsSuffix: 'amazonaws.com',
    console: 'console.amazonaws-us-gov.com',
    regions: /^us-gov-\w+-\d+$/,
  },
  {
    id: 'aws-eusc',
    dnsSuffix: 'amazonaws.eu',
    console: 'console.amazonaws-eusc.eu',
    regions: /^eusc-(de)-\w+-\d+$/,
  },
  { id: 'aws-iso', dnsSuffix: 'c2s.ic.gov', console: '', regions: /^us-iso-\w+-\d+$/ },
  { id: 'aws-iso-b', dnsSuffix: 'sc2s.sgov.gov', console: '', regions: /^us-isob-\w+-\d+$/ },
  { id: 'aws-iso-e', dnsSuffix: 'cloud.adc-e.uk', console: '', regions: /^eu-isoe-\w+-\d+$/ },
  { id: 'aws-iso-f', dnsSuffix: 'csp.hci.ic.gov', console: '', regions: /^us-isof-\w+-\d+$/ },
];

export function partitionOf(region: string): Partition {
  return PARTITIONS.find(({ regions }) => regions.test(region)) ?? COMMERCIAL;
}

/**
 * Why an ARN cannot be that of something in this Region, for a sentence; `undefined`: it can. IAM's ARNs name no
 * Region.
 *
 * @param region of the job; empty if it is not known, which is a problem of its own
 */
export function whyElsewhere(arn: string, region: string): string | undefined {
  const [, partition = '', , arnRegion = ''] = arn.split(':');
  if (region === '') return undefined;
  if (arnRegion !== '' && arnRegion !== region) {
    return `is in ${arnRegion}, but the job uses ${region}`;
  }
  const expected = partitionOf(region).id;
  return partition === expected
    ? undefined
    : `is in the partition ${partition}, but the job's Region ${region} is in ${expected}`;
}
