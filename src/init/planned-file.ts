// What `init` writes, as data: whole files, and edits of files that are there.

export interface PlannedFile {
  /** Within the checkout, with `/`. */
  readonly path: string;
  readonly text: string;
  /** What is there now; `undefined`: nothing. */
  readonly before: string | undefined;
  /** Whether the text was made from what is there: then it replaces it without being asked. */
  readonly isEdit: boolean;
}

export type FileState =
  | 'new'
  | 'changed'
  | 'same'
  /** It is there with other content, which is not overwritten. */
  | 'kept';

export function stateOf({ text, before, isEdit }: PlannedFile, overwrites: boolean): FileState {
  if (before === undefined) return 'new';
  if (before === text) return 'same';
  return isEdit || overwrites ? 'changed' : 'kept';
}

/** Replaces a part of a text. An insertion has its start as its end. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits do not overlap. Two insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < at) continue;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
