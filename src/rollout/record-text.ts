// Text as tags hold it: base64url, for their alphabet is small, behind a checksum, for an edited or
// mixed-up tag must not be taken for a record.

/** Any text, in letters that AWS takes in the value of a tag. */
export function sealText(text: string): string {
  return seal(toBase64Url(text));
}

/** The text again. Throws a `RangeError` when the checksum is not that of the text. */
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

/** FNV-1a in hexadecimal: any one changed character changes it. */
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
