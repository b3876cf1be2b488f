/** A log whose long lines are not wrapped. */
export function unwrapped(log: string): string {
  return log.replace(/\n {4}(?=\S)/g, ' ');
}
