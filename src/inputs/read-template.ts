// The inputs `appspec` and `template`: a CodeDeploy or SAM file that replaces other inputs.

import { quote } from '../base/quote.ts';
import { parseSteps } from '../rollout/steps.ts';
import type { OtherInputs, ReleaseFacts } from '../templates/release-facts.ts';
import { readSupplied } from '../templates/template-parameters.ts';
import { mayBeTerraform } from '../templates/terraform-mark.ts';
import { readCheckoutFile } from './checkout-file.ts';
import { readSamSettings } from './read-sam-config.ts';

export interface TemplateFacts extends Omit<ReleaseFacts, 'problems'> {
  /** `template "template.yaml"`; empty if neither file is named. */
  readonly source: string;
  /** Its problems have been reported. */
  readonly isWrong: boolean;
}

/**
 * A template that CloudFormation accepts has 1 MB, but what a framework writes has spaces in it, and what SAM reads has
 * comments, which do not count.
 */
const MAX_BYTES = 5_000_000;
/** What Terraform shows has everything that it manages. */
const MAX_JSON_BYTES = 100_000_000;

const NOTHING: TemplateFacts = { source: '', values: {}, current: {}, notes: [], isWrong: false };

/**
 * Reads the named file, if any. Adds every error to the problems.
 *
 * @param textOf returns the text of an input; empty if not set
 */
export async function readTemplate(
  textOf: (name: string) => string,
  { workspace, region }: { readonly workspace: string; readonly region: string },
  problems: string[],
): Promise<TemplateFacts> {
  const [appSpec, template] = [textOf('appspec'), textOf('template')];
  if (template === '' && textOf('template-parameters') !== '') {
    problems.push('template-parameters: there is no template; expected the input template');
  }
  if (template === '' && textOf('sam-config') !== '') {
    problems.push('sam-config: there is no template; expected the input template');
  }
  if (appSpec !== '' && template !== '') {
    problems.push('appspec, template: both are given; expected one of them');
  }
  const kind = template === '' ? 'appspec' : 'template';
  const path = textOf(kind);
  if (path === '') return NOTHING;
  const source = `${kind} ${quote(path)}`;
  const sam = await readSamSettings(textOf('sam-config'), { workspace, region }, problems);
  const file = readFile(kind, path, workspace);
  if ('problem' in file) {
    problems.push(`${source}: ${file.problem}`);
    return { ...NOTHING, isWrong: true };
  }
  const supplied = readSupplied(textOf('template-parameters'), problems);
  const gives = (name: string) => textOf(name) !== '';
  // Logical IDs are names then, which are looked up later.
  const namesLater = gives('stack');
  const given = { gives, supplied, configured: sam.parameters, region, stepsOf, namesLater };
  const described = await read(kind, file.text, given, sam.stack);
  problems.push(...described.problems.map((problem) => `${source}: ${problem}`));
  return {
    ...described,
    source,
    isWrong: described.problems.length > 0,
    notes: [...sam.notes, ...described.notes.map((says) => `${source}: ${says}`)],
  };
}

function readFile(kind: 'appspec' | 'template', path: string, workspace: string) {
  const isJson = kind === 'template' && path.endsWith('.json');
  const file = readCheckoutFile(path, workspace, isJson ? MAX_JSON_BYTES : MAX_BYTES);
  if ('problem' in file || file.text.length <= MAX_BYTES || mayBeTerraform(file.text)) return file;
  return { problem: `it has ${file.text.length} characters; expected at most ${MAX_BYTES}` };
}

/** By its steps, a schedule is the same whatever it is called. */
function stepsOf(text: string): string {
  const parsed = parseSteps(text);
  return parsed.kind === 'steps' ? JSON.stringify(parsed.steps) : text;
}

async function read(
  kind: 'appspec' | 'template',
  text: string,
  given: OtherInputs,
  stack: string | undefined,
): Promise<ReleaseFacts> {
  if (kind === 'template' && mayBeTerraform(text)) {
    const { terraformTemplate } = await import('../templates/terraform.ts');
    const { readMade } = await import('../templates/sam.ts');
    return readMade(terraformTemplate(text), given);
  }
  const { parseTree } = await import('../templates/parse.ts');
  const { plainValue } = await import('../templates/plain-scalar.ts');
  const parsed = await parseTree(text, kind === 'template' ? plainValue : undefined);
  if (parsed.kind === 'problem') {
    const { onlyProblem } = await import('../templates/release-facts.ts');
    return onlyProblem(parsed.problem);
  }
  if (kind === 'appspec') {
    return (await import('../templates/app-spec.ts')).readAppSpec(parsed.tree, given);
  }
  const { readSam } = await import('../templates/sam.ts');
  const facts = readSam(parsed.tree, given);
  if (facts.problems.length === 0 || stack === undefined || given.namesLater) return facts;
  // The stack is read only if it has names that the template lacks.
  const later = readSam(parsed.tree, { ...given, namesLater: true });
  if (later.problems.length >= facts.problems.length) return facts;
  return {
    ...later,
    values: { ...later.values, stack },
    notes: [...later.notes, `names that it does not contain are those of the stack ${stack}`],
  };
}
