// The routing of an alias: reads the weights of a request, and draws a version by them.

import { AwsError } from '../service.ts';
import { invalidParameter, validation } from './errors.ts';
import type { Alias, LambdaFunction, Routing } from './model.ts';
import { requireVersion } from './store.ts';
import { isMembers, type Members } from './wire.ts';

/** Weights by version number, as in a request. */
export type Weights = Readonly<Record<string, number>>;

/**
 * The weights of a `RoutingConfig`; `undefined` if the request does not change them, and empty if it
 * clears them.
 * @throws AwsError if they violate the API's model.
 */
export function readWeights(members: Members): Weights | undefined {
  const config = members.RoutingConfig;
  if (!isMembers(config)) return undefined;
  const given = config.AdditionalVersionWeights;
  const weights: Record<string, number> = {};
  for (const [version, weight] of Object.entries(isMembers(given) ? given : {})) {
    weights[version] = Number(weight);
  }
  const entries = Object.entries(weights);
  const refuse = (constraint: string) => {
    const text = entries.map(([version, weight]) => `${version}=${double(weight)}`).join(', ');
    return validation(`{${text}}`, 'routingConfig.additionalVersionWeights', constraint);
  };
  if (entries.some(([version]) => !/^[0-9]+$/.test(version))) {
    throw refuse(
      'Map keys must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [0-9]+]',
    );
  }
  if (entries.some(([, weight]) => !(weight >= 0 && weight <= 1))) {
    throw refuse(
      'Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]',
    );
  }
  return weights;
}

/** As AWS prints a double: `2` is `2.0`. */
const double = (value: number) => (Number.isInteger(value) ? value.toFixed(1) : String(value));

/**
 * The routing to these versions.
 * @throws AwsError if the versions do not exist or cannot be combined.
 */
export function routingTo(fn: LambdaFunction, primary: string, weights: Weights): Routing {
  const entries = Object.entries(weights);
  if (entries.length > 1) {
    throw invalidParameter('Number of items in AdditionalVersionWeights cannot be greater than 1');
  }
  const [additional] = entries;
  if (!additional) {
    requireVersion(fn, primary);
    return { primary };
  }
  const [version, weight] = additional;
  if (primary === '$LATEST') {
    // Without `Type`, unlike the errors above and below.
    throw new AwsError(
      'InvalidParameterValueException',
      400,
      '$LATEST is not supported for an alias pointing to more than 1 version',
    );
  }
  if (version === primary) {
    throw invalidParameter(
      `Invalid function version ${version}. Function version ${version} is already included in routing configuration.`,
    );
  }
  requireCompatible(fn, primary, version);
  return { primary, additional: { version, weight } };
}

/** Both versions of an alias must share their role and their dead-letter queue. */
function requireCompatible(fn: LambdaFunction, primary: string, additional: string): void {
  const one = requireVersion(fn, primary).release.configuration;
  const other = requireVersion(fn, additional).release.configuration;
  const differing = [
    ...(one.Role === other.Role ? [] : ['execution role']),
    ...(one.DeadLetterConfig?.TargetArn === other.DeadLetterConfig?.TargetArn
      ? []
      : ['dead-letter queue configuration']),
  ];
  if (differing.length > 0) {
    throw invalidParameter(
      `The versions ${primary} and ${additional} of an alias must have the same ${differing.join(' and ')}.`,
    );
  }
}

/** The current routing of the data plane. */
export function routingInEffect(alias: Alias, now: number): Routing {
  if (alias.transition && now < alias.transition.until) return { primary: alias.transition.from };
  if (alias.before && now < alias.before.until) return alias.before.routing;
  return alias.routing;
}

/** @param draw uniform in [0, 1). */
export function chooseVersion({ primary, additional }: Routing, draw: number): string {
  return additional && draw < additional.weight ? additional.version : primary;
}
