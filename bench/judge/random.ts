// Seeded random numbers for the benchmark: a fast generator and an exact Poisson sampler. Splitting a Poisson
// stream gives independent Poisson streams, so nothing else is needed: canary and stable, failed and
// successful requests are four of them.

export interface Chance {
  /** Uniform in (0, 1). */
  uniform(): number;
  poisson(mean: number): number;
  /** Number of trials up to and with the first success, with the given mean (at least 1). */
  geometric(mean: number): number;
  normal(): number;
}

/** sfc32 (Chris Doty-Humphrey, public domain), seeded with integers. */
export function createChance(...seed: readonly number[]): Chance {
  const bits = createBits(seed);
  const uniform = () => (bits() + 0.5) / 2 ** 32;
  return {
    uniform,
    poisson: (mean) =>
      mean < 12 ? poissonByProduct(mean, uniform) : poissonByRatio(mean, uniform),
    geometric: (mean) => (mean <= 1 ? 1 : Math.ceil(Math.log(uniform()) / Math.log1p(-1 / mean))),
    normal: () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}

function createBits(seed: readonly number[]): () => number {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let counter = 1;
  const next = () => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return t >>> 0;
  };
  for (const word of seed) {
    a ^= word;
    for (let i = 0; i < 12; i++) next();
  }
  return next;
}

/** Small means: the number of uniforms until their product falls below e^-mean (Knuth, TAOCP 3.4.1). */
function poissonByProduct(mean: number, uniform: () => number): number {
  const limit = Math.exp(-mean);
  let product = uniform();
  let count = 0;
  while (product > limit) {
    product *= uniform();
    count += 1;
  }
  return count;
}

/**
 * Large means: transformed rejection with squeeze (Hörmann, "The transformed rejection method for
 * generating Poisson random variables", 1993, algorithm PTRS). Exact up to rounding.
 */
function poissonByRatio(mean: number, uniform: () => number): number {
  const root = Math.sqrt(mean);
  const b = 0.931 + 2.53 * root;
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  const logMean = Math.log(mean);
  for (;;) {
    const u = uniform() - 0.5;
    const v = uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const left = Math.log((v * inverseAlpha) / (a / (us * us) + b));
    if (left <= k * logMean - mean - logFactorial(k)) return k;
  }
}

const SMALL_FACTORIALS = Float64Array.from({ length: 20 }, (_, n) => {
  let log = 0;
  for (let i = 2; i <= n; i++) log += Math.log(i);
  return log;
});

/** ln n!, by Stirling's series from 20 on (error below 1e-15 relative). */
function logFactorial(n: number): number {
  if (n < SMALL_FACTORIALS.length) return SMALL_FACTORIALS[n]!;
  const inverse = 1 / n;
  const series = inverse / 12 - inverse ** 3 / 360 + inverse ** 5 / 1260;
  return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + series;
}
