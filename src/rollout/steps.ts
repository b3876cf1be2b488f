// The `steps` input: `5%/5m, 25%/10m, 50%/10m`, or the name of a preset.

import { parseDuration } from '../base/duration.ts';
import { didYouMean } from '../base/suggest.ts';
import type { Step } from './plan.ts';
import { PRESET_NAMES, presetSteps } from './presets.ts';

export type ParsedSteps =
  | { readonly kind: 'steps'; readonly steps: readonly Step[] }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** Enough for any practical schedule; it also limits the size of the stored state. */
export const MAX_STEPS = 50;

const STEP_FORM = 'expected a weight and a duration such as "5%/5m"';

/** Parses the steps; lists all problems, each with the text that it is about. */
export function parseSteps(text: string): ParsedSteps {
  const trimmed = text.trim();
  if (/^[A-Za-z][\w.-]*$/.test(trimmed)) return parsePreset(trimmed);
  const parts = trimmed.split(/[,\n]/).map((part) => part.trim());
  const given = parts.filter((part) => part !== '');
  if (given.length === 0) return { kind: 'problems', problems: [`it is empty; ${STEP_FORM}`] };
  if (given.length > MAX_STEPS) return tooMany(given.length);
  const read = given.map(parseStep);
  const problems = read.filter((r) => typeof r === 'string');
  const steps = read.filter((r) => typeof r !== 'string');
  problems.push(...orderProblems(steps));
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'steps', steps };
}

function parsePreset(name: string): ParsedSteps {
  const steps = presetSteps(name);
  if (steps && steps.length > MAX_STEPS) return tooMany(steps.length);
  if (steps) return { kind: 'steps', steps };
  const hint =
    didYouMean(name.replace(/^(?:CodeDeployDefault\.)?(?:Lambda)?/, ''), PRESET_NAMES) ||
    ` Expected steps such as "5%/5m, 50%/10m", or a preset such as ${PRESET_NAMES[1]}.`;
  return { kind: 'problems', problems: [`"${name}" is not the name of a preset.${hint}`] };
}

function tooMany(count: number): ParsedSteps {
  return { kind: 'problems', problems: [`${count} steps; expected at most ${MAX_STEPS}`] };
}

function parseStep(text: string): Step | string {
  const [weightText = '', holdText, ...more] = text.split('/').map((part) => part.trim());
  if (holdText === undefined || more.length > 0) return `"${text}": ${STEP_FORM}`;
  const weight = parseWeight(weightText);
  if (typeof weight === 'string') return `"${text}": ${weight}`;
  const holdSeconds = parseDuration(holdText);
  if (holdSeconds === undefined) {
    return `"${text}": "${holdText}" is not a duration; expected for example 30s, 5m or 1h`;
  }
  if (holdSeconds === 0) return `"${text}": a step of 0 s measures nothing; expected at least 1s`;
  return { weight, holdSeconds };
}

/** Parses a weight such as `5%` or `12.25 %`; returns a description of the problem if it is invalid. */
function parseWeight(text: string): number | string {
  const match = /^(\d{1,10})(?:\.(\d{1,10}))?\s*%$/.exec(text);
  if (!match) return `"${text}" is not a percentage; expected for example 5% or 12.25%`;
  if ((match[2] ?? '').length > 2) {
    return `"${text}" has more than two decimals, which API Gateway may not keep`;
  }
  const weight = Number(`${match[1]}.${match[2] ?? 0}`);
  if (weight <= 0)
    return `a weight of ${text} sends no traffic to the canary; expected more than 0%`;
  if (weight > 100) return `a weight of ${text} is above 100%`;
  return weight;
}

function orderProblems(steps: readonly Step[]): string[] {
  return steps.flatMap((step, i) => {
    const before = steps[i - 1];
    return before && step.weight <= before.weight
      ? [`${step.weight}% follows ${before.weight}%; expected each step to be larger than the last`]
      : [];
  });
}
