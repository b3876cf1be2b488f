/** Text from outside, for use in a message: quoted, on one line, at most 120 characters. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return `"${line.length > 120 ? `${line.slice(0, 117)}...` : line}"`;
}
