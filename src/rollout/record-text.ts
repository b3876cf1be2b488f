// The encoding of text in tags: base64url, because tags allow few characters, with a checksum in front,
// because an edited or mixed-up tag must not count as a record.

import { binaryIn } from '../base/foreign-text.ts';

/** Any text, in letters that AWS takes in the value of a tag. */
export function sealText(text: string): string {
  return seal(toBase64Url(text));
}

/** The text again. Throws a `RangeError` when the checksum is not that of the text. */
export function unsealText(sealed: string): string | undefined {
  const text = unseal(sealed);
  return text === undefined ? undefined : fromBase64Url(text);
}

const SEAL_LENGTH = 8;

function seal(text: string): string {
  return checksum(text) + text;
}

function unseal(sealed: string): string | undefined {
  const text = sealed.slice(SEAL_LENGTH);
  return sealed === seal(text) ? text : undefined;
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

function fromBase64Url(text: string): string | undefined {
  const binary = binaryIn(text.replace(/-/g, '+').replace(/_/g, '/'));
  if (binary === undefined) return undefined;
  return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
}
