// The calls of one stage, with what the user asked of it.

import type { FunctionCalls } from '../../aws/functions.ts';
import type { Provisioned } from '../../aws/provisioned.ts';
import type { RestApi } from '../../aws/rest-api.ts';
import type { ShadowStages } from '../../aws/shadow-stages.ts';
import type { Trust } from '../trust.ts';
import type { StageInputs } from './stage-inputs.ts';

export interface StageBound {
  readonly api: RestApi;
  readonly functions: FunctionCalls;
  readonly provisioned: Provisioned;
  readonly shadows: ShadowStages;
  readonly inputs: StageInputs;
  readonly trust: Trust;
}
