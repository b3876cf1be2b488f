// Nearly every template that is released here is one whose tool still moves the alias, which is said once for it. Tests of
// other notes leave that out (`still-moved.test.ts` has it).

export function withoutMoved(notes: readonly string[]): readonly string[] {
  return notes.filter((note) => !note.includes('moves the alias as well'));
}
