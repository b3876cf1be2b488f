// The Region that files of the checkout name: samconfig.toml, or the provider of Terraform.

const LINE = /^[ \t]{0,40}region[ \t]{0,40}=[ \t]{0,40}"([a-z0-9-]{5,30})"/gm;
const PROVIDER = 'provider "aws"';

export interface RegionTexts {
  readonly samconfig: readonly string[];
  readonly terraform: readonly string[];
}

/** `undefined`: none, or several. */
export function writtenRegion({ samconfig, terraform }: RegionTexts): string | undefined {
  // The Region of a backend is that of the state.
  const providers = terraform.flatMap((text) =>
    text
      .split(PROVIDER)
      .slice(1)
      .map((rest) => rest.slice(0, rest.indexOf('}'))),
  );
  const found = [...samconfig, ...providers].flatMap((text) =>
    [...text.matchAll(LINE)].map(([, region]) => region),
  );
  return new Set(found).size === 1 ? found[0] : undefined;
}
