// Seeded random numbers: the same seed and the same requests give the same results.

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** A string of that many characters from `alphabet`. */
  token(length: number, alphabet?: string): string;
  uuid(): string;
}

const LOWER_ALNUM = 'abcdefghijklmnopqrstuvwxyz0123456789';
const HEX = '0123456789abcdef';

/** mulberry32 (public domain): small, fast, and good enough to split traffic. */
export function createRandom(seed: number = Math.floor(Math.random() * 2 ** 32)): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const token = (length: number, alphabet: string = LOWER_ALNUM) =>
    Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)]).join('');
  const uuid = () =>
    `${token(8, HEX)}-${token(4, HEX)}-4${token(3, HEX)}-8${token(3, HEX)}-${token(12, HEX)}`;
  return { next, token, uuid };
}
