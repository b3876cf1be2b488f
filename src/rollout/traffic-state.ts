// What stands in AWS, in a rollout's own terms: is it as we left it, and how far has it come?

export type TrafficState =
  /**
   * All traffic goes to the version that stood before. `open`: an empty canary hangs on the stage,
   * which serves what the stage serves. AWS makes one when a weight is set where no canary is.
   */
  | { readonly kind: 'stable'; readonly open?: true }
  /**
   * Our canary takes this share, in per cent. `where`: of several, the one that is meant. `most`: of
   * several with different shares, the largest.
   */
  | {
      readonly kind: 'split';
      readonly weight: number;
      readonly where?: string;
      readonly most?: number;
    }
  /** All traffic goes to the new version. `open`: the canary still hangs on the stage. */
  | { readonly kind: 'promoted'; readonly open: boolean }
  | Foreign;

/** Someone else moved something. What was read of it all the same is kept for the report. */
export interface Foreign {
  readonly kind: 'external';
  readonly what: string;
  /** The rest of what is moved together is as we left it. */
  readonly others?: 'owned';
  /** Our canary is still open on the stage. */
  readonly canary?: 'owned';
  /** Per cent of the traffic on the new version; where several differ, the most; absent: not known. */
  readonly weight?: number;
  /** What the stage serves. */
  readonly deploymentId?: string;
}

export type Ours = Exclude<TrafficState, { kind: 'external' }>;
type PartlyOurs = Foreign & ({ readonly others: 'owned' } | { readonly canary: 'owned' });

/** Whether there is anything of ours that a rollback may put back. */
export function canRollBack(trafficState: TrafficState): trafficState is Ours | PartlyOurs {
  return (
    trafficState.kind !== 'external' ||
    trafficState.others === 'owned' ||
    trafficState.canary === 'owned'
  );
}

/** Per cent of the traffic on the new version; where several differ, the most. `null`: not known. */
export function weightOf(trafficState: Ours): number;
export function weightOf(trafficState: TrafficState): number | null;
export function weightOf(trafficState: TrafficState): number | null {
  switch (trafficState.kind) {
    case 'stable':
      return 0;
    case 'split':
      return trafficState.most ?? trafficState.weight;
    case 'promoted':
      return 100;
    case 'external':
      return trafficState.weight ?? null;
  }
}
