// What the sequential test looks for, and how ready it is to believe it: all of its constants.

/** An alternative that also counts successes: the two arms' risks, not only their ratio. */
export interface JointAlternative {
  readonly canaryRisk: number;
  readonly stableRisk: number;
}

export interface TestProfile {
  /** Risk ratios above 1 that the test bets on, and how much of the bet is on each. */
  readonly ratios: readonly { readonly ratio: number; readonly prior: number }[];
  /** Bets for sparse traffic; empty where a minute has enough requests without them. */
  readonly joint: readonly (JointAlternative & { readonly prior: number })[];
  /** The prior of the minute in which the regression starts. */
  readonly onset: {
    /** The chance that it is there from the first minute. */
    readonly atOnce: number;
    /** The chance per minute, thereafter, that it starts. */
    readonly hazard: number;
  };
  /** The most that one minute may say for any one bet, in nats; Infinity for no limit. */
  readonly capNats: number;
  /** Size of the clusters of events that fall on one arm together; 1 for independent requests. */
  readonly dispersion: number;
}

/**
 * The default: a regression of any size, there at once or later, confirmed by a second minute.
 * The cap is what one bad minute of one bad server can do; the prior of the onset keeps the cap
 * from hiding a regression behind a long good start.
 */
export const DEFAULT_PROFILE: TestProfile = {
  ratios: [
    { ratio: 1.25, prior: 0.06 },
    { ratio: 1.5, prior: 0.14 },
    { ratio: 2, prior: 0.2 },
    { ratio: 3, prior: 0.14 },
    { ratio: 5, prior: 0.12 },
    { ratio: 10, prior: 0.1 },
    { ratio: 30, prior: 0.08 },
    { ratio: 100, prior: 0.08 },
    { ratio: 1000, prior: 0.08 },
  ],
  joint: [],
  onset: { atOnce: 0.7, hazard: 0.05 },
  capNats: Math.log(50),
  dispersion: 1,
};

/** No cap and no late onset: quickest where every request is known to be independent. */
export const FAST_PROFILE: TestProfile = {
  ...DEFAULT_PROFILE,
  onset: { atOnce: 1, hazard: 0 },
  capNats: Number.POSITIVE_INFINITY,
};

/**
 * For fewer than 50 requests a minute: with bets that count successes too, and little on the small
 * ratios, which so few requests cannot show while a rollout lasts.
 */
export const SPARSE_PROFILE: TestProfile = {
  ...DEFAULT_PROFILE,
  ratios: [
    { ratio: 1.25, prior: 0.01 },
    { ratio: 1.5, prior: 0.04 },
    { ratio: 2, prior: 0.13 },
    { ratio: 3, prior: 0.13 },
    { ratio: 5, prior: 0.13 },
    { ratio: 10, prior: 0.14 },
    { ratio: 30, prior: 0.13 },
    { ratio: 100, prior: 0.11 },
    { ratio: 1000, prior: 0.08 },
  ],
  joint: [
    { canaryRisk: 0.95, stableRisk: 0.01, prior: 0.06 },
    { canaryRisk: 0.5, stableRisk: 0.01, prior: 0.04 },
  ],
};
