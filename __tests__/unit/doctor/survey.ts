// What the tests of readers share: a text, and the diagnosis of its functions in few words.

import { must } from '../../../src/base/assert.ts';
import { diagnose, isReady } from '../../../src/doctor/diagnose.ts';
import type { Survey } from '../../../src/doctor/facts.ts';
import { describeReach } from '../../../src/doctor/reach-words.ts';
import { surveyTemplates } from '../../../src/doctor/survey-templates.ts';
import { parseTree } from '../../../src/templates/parse.ts';
import type { Tree } from '../../../src/templates/tree.ts';

export async function treeOf(text: string): Promise<Tree> {
  const parsed = await parseTree(text);
  if (parsed.kind === 'problem') throw new Error(parsed.problem);
  return parsed.tree;
}

/** The survey of templates, by their paths. */
export async function surveyOf(files: Readonly<Record<string, string>>): Promise<Survey> {
  const parsed = Object.entries(files).map(async ([path, text]) => ({
    path,
    tree: await treeOf(text),
  }));
  return surveyTemplates(await Promise.all(parsed));
}

/** `Orders: ready, alias live; GET /orders by alias live`. */
export function inWords(survey: Survey): readonly string[] {
  return diagnose(survey).map((each) => {
    const { mode, change } = each;
    const fits =
      mode.kind === 'alias'
        ? `alias ${mode.alias}`
        : mode.kind === 'stage'
          ? `stage ${mode.api}/${mode.stage}`
          : 'none';
    const callers = each.callers.map(
      ({ caller }) => `${caller.label} by ${describeReach(caller.reach)}`,
    );
    const state = isReady(each) ? 'ready' : change.kind;
    return `${each.fact.label}: ${state}, ${fits}; ${callers.join(', ') || 'nobody'}`;
  });
}

export function onlyMover({ movers }: Survey) {
  const [mover, another] = movers;
  if (another) throw new Error(`two movers: ${mover?.kind}, ${another.kind}`);
  return must(mover, 'there is a mover');
}
