/** A place of the definition that reads stage variables in a template or a mapping. */
export interface VariableReader {
  /** `GET /orders`. */
  readonly where: string;
  /** `*`: it reads variables whose names it does not spell out. */
  readonly names: readonly string[];
}
