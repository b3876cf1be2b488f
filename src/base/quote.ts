/** Foreign text in a message: quoted, on one line, and no longer than people read. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return `"${line.length > 120 ? `${line.slice(0, 117)}...` : line}"`;
}
