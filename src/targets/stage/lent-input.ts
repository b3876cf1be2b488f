// `shadow-stage: existing=test`: a stage of the user's own, in place of one that is created.

import { quote } from '../../base/quote.ts';
import { suiteNeeds } from '../../checks/fit-target.ts';
import type { GivenInputs } from '../../inputs/target-inputs.ts';

/** The name of that stage; `undefined`: the stage is created, or there is none. */
export function lentName(given: boolean | string | undefined): string | undefined {
  return typeof given === 'string' ? /^existing=(.*)$/.exec(given)?.[1]?.trim() : undefined;
}

interface Read {
  readonly 'shadow-stage'?: boolean | string;
  readonly definition?: string;
}

/** What would need another stage, or a way to recognize what was lent. */
export function cannotLend({ values, smoke }: GivenInputs): readonly string[] {
  const read: Read = values;
  const name = lentName(read['shadow-stage']);
  if (name === undefined) return [];
  const given = quote(`existing=${name}`);
  const needs = smoke && suiteNeeds(smoke, 'addresses');
  return [
    ...(needs?.stable
      ? [
          `shadow-stage: ${given} serves one version, and compare and probes need a stage for each; expected checks without them, or stages that are created`,
        ]
      : []),
    ...(needs && needs.usagePlan !== ''
      ? [
          `smoke: "usage-plan" has no effect with shadow-stage: ${given}, which is in its own usage plans; omit it`,
        ]
      : []),
    ...(read.definition === 'deployed'
      ? [
          `shadow-stage: with definition: deployed, there is no deployment by which a later run could recognize that ${given} must be set back; expected definition: draft, or a stage that is created`,
        ]
      : []),
  ];
}
