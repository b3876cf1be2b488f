// What keeps the release from going further, and what it went on in spite of, in the summary and the comment.

import { capitalize, sentence } from './format.ts';
import { gateNote, overrideText } from './gate-text.ts';
import { escapeMarkdown } from './markdown.ts';
import type { Report } from './report.ts';

/** The end of the log of a run that passes: how it ended, what keeps the release back, and who is served what. */
export function closingText({ outcome, reason, waitsFor, stands }: Report): string {
  const note = waitsFor && outcome === 'running' ? [sentence(capitalize(gateNote(waitsFor)))] : [];
  return [reason, ...note, stands].join(' ');
}

/** Empty if nothing is or was closed. A gate that ended the run is its reason, and not repeated. */
export function gateSection({ outcome, waitsFor, overridden }: Report): string {
  const shown = (icon: string, text: string) =>
    `${icon} ${escapeMarkdown(sentence(capitalize(text)), 600)}`;
  return [
    ...(waitsFor && outcome === 'running' ? [shown('⏳', gateNote(waitsFor))] : []),
    ...(overridden ? [shown('🔓', overrideText(overridden))] : []),
  ].join('\n\n');
}
