// The encoding of text in tags: base64url, because tags allow few characters, with a checksum in front,
// because an edited or mixed-up tag must not count as a record.

/** Encodes any text in characters that AWS accepts in the value of a tag. */
export function sealText(text: string): string {
  return seal(toBase64Url(text));
}

/** Decodes the text. Throws a `RangeError` if the checksum does not match. */
export function unsealText(sealed: string): string {
  return fromBase64Url(unseal(sealed));
}

const SEAL_LENGTH = 8;

function seal(text: string): string {
  return checksum(text) + text;
}

function unseal(sealed: string): string {
  const text = sealed.slice(SEAL_LENGTH);
  if (sealed !== seal(text)) throw new RangeError('the checksum does not fit');
  return text;
}

/** FNV-1a in hexadecimal: changing any one character changes it. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(SEAL_LENGTH, '0');
}

function toBase64Url(text: string): string {
  const binary = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
  return btoa(binary.join(''))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/={1,2}$/, '');
}

function fromBase64Url(text: string): string {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
}
