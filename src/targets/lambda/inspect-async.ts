// Preflight of asynchronous invocations: retries, age and destinations belong to one version or alias, and a new one
// has AWS's defaults (Lambda developer guide, "Configuring error handling settings for asynchronous invocations").

import type { AsyncSettings, Qualifiers } from '../../aws/qualifiers.ts';
import { awsCommand } from '../../base/command-line.ts';
import { known } from '../../base/errors.ts';
import type { Problems } from '../../base/problems.ts';

/** What serves now, and what will. */
export interface Succession {
  readonly functionName: string;
  readonly region: string;
  /** A version, or `$LATEST`. */
  readonly from: string;
  /** `undefined`: it is not published yet. */
  readonly version: string | undefined;
  /** An alias that is created instead. */
  readonly alias?: string;
}

/** Notes the settings that the new version or alias will lack. */
export async function noteAsyncSettings(
  qualifiers: Pick<Qualifiers, 'readAsyncSettings'>,
  succession: Succession,
  { notes }: Problems,
): Promise<void> {
  const { functionName, from, version } = succession;
  if (from === version) return;
  try {
    const served = await qualifiers.readAsyncSettings(functionName, from);
    if (!served) return;
    const own =
      version !== undefined && (await qualifiers.readAsyncSettings(functionName, version));
    if (!own) notes.push(describeLack(succession, served));
  } catch (error) {
    notes.push(
      `functions: it could not be checked whether "${functionName}" has settings for asynchronous invocations that a new version would lack (${known(error).message})`,
    );
  }
}

function describeLack(
  { functionName, region, from, version, alias }: Succession,
  served: AsyncSettings,
) {
  const to = alias ?? version;
  const next = to === undefined ? 'the new version' : `${functionName}:${to}`;
  const command = awsCommand('lambda put-function-event-invoke-config', {
    'function-name': functionName,
    qualifier: to ?? 'VERSION',
    ...optionsOf(served),
    region,
  });
  return `functions: ${functionName}:${from} has settings for asynchronous invocations (${inWords(served)}), and ${next} has none: AWS's defaults apply to it. Once it exists, run: ${command}`;
}

function inWords({ retries, ageSeconds, onSuccess, onFailure }: AsyncSettings): string {
  return [
    ...(retries === undefined ? [] : [`retries: ${retries}`]),
    ...(ageSeconds === undefined ? [] : [`maximum age: ${ageSeconds}s`]),
    ...(onSuccess === '' ? [] : [`on success: ${onSuccess}`]),
    ...(onFailure === '' ? [] : [`on failure: ${onFailure}`]),
  ].join(', ');
}

function optionsOf({ retries, ageSeconds, onSuccess, onFailure }: AsyncSettings) {
  const destinations = {
    ...(onSuccess !== '' && { OnSuccess: { Destination: onSuccess } }),
    ...(onFailure !== '' && { OnFailure: { Destination: onFailure } }),
  };
  return {
    ...(retries !== undefined && { 'maximum-retry-attempts': String(retries) }),
    ...(ageSeconds !== undefined && { 'maximum-event-age-in-seconds': String(ageSeconds) }),
    ...(Object.keys(destinations).length > 0 && {
      'destination-config': JSON.stringify(destinations),
    }),
  };
}
