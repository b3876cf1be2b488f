// How AWS splits traffic now, in rollout terms: whether it is as this rollout left it, and how far it is.

export type TrafficState =
  /**
   * All traffic goes to the previous version. `open`: the stage has an empty canary, which serves what the
   * stage serves. AWS creates one when a weight is set on a stage without a canary.
   */
  | { readonly kind: 'stable'; readonly open?: true }
  /**
   * This rollout's canary takes this share, in %. `where`: the alias, if there are several. `most`: the
   * largest share, if several differ.
   */
  | {
      readonly kind: 'split';
      readonly weight: number;
      readonly where?: string;
      readonly most?: number;
    }
  /** All traffic goes to the new version. `open`: the stage still has the canary. */
  | { readonly kind: 'promoted'; readonly open: boolean }
  | External;

/** The state was changed outside this rollout. The details that could be read are kept for the report. */
export interface External {
  readonly kind: 'external';
  readonly what: string;
  /** The other aliases are as this rollout left them. */
  readonly others?: 'owned';
  /** This rollout's canary is still open on the stage. */
  readonly canary?: 'owned';
  /** % of the traffic on the new version, the largest if several differ; absent if unknown. */
  readonly weight?: number;
  /** The deployment that the stage serves. */
  readonly deploymentId?: string;
}

export type Owned = Exclude<TrafficState, { kind: 'external' }>;
type PartlyOwned = External & ({ readonly others: 'owned' } | { readonly canary: 'owned' });

/** Whether this rollout still owns anything that a rollback may restore. */
export function canRollBack(trafficState: TrafficState): trafficState is Owned | PartlyOwned {
  return (
    trafficState.kind !== 'external' ||
    trafficState.others === 'owned' ||
    trafficState.canary === 'owned'
  );
}

/** % of the traffic on the new version, the largest if several differ; `null` if unknown. */
export function weightOf(trafficState: Owned): number;
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
