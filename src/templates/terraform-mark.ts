// Whether a text may be what Terraform shows, or a log of it: apart, so that other files load nothing for it.

/** Its first member is the version of the format, or in a log the level of a line. */
export function mayBeTerraform(text: string): boolean {
  return /"(?:format_version|@level)"/.test(text.slice(0, 2_000));
}
