// The inputs of the action, with those of every kind of target.

import { configNames, schemaOf } from '../../src/inputs/schema.ts';
import { TARGET_KINDS } from '../../src/targets/kinds.ts';

export const SCHEMA = schemaOf(TARGET_KINDS);
export const INPUTS = SCHEMA.inputs;

/** Those that the config file may hold as well. */
export const INPUT_NAMES = configNames(SCHEMA);

/** What only the workflow may give. */
export const WORKFLOW_ONLY = Object.keys(INPUTS).filter((name) => INPUTS[name]?.workflowOnly);
