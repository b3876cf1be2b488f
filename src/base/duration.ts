// Durations as written in a workflow: `90s`, `5m`, `2h`, `1h30m`.

const UNIT_SECONDS = { h: 3600, m: 60, s: 1 } as const;

/** Seconds of `90s`, `5m`, `2h` or `1h30m`; `undefined` for anything else. */
export function parseDuration(text: string): number | undefined {
  const match = /^(?:(\d{1,5})h)?(?:(\d{1,6})m)?(?:(\d{1,7})s)?$/.exec(text.trim());
  if (!match || match[0] === '') return undefined;
  const [, h = '0', m = '0', s = '0'] = match;
  return Number(h) * UNIT_SECONDS.h + Number(m) * UNIT_SECONDS.m + Number(s);
}

/** `5400` seconds as `1h30m`; `0` as `0s`; fractions of a second are rounded. */
export function formatDuration(seconds: number): string {
  let rest = Math.max(0, Math.round(seconds));
  const parts: string[] = [];
  for (const [unit, size] of Object.entries(UNIT_SECONDS)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count}${unit}`);
  }
  return parts.join('') || '0s';
}
