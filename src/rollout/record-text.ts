// The encoding of text in tags: base64url, because tags allow few characters, with a checksum in front,
// because an edited or mixed-up tag must not count as a record. A long text is compressed first, which a mark shows that
// is no letter of base64url: earlier versions of this action refuse such a record as one that they cannot read.

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { binaryIn } from '../base/foreign-text.ts';

const COMPRESSED = '.';
/** Anyone who may write tags may write a small text that becomes a very large one. */
const MOST_BYTES = 4_000_000;

/**
 * Any text, in letters that AWS takes in the value of a tag.
 *
 * @param plainUpTo up to so many letters, the text is not compressed, so that all versions of this action can read it
 */
export function sealText(text: string, plainUpTo = Number.POSITIVE_INFINITY): string {
  const bytes = new TextEncoder().encode(text);
  const plain = seal(toBase64Url(bytes));
  if (plain.length <= plainUpTo) return plain;
  const compressed = seal(COMPRESSED + toBase64Url(deflateRawSync(bytes)));
  return compressed.length < plain.length ? compressed : plain;
}

/** The text again. Throws a `RangeError` when the checksum is not that of the text. */
export function unsealText(sealed: string): string | undefined {
  const text = unseal(sealed);
  if (text === undefined) return undefined;
  const isCompressed = text.startsWith(COMPRESSED);
  const bytes = fromBase64Url(isCompressed ? text.slice(COMPRESSED.length) : text);
  const whole = isCompressed ? bytes && inflated(bytes) : bytes;
  return whole && new TextDecoder().decode(whole);
}

/** `undefined`: it is not compressed text, or too much of it. */
function inflated(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return inflateRawSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch {
    return undefined;
  }
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

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte));
  return btoa(binary.join(''))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/={1,2}$/, '');
}

function fromBase64Url(text: string): Uint8Array | undefined {
  const binary = binaryIn(text.replace(/-/g, '+').replace(/_/g, '/'));
  if (binary === undefined) return undefined;
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
