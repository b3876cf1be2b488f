// Where the inputs are from: a workflow, or a command line.

import type { LookUp } from './look-up.ts';

/** What depends on where the inputs are from. */
export interface InputHost {
  /** What to do without a Region; completes a sentence. */
  readonly expectedRegion: string;
  /** Defaults that the host knows better, by input. */
  readonly defaults: Readonly<Record<string, string>>;
  /** Only called with `stack` or `outputs-file`, once everything else is right. */
  readonly lookUp?: LookUp;
}

export const ACTION: InputHost = {
  expectedRegion:
    'expected the step aws-actions/configure-aws-credentials before this one, with aws-region',
  defaults: {},
};

export function regionProblems(region: string, { expectedRegion }: InputHost): string[] {
  if (region === '') return [`AWS_REGION is not set; ${expectedRegion}`];
  return /^[a-z0-9-]{2,32}$/.test(region)
    ? []
    : [`AWS_REGION "${region.slice(0, 60)}" is not a region; expected for example eu-central-1`];
}
