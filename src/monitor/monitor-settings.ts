// What the user configured of the alarms and the comparison.

import type { MeasureClass } from '../analysis/measure-class.ts';
import type { Analysis } from '../inputs/inputs.ts';
import type { CustomMetric } from '../inputs/values.ts';

export interface MonitorSettings {
  readonly alarms: readonly string[];
  readonly analysis: Analysis;
  readonly compare: readonly MeasureClass[];
  /** From 0 to 1. */
  readonly falseRollbackRate: number;
  readonly dispersion: 'auto' | number;
  /** How long after a change of the weight the canary may be slow. */
  readonly warmUpSeconds: number;
  /** The minimum number of canary requests per step. */
  readonly minRequests: number;
  readonly metrics: readonly CustomMetric[];
}
