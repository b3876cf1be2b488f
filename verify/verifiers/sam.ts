// SAM's own translator as the judge of how a template is read.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { mustRun } from '../command.ts';
import { type Comparison, compare, type Translation } from '../sam/compare.ts';
import { arbitraryTemplate } from '../sam/templates.ts';
import { pythonTool } from '../tools.ts';
import type { Verifier, VerifyContext } from '../verifier.ts';

const SCRIPT = fileURLToPath(new URL('../sam/translate.py', import.meta.url));
const [FEW, ALL, SEED, BATCH] = [1_000, 10_000, 20_261, 1_000];
/** So many of the drawn templates must be read by both, or the comparison says little. */
const LEAST_SAME = 0.25;

/** Only SAM's translator is needed, not all of the SAM CLI. */
export const sam: Verifier = {
  name: 'sam',
  title: 'SAM’s translator',
  shows: 'A template is read as SAM’s own translator translates it.',
  byDefault: true,
  verify: async (context) => {
    const python = await pythonTool(context, {
      name: 'sam-translator',
      program: 'python',
      packages: ['aws-sam-translator==1.115.0', 'pyyaml==6.0.2'],
    });
    const { templates, everything } = context.options;
    const drawn = fc.sample(arbitraryTemplate, {
      numRuns: everything ? ALL : FEW,
      seed: SEED,
    });
    await checkAll(context, `${drawn.length} arbitrary templates`, drawn, python);
    if (templates === undefined) {
      return context.skip('templates of a folder', 'no folder: set --templates DIR');
    }
    const files = readdirSync(templates, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:ya?ml|json|template)$/.test(name),
    );
    const texts = files.map((name) => readFileSync(join(templates, name), 'utf8'));
    await checkAll(context, `${files.length} templates of ${templates}`, texts, python, files);
  },
};

async function checkAll(
  context: VerifyContext,
  name: string,
  texts: readonly string[],
  python: string,
  names: readonly string[] = texts.map((_, i) => `#${i}`),
): Promise<void> {
  const found: Comparison[] = [];
  for (let from = 0; from < texts.length; from += BATCH) {
    const batch = texts.slice(from, from + BATCH);
    const translations = await translate(python, batch);
    for (const [i, text] of batch.entries()) {
      found.push(await compare(text, translations[i] ?? { error: 'no answer' }));
    }
  }
  const count = (kind: Comparison['kind']) => found.filter((each) => each.kind === kind).length;
  context.print(
    `${name}: ${count('same')} read the same, ${count('refused')} refused by both, ${count('by-design')} different by design`,
  );
  const reasons = found.flatMap((each) => (each.kind === 'by-design' ? [each.why] : []));
  for (const why of new Set(reasons)) {
    context.print(`  ${reasons.filter((each) => each === why).length} with ${why}`);
  }
  await context.check(`${name} are read as SAM translates them`, [], () => {
    const different = found.flatMap((each, i) =>
      each.kind === 'different'
        ? [`${names[i]}: ${each.ours} / SAM: ${each.sams}\n${texts[i]}`]
        : [],
    );
    assert.deepEqual(different.slice(0, 5), []);
    assert.ok(count('same') >= LEAST_SAME * texts.length, 'too few are read by both');
  });
}

async function translate(
  python: string,
  texts: readonly string[],
): Promise<readonly Translation[]> {
  const input = JSON.stringify(texts.map((text, i) => [i, text]));
  const stdout = await mustRun(python, [SCRIPT], { input, timeoutMs: 900_000 });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Translation);
}
