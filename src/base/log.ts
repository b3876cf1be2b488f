// The log of a run.

export interface Log {
  /** Begins a collapsible group and ends the previous one. */
  group(title: string): void;
  endGroup(): void;
  line(text: string): void;
  /** Annotations, shown on the page of the run. */
  notice(text: string): void;
  warning(text: string): void;
  error(text: string): void;
}
