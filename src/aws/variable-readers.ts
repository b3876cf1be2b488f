// Stage variables in the texts of AWS's answers: templates, mappings, whatever may hold one.

import type { VariableReader } from './rest-api-model.ts';

/** Looks through all that AWS answers about one place; none where nothing reads a variable. */
export function readerOf(where: string, answer: unknown): readonly VariableReader[] {
  const names = [...new Set(textsIn(answer).flatMap(variablesRead))];
  return names.length > 0 ? [{ where, names }] : [];
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

const READ =
  /stageVariables(?:\.get\(\s*['"](\w+)['"]\s*\)|\[\s*['"](\w+)['"]\s*\]|\.(\w+)(?!\w*\())?/g;

/** The stage variables that a template or mapping reads; `*`: others besides. */
export function variablesRead(text: string): readonly string[] {
  return [...text.matchAll(READ)].map(([, got, indexed, plain]) => got ?? indexed ?? plain ?? '*');
}
