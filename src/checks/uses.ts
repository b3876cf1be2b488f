// Which checks use a value that an earlier one saves, and whether it is there by then.

import { quote } from '../base/quote.ts';
import type { Check } from './check.ts';
import type { Expectation } from './expectation.ts';
import { namesIn, namesInJson } from './variables.ts';

export interface CheckedUses {
  /** With what they need. */
  readonly checks: readonly Check[];
  readonly problems: readonly string[];
}

/** @param secrets their names */
export function checkUses(
  checks: readonly Check[],
  headers: Readonly<Record<string, string>>,
  secrets: readonly string[],
): CheckedUses {
  const common = namesInJson(headers).filter((name) => !secrets.includes(name));
  const known = [...secrets, ...common];
  const problems = common.map((name) => `headers: \${${name}} is not among "secrets"`);
  const saved = new Map<string, Check>();
  const completed = checks.map((check) => {
    const names = [...new Set(usedBy(check))].filter((name) => !known.includes(name));
    const found = [
      ...names.map((name) => useProblem(check, name, saved.get(name))),
      ...check.save.map(({ name }) =>
        saved.has(name) || known.includes(name)
          ? `save: the name "${name}" is taken; expected another one`
          : undefined,
      ),
    ].filter((problem) => problem !== undefined);
    problems.push(...found.map((problem) => `check ${quote(check.name)}: ${problem}`));
    const needs = new Set(names.flatMap((name) => saved.get(name)?.name ?? []));
    for (const { name } of check.save) saved.set(name, check);
    return { ...check, needs: [...needs] };
  });
  return { checks: completed, problems: [...new Set(problems)] };
}

/** @param source the check that saves the value */
function useProblem(check: Check, name: string, source: Check | undefined): string | undefined {
  if (!source) {
    return `\${${name}} is neither saved by an earlier check nor among "secrets"; to send the text itself, write $\${${name}}`;
  }
  return check.points.some((point) => !source.points.includes(point))
    ? `it uses \${${name}} of ${quote(source.name)}, which does not run whenever this check runs; expected the same "when"`
    : undefined;
}

function usedBy({ call, expect }: Check): readonly string[] {
  const expected = expect.flatMap(namesInExpectation);
  if (call.kind === 'event') return [...namesInJson(call.event), ...expected];
  const { path, headers, body } = call;
  const sent = body?.kind === 'json' ? namesInJson(body.value) : namesIn(body?.text ?? '');
  return [...namesIn(path), ...namesInJson(headers), ...sent, ...expected];
}

function namesInExpectation(expected: Expectation): readonly string[] {
  if (expected.kind === 'contains') return namesIn(expected.text);
  if (expected.kind !== 'header' && expected.kind !== 'json') return [];
  const { test } = expected;
  if (test.kind === 'equals') return namesInJson(test.value);
  return test.kind === 'matches' ? namesIn(test.pattern) : [];
}
