// Why a command that only reads was refused. It never shifts anything, so it has nothing to stop or to leave undone.

/** A plan says what a release would do. */
export function planRefusedText(problems: readonly string[]): string {
  return problems.length > 1
    ? `A release would be refused, because of ${problems.length} problems.`
    : `A release would be refused: ${problems[0] ?? 'the current state could not be read'}`;
}

export function statusRefusedText(problem: string): string {
  return `There is no state to show: ${problem}`;
}
