// The one formula under most tests here: how much likelier a minute's events are if the canary's
// risk is `ratio` times stable's than if the version makes no difference.

/**
 * ln of the likelihood ratio, in nats, of `canary` of `total` events falling on an arm with that
 * share of the requests. Stable's own rate, whatever it is in this minute, cancels: given that an
 * event happened, only the coin decides whose it is. That is why an incident that hits both
 * versions says nothing, and why the weight may change from minute to minute.
 *
 * Lindon & Malek, "Anytime-valid inference for multinomial count data" (NeurIPS 2022), with the
 * multinomial's parameter written as a risk ratio.
 */
export function riskRatioNats(
  canary: number,
  total: number,
  share: number,
  ratio: number,
  logRatio: number = Math.log(ratio),
): number {
  return canary * logRatio - total * Math.log1p(share * (ratio - 1));
}
