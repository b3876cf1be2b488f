// Puts a marker into every text of an answer, and one more member into every object, so that a test can
// see which members of an answer reach other places.

export interface Marking {
  /** A text that occurs nowhere else. It is put behind what a member holds, at most once. */
  readonly marker: string;
  /**
   * Names of members whose own text stays as it is, and to which no member is added; `canary:*` is any name
   * with this beginning. Elements of a list go by the name of the list.
   */
  readonly open: readonly string[];
}

/** The member that no client knows. */
const UNKNOWN_MEMBER = 'notInTheModel';

export function markTexts(value: unknown, marking: Marking, name = ''): unknown {
  const open = marking.open.some((one) => isNamed(one, name));
  if (typeof value === 'string') {
    const json = value.startsWith('{') ? parse(value) : undefined;
    // A document in a text, as a resource policy is.
    if (json !== undefined) return JSON.stringify(markTexts(json, marking, name));
    return open ? value : markText(value, marking);
  }
  if (Array.isArray(value)) return value.map((element) => markTexts(element, marking, name));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const members = Object.entries(value).map(([key, held]) => [key, markTexts(held, marking, key)]);
  const unknown = open ? {} : { [UNKNOWN_MEMBER]: marking.marker };
  return { ...Object.fromEntries(members), ...unknown };
}

function markText(text: string, { marker }: Marking): string {
  return text.includes(marker) ? text : `${text}${marker}`;
}

/** JSON as JSON, XML as XML, and anything else as one text. */
export function markBody(body: string, marking: Marking): string {
  const json = parse(body);
  if (json !== undefined) return JSON.stringify(markTexts(json, marking));
  return body.startsWith('<') ? markXml(body, marking) : markText(body, marking);
}

function markXml(xml: string, marking: Marking): string {
  return xml.replace(
    />([^<>]*[^<>\s][^<>]*)<\/(\w+)>/g,
    (_, text: string, name: string) => `>${markTexts(text, marking, name)}</${name}>`,
  );
}

function isNamed(open: string, name: string): boolean {
  return open.endsWith('*') ? name.startsWith(open.slice(0, -1)) : open === name;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
