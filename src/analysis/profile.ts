// The constants of the sequential test: what it looks for, and how much it expects each possibility.

/** An alternative that also counts successes: the risks of both sides, not only their ratio. */
export interface JointAlternative {
  readonly canaryRisk: number;
  readonly stableRisk: number;
}

export interface TestProfile {
  /** Risk ratios above 1 that the test bets on, and how much of the bet is on each. */
  readonly ratios: readonly { readonly ratio: number; readonly prior: number }[];
  /** Bets for sparse traffic; empty if a minute has enough requests without them. */
  readonly joint: readonly (JointAlternative & { readonly prior: number })[];
  /** The prior of the minute in which the regression starts. */
  readonly onset: {
    /** The probability that it is present from the first minute. */
    readonly atOnce: number;
    /** The probability per later minute that it starts. */
    readonly hazard: number;
  };
  /** The maximum evidence of one minute for any one bet, in nats; Infinity for no limit. */
  readonly capNats: number;
  /** Size of the clusters of events on one side; 1 for independent requests. */
  readonly dispersion: number;
}

/**
 * The default: a regression of any size, present at once or later, confirmed by a second minute. The cap
 * limits the effect of one bad minute of one bad server. With the prior of the onset, a long good start does
 * not hide a regression despite the cap.
 */
export const DEFAULT_PROFILE: TestProfile = {
  ratios: [
    { ratio: 1.25, prior: 0.02 },
    { ratio: 1.5, prior: 0.2 },
    { ratio: 2, prior: 0.22 },
    { ratio: 3, prior: 0.14 },
    { ratio: 5, prior: 0.11 },
    { ratio: 10, prior: 0.1 },
    { ratio: 30, prior: 0.09 },
    { ratio: 100, prior: 0.07 },
    { ratio: 1000, prior: 0.05 },
  ],
  joint: [],
  onset: { atOnce: 0.75, hazard: 0.05 },
  capNats: Math.log(50),
  dispersion: 1,
};

/** The false-rollback rate that a single test has by default where nothing else is compared. */
const RATE_ALONE = 0.009;

/** How much of what the test of a part needs in addition is added to its cap. */
const CAP_OF_ADDED = 1 / 3;

/**
 * The cap of one of many parts of the traffic, in nats. Its test has a small share of the rate, so it needs more evidence;
 * with the cap of a test alone, it would need more minutes, too, however clear each is. With all of the added evidence in
 * the cap, a minute of trouble that falls into two minutes of the clock would decide more often than alone.
 */
export function capOfPart(falseRollbackRate: number): number {
  const added = Math.max(0, Math.log(RATE_ALONE / falseRollbackRate));
  return DEFAULT_PROFILE.capNats + CAP_OF_ADDED * added;
}

/** No cap and no late onset: the quickest if every request is known to be independent. */
export const FAST_PROFILE: TestProfile = {
  ...DEFAULT_PROFILE,
  onset: { atOnce: 1, hazard: 0 },
  capNats: Number.POSITIVE_INFINITY,
};

/**
 * For fewer than 50 requests per minute: with bets that count successes too, and little weight on the small
 * ratios, which so few requests cannot show during a rollout.
 */
export const SPARSE_PROFILE: TestProfile = {
  ...DEFAULT_PROFILE,
  ratios: [
    { ratio: 1.5, prior: 0.01 },
    { ratio: 2, prior: 0.08 },
    { ratio: 3, prior: 0.11 },
    { ratio: 5, prior: 0.13 },
    { ratio: 10, prior: 0.16 },
    { ratio: 30, prior: 0.23 },
    { ratio: 100, prior: 0.14 },
    { ratio: 1000, prior: 0.05 },
  ],
  joint: [
    { canaryRisk: 0.95, stableRisk: 0.01, prior: 0.06 },
    { canaryRisk: 0.5, stableRisk: 0.01, prior: 0.03 },
  ],
};
