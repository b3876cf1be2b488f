// Finds stage variables in AWS's responses: templates, mappings and any other text that may use one.

import type { VariableReader } from './rest-api-model.ts';

/** Searches AWS's response for one part of the definition; empty if it reads no variable. */
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

/** The stage variables that a template or mapping reads; `*` stands for names that are not known. */
export function variablesRead(text: string): readonly string[] {
  return [...text.matchAll(READ)].map(([, got, indexed, plain]) => got ?? indexed ?? plain ?? '*');
}
