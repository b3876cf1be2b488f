// Terraform's language as data: blocks and expressions, with the places in the text that they were read from.

export interface HclFile {
  readonly path: string;
  readonly text: string;
  readonly body: Body;
}

export interface Body {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: readonly Block[];
}

/** From `start` up to `end`, as offsets in the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

export interface Attribute extends Span {
  readonly value: Expression;
}

export interface Block extends Span {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
  /** Of the closing brace. */
  readonly close: number;
}

export type Expression =
  | { readonly kind: 'text'; readonly text: string }
  /** A string with `${…}` in it. */
  | { readonly kind: 'template'; readonly parts: readonly Expression[] }
  | { readonly kind: 'traversal'; readonly root: string; readonly steps: readonly Step[] }
  /** Steps after something other than a name: `f(x).y`, `[1, 2][0]`. */
  | { readonly kind: 'part'; readonly of: Expression; readonly steps: readonly Step[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | {
      readonly kind: 'map';
      readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
    }
  | {
      readonly kind: 'conditional';
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    }
  | {
      readonly kind: 'for';
      /** `key, value` or `value`. */
      readonly names: readonly string[];
      readonly of: Expression;
      /** `undefined`: it makes a list. */
      readonly key: Expression | undefined;
      readonly value: Expression;
      readonly isFiltered: boolean;
    }
  /** An operator, or another form whose value is not needed here. */
  | { readonly kind: 'operation'; readonly what: string };

export type Step =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly index: Expression }
  | { readonly kind: 'splat' };
