// The formula behind most tests here: how much likelier a minute's events are if the canary's risk is `ratio`
// times stable's than if the version makes no difference.

/**
 * ln of the likelihood ratio, in nats, of `canary` of `total` events falling on a side with that share of the
 * requests. Stable's own rate in this minute cancels out: given that an event happened, only the random split
 * decides whose it is. So an incident that hits both versions gives no evidence, and the weight may change
 * from minute to minute.
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
