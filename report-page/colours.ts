// The page's colours for drawing, which style sheets do not reach.

export interface Colours {
  readonly text: string;
  readonly quiet: string;
  readonly grid: string;
  readonly canary: string;
  readonly stable: string;
  readonly third: string;
  readonly limit: string;
}

/** The current colours, which follow the reader's light or dark scheme. */
export function colours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const named = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    text: named('text'),
    quiet: named('quiet'),
    grid: named('grid'),
    canary: named('canary'),
    stable: named('stable'),
    third: named('third'),
    limit: named('limit'),
  };
}
