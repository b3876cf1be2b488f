import type { InputGroup } from './declaration.ts';
import { ALIAS, alias, anyText, restApiId, stageName } from './fields.ts';
import { file, list, map, numberOrMap, text } from './input-types.ts';
import { functions, versions } from './list-fields.ts';

export const releaseInputs = {
  title: 'What to release',
  inputs: {
    'rest-api-id': {
      type: text(restApiId),
      default: '',
      only: 'stage',
      doc: 'The id of the REST API, such as a1b2c3d4e5.',
    },
    'stage-name': {
      type: text(stageName),
      default: '',
      only: 'stage',
      doc: 'The stage to release to.',
      details: 'It must serve a deployment already.',
    },
    alias: {
      type: text(alias, { pattern: ALIAS.source }),
      default: '',
      only: 'alias',
      combined: true,
      doc: 'Instead of a stage: the alias of the functions to move by weights.',
      details: 'A function may name its own as NAME:ALIAS.',
    },
    functions: {
      type: list((text, region) => functions(region)(text)),
      default: '',
      combined: true,
      doc: 'The Lambda functions to release, by name or ARN, separated by commas or lines.',
      details: "A version of each is published. Empty: the API's draft itself is what is released.",
    },
    version: {
      type: numberOrMap(versions),
      default: '',
      combined: true,
      doc: 'A published version to release instead of publishing one.',
      details: '"8" for the only function, or "orders=8, payments=3".',
    },
    appspec: {
      type: file,
      default: '',
      combined: true,
      doc: 'A CodeDeploy AppSpec file of the checkout, YAML or JSON.',
      details:
        'It stands for functions with their aliases and for version, and its CurrentVersion must be what the alias points to.',
    },
    template: {
      type: file,
      default: '',
      combined: true,
      doc: 'A SAM template of the checkout, YAML or JSON.',
      details:
        'Its functions with an AutoPublishAlias and a DeploymentPreference stand for functions, steps and alarms. An input that is given wins.',
    },
    'template-parameters': {
      type: map(anyText),
      default: '',
      combined: true,
      doc: 'What CloudFormation knows of the template and the file does not say.',
      details:
        'One NAME=VALUE a line: parameters, AWS::AccountId, and by logical id the names of functions and alarms without one.',
    },
  },
} as const satisfies InputGroup;
