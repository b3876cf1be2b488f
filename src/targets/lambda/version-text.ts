// The description of a version that a release publishes, which is stored permanently in AWS. A rollback to an
// earlier release reads it.

/** Lambda's limit. */
const MAX_DESCRIPTION = 256;

/** @param source repository and commit */
export function describeVersion(source: string, from: string): string {
  if (from === '') return source.slice(0, MAX_DESCRIPTION);
  const tail = `, after ${from}`;
  return `${source.slice(0, MAX_DESCRIPTION - tail.length)}${tail}`;
}

/** The version that was served when this one was published; `undefined` if not recorded. Without Git, there is no commit. */
export function parseVersion(description: string): string | undefined {
  return /@[0-9a-f]*, after (\d{1,18})$/.exec(description)?.[1];
}
