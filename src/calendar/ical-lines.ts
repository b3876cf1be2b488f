// The lines of an iCalendar file (RFC 5545, 3.1): folded lines, names with parameters, and components.

/** `DTSTART;TZID=Europe/Berlin:20261218T160000`. */
export interface Property {
  /** In upper case. */
  readonly name: string;
  /** By name in upper case. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
  /** From 1. */
  readonly line: number;
}

export interface Component {
  /** `VEVENT`. */
  readonly name: string;
  readonly properties: readonly Property[];
  readonly line: number;
}

export interface Parts {
  /** Properties of the calendar itself. */
  readonly calendar: readonly Property[];
  /** In the order of the file; what is inside another one is left out, such as the reminder of an event. */
  readonly components: readonly Component[];
}

/** @returns a problem, if it is not a calendar */
export function readParts(text: string): Parts | string {
  const lines = unfold(text);
  if (lines.length === 0) return 'it is empty';
  const found: Open = { calendar: [], components: [], open: [] };
  for (const { text: content, line } of lines) {
    const property = propertyOf(content, line);
    const problem = property ? add(found, property) : 'it is not a line of an iCalendar file';
    if (problem !== undefined) return `line ${line}: ${problem}`;
  }
  const unclosed = found.open.at(-1);
  return unclosed ? `it ends within the ${unclosed.name} of line ${unclosed.line}` : found;
}

interface Open {
  readonly calendar: Property[];
  readonly components: Component[];
  /** The components that have not ended, the innermost last. */
  readonly open: {
    readonly name: string;
    readonly properties: Property[];
    readonly line: number;
  }[];
}

/** @returns why the line cannot be where it is */
function add({ calendar, components, open }: Open, property: Property): string | undefined {
  const { name, value, line } = property;
  const inner = open.at(-1);
  const what = value.trim().toUpperCase();
  if (!inner && (name !== 'BEGIN' || what !== 'VCALENDAR')) return 'expected BEGIN:VCALENDAR';
  if (name === 'BEGIN') open.push({ name: what, properties: [], line });
  else if (name === 'END') {
    if (inner?.name !== what) return `END:${what} without its BEGIN`;
    if (open.length === 2) components.push(inner);
    open.pop();
  } else if (open.length === 1) calendar.push(property);
  else inner?.properties.push(property);
  return undefined;
}

/** The text of the first property with this name; may be empty. */
export function textIn(properties: readonly Property[], name: string): string {
  return properties.find((each) => each.name === name)?.value.trim() ?? '';
}

/** A line that begins with a space or a tab continues the one before. */
function unfold(text: string): readonly { readonly text: string; readonly line: number }[] {
  const found: { text: string[]; line: number }[] = [];
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = found.at(-1);
    if (/^[ \t]/.test(line) && last) last.text.push(line.slice(1));
    else if (line.trim() !== '') found.push({ text: [line], line: i + 1 });
  }
  return found.map(({ text: parts, line }) => ({ text: parts.join(''), line }));
}

const NAME = /^[A-Za-z0-9-]+/;
const PARAMETER = /^;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)/;

function propertyOf(content: string, line: number): Property | undefined {
  const [name] = NAME.exec(content) ?? [];
  if (name === undefined) return undefined;
  const parameters: Record<string, string> = {};
  let rest = content.slice(name.length);
  for (let found = PARAMETER.exec(rest); found; found = PARAMETER.exec(rest)) {
    const [whole, key = '', value = ''] = found;
    parameters[key.toUpperCase()] = value.replace(/^"(.*)"$/, '$1');
    rest = rest.slice(whole.length);
  }
  if (!rest.startsWith(':')) return undefined;
  return { name: name.toUpperCase(), parameters, value: rest.slice(1), line };
}

/** A text with its escapes (3.3.11), on one line. */
export function plainText(value: string): string {
  return value
    .replace(/\\([\\;,nN])/g, (_, char: string) => (/n/i.test(char) ? ' ' : char))
    .replace(/\s+/g, ' ')
    .trim();
}
