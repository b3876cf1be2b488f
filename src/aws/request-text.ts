// What an integration sends to its backend, as a text that can be compared. An API's resources and an export of a
// stage contain the same members for it.

/** `undefined` if the request has neither templates nor parameters of its own. */
export function requestOf({
  requestTemplates,
  requestParameters,
}: {
  readonly requestTemplates?: unknown;
  readonly requestParameters?: unknown;
}): string | undefined {
  const parts = [requestTemplates, requestParameters].map(entriesOf);
  return parts.some((part) => part.length > 0) ? JSON.stringify(parts) : undefined;
}

/** The order of members and the space between words mean nothing. */
function entriesOf(members: unknown): readonly (readonly [string, string])[] {
  return Object.entries(members ?? {})
    .map(([name, text]) => [name, String(text).replace(/\s+/g, ' ').trim()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
