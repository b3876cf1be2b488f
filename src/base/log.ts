// Where a run writes what it does.

export interface Log {
  /** Begins a collapsible group; the one before ends. */
  group(title: string): void;
  endGroup(): void;
  line(text: string): void;
  /** Annotations: shown on the run's page. */
  notice(text: string): void;
  warning(text: string): void;
  error(text: string): void;
}
