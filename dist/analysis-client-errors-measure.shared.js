// src/analysis/client-errors-measure.ts
import {
  src_analysis_counts_ts__rate as rate,
  src_analysis_counts_ts__sum as sum
} from "./release.js";
import {
  src_analysis_dispersion_ts__dispersionFor as dispersionFor
} from "./release.js";
import {
  src_analysis_errors_measure_ts__profileFor as profileFor
} from "./release.js";
import {
  src_analysis_harm_thresholds_ts__harmThresholdFor as harmThresholdFor,
  src_analysis_harm_thresholds_ts__lossHarm as lossHarm,
  src_analysis_harm_thresholds_ts__metricHarm as metricHarm
} from "./release.js";
import {
  src_analysis_measure_ts__ALL as ALL,
  src_analysis_measure_ts__measureId as measureId,
  src_analysis_measure_ts__partOf as partOf
} from "./release.js";
import {
  src_analysis_profile_ts__DEFAULT_PROFILE as DEFAULT_PROFILE
} from "./release.js";
import {
  src_analysis_series_ts__rarer as rarer
} from "./release.js";
var MATERIAL_ODDS = 1.5;
var LEAST_HARM = 0.01;
function clientErrorsMeasure(scope = ALL) {
  return {
    id: measureId("client errors", scope),
    kind: kindOf(scope),
    scope,
    budget: { parts: scope.kind === "all" ? 2 : 1, shared: true },
    ask: (counted, { falseRollbackRate, dispersion, nextWeight, sound }) => {
      const { series, worse, missing } = rarer(counted);
      const { before, minutes } = series;
      const profile = sound && worse === "more" ? profileFor(minutes[0]) : DEFAULT_PROFILE;
      return {
        series,
        question: {
          source: { kind: "client-errors", ...missing && { missing }, ...partOf(scope) },
          worse,
          falseRollbackRate,
          standard: harmThresholdFor(nextWeight),
          profile: { ...profile, dispersion: dispersionFor(before, dispersion) },
          materialRatio: materialRatio(before, worse),
          harm: worse === "more" ? metricHarm(before, nextWeight, LEAST_HARM) : lossHarm(before, nextWeight),
          tellsOpposite: true
        }
      };
    }
  };
}
function kindOf(scope) {
  return scope.kind === "route" ? "route-client-errors" : "client-errors";
}
function materialRatio(before, worse) {
  const usual = Math.min(0.5, rate(sum(before)) || 0);
  return worse === "more" ? MATERIAL_ODDS / (1 + usual * (MATERIAL_ODDS - 1)) : MATERIAL_ODDS - usual * (MATERIAL_ODDS - 1);
}

export {
  clientErrorsMeasure
};
