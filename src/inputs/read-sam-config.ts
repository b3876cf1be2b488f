// The input `sam-config`: the settings of `sam deploy`, for the template.

import { quote } from '../base/quote.ts';
import type { SamConfig } from '../templates/sam-config.ts';
import { readCheckoutFile } from './checkout-file.ts';
import { samConfigFile } from './fields.ts';

export type SamSettings = Pick<SamConfig, 'parameters' | 'stack'> & {
  readonly notes: readonly string[];
};

const NONE: SamSettings = { parameters: new Map(), stack: undefined, notes: [] };
const MAX_BYTES = 256 * 1024;

/**
 * @param written `samconfig.toml`, or `samconfig.toml#prod` for another environment; empty: there is none
 */
export async function readSamSettings(
  written: string,
  { workspace, region }: { readonly workspace: string; readonly region: string },
  problems: string[],
): Promise<SamSettings> {
  // What is no such file is refused where the input is parsed.
  if (written === '' || !samConfigFile(written).ok) return NONE;
  const [path = '', environment] = written.split('#');
  const source = `sam-config ${quote(written)}`;
  const file = readCheckoutFile(path, workspace, MAX_BYTES);
  if ('problem' in file) {
    problems.push(`${source}: ${file.problem}`);
    return NONE;
  }
  const { DEFAULT_ENVIRONMENT, readSamConfig } = await import('../templates/sam-config.ts');
  const found = await readSamConfig(
    file.text,
    path.endsWith('.toml'),
    environment || DEFAULT_ENVIRONMENT,
  );
  problems.push(...found.problems.map((problem) => `${source}: ${problem}`));
  const names = [...found.parameters.keys()];
  const read = names.length === 0 ? 'it has no parameters' : `parameters ${names.join(', ')}`;
  const elsewhere =
    found.region !== undefined && region !== '' && found.region !== region
      ? [`${source}: its region is ${found.region}, and this release is in ${region}`]
      : [];
  return { ...found, notes: [`${source}: ${read}`, ...elsewhere] };
}
