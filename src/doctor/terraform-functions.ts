// Functions and aliases among Terraform's resources, and what moves an alias (registry.terraform.io, provider hashicorp/aws).

import { calleeOf, shown } from './callee.ts';
import type { AliasFact } from './facts.ts';
import type { TerraformInstance } from './terraform-instance.ts';
import { asArn, instanceAt, lookupIn, type Read, type Reading } from './terraform-reading.ts';

export const FUNCTIONS: Readonly<Record<string, Read>> = {
  aws_lambda_function: (each, reading) => addFunction(each, each.get('function_name'), reading),
  'module function': (each, reading) => addFunction(each, each.get('function_name'), reading),
};

function addFunction(
  { address, where }: TerraformInstance,
  name: string,
  { table, byName, found, folder }: Reading,
): void {
  const isKnown = /^[\w-]+$/.test(name);
  // Root modules may have the same addresses.
  const id = folder === '' ? address : `${folder}#${address}`;
  const fact = { id, label: address, where, tool: 'terraform' as const };
  found.functions.push({ ...fact, name: isKnown ? name : undefined });
  table.set(address, { kind: 'function', functionId: id });
  if (isKnown) byName.set(name, id);
}

export const ALIASES: Readonly<Record<string, Read>> = {
  aws_lambda_alias: (each, reading) => {
    const name = each.get('name');
    const alias = addAlias(each, name, reading);
    if (!alias) return;
    const mover = { functionId: alias.functionId, alias: name, where: each.where };
    const { movers } = reading.found;
    if (alias.version === '$LATEST' || followsUnpublished(each, reading)) {
      movers.push({ ...mover, kind: 'latest', by: '$LATEST' });
    }
    if (each.ignores('function_version') === false) {
      movers.push({ ...mover, kind: 'not-ignored', by: 'function_version is not ignored' });
    } else if (each.ignores('routing_config') === false) {
      const by = 'routing_config is not ignored';
      movers.push({ ...mover, kind: 'weights-not-ignored', by });
    }
  },
  // terraform-aws-modules/lambda, modules/alias/main.tf: with refresh_alias, which is the default, it ignores the
  // version and not the weights; without, it ignores nothing.
  'module alias': (each, reading) => {
    const name = each.get('name');
    const alias = addAlias(each, name, reading);
    if (!alias || each.get('use_existing_alias') === 'true') return;
    const mover = { functionId: alias.functionId, alias: name, where: each.where };
    const isMoved = each.get('refresh_alias') === 'false';
    reading.found.movers.push(
      isMoved
        ? { ...mover, kind: 'not-ignored', by: 'refresh_alias = false' }
        : { ...mover, kind: 'weights-not-ignored', by: 'refresh_alias ignores only the version' },
    );
  },
};

function addAlias(
  each: TerraformInstance,
  name: string,
  { table, found, byName }: Reading,
): AliasFact | undefined {
  const lookup = lookupIn({ table, byName });
  const text = each.get('function_name');
  const callee = calleeOf(asArn(text), lookup);
  if (callee.kind !== 'function') {
    const why = callee.kind === 'unknown' ? callee.why : `${shown(text)} is not in these files`;
    found.problems.push(`${each.where}: the function of ${each.address} is not known: ${why}`);
    return undefined;
  }
  const { functionId } = callee;
  const version = versionWords(each.get('function_version'));
  const alias = { functionId, name, version, where: each.where };
  found.aliases.push(alias);
  table.set(each.address, { kind: 'alias', functionId, alias: name });
  return alias;
}

export function addPlanned(address: string, { all, table, found }: Reading): void {
  const alias = table.get(address);
  if (alias?.kind !== 'alias') return;
  const where = all.find((each) => each.address === address)?.where ?? address;
  const mover = { functionId: alias.functionId, alias: alias.alias, where };
  found.movers.push({ ...mover, kind: 'planned', by: `the plan changes ${address}` });
}

/** Without `publish`, the version of a function is `$LATEST` (provider hashicorp/aws, `aws_lambda_function`). */
function followsUnpublished(alias: TerraformInstance, reading: Reading): boolean {
  const version = alias.get('function_version');
  const followed = instanceAt(version, reading);
  return followed?.type === 'aws_lambda_function' && followed.get('publish') !== 'true';
}

/** A number, or `undefined` for one that is known only after the deployment. */
function versionWords(text: string): string | undefined {
  return /^(\d+|\$LATEST)$/.test(text) ? text : undefined;
}
