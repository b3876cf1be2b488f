// The JSON Schema of the config file, from the declarations of the inputs.

import type { Declaration } from '../src/inputs/declaration.ts';
import type { JsonSchema } from '../src/inputs/input-types.ts';
import { configNames, schemaOf } from '../src/inputs/schema.ts';
import { TARGET_KINDS } from '../src/targets/kinds.ts';
import { describe } from './input-docs.ts';

export function configSchema(): JsonSchema {
  const schema = schemaOf(TARGET_KINDS);
  const names = new Set(configNames(schema));
  const properties = Object.entries(schema.inputs).flatMap(([name, declared]) =>
    names.has(name) ? [[name, propertyOf(declared)]] : [],
  );
  return {
    // The newest that editors support for YAML (redhat-developer/yaml-language-server#856).
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://raw.githubusercontent.com/org/canary-action/v1/docs/config.schema.json',
    title: 'Config file of canary-action',
    description: 'The file that the input `config` names. Its names are those of the inputs.',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: Object.fromEntries(properties),
    definitions: { default: { type: ['string', 'null'], maxLength: 0 } },
  };
}

/** For every type, an empty string and null mean the default. */
function propertyOf(declared: Declaration): JsonSchema {
  const { default: text, type } = declared;
  return {
    description: describe(declared),
    ...(text !== '' && { default: type.name === 'boolean' ? text === 'true' : text }),
    anyOf: [type.schema, { $ref: '#/definitions/default' }],
  };
}
