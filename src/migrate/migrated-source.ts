// A file of another tool that releases gradually, as what it means.

import { isTemplate, toolOf } from '../doctor/survey-templates.ts';
import { readAppSpec } from '../templates/app-spec.ts';
import { parseTree } from '../templates/parse.ts';
import { plainValue } from '../templates/plain-scalar.ts';
import type { OtherInputs } from '../templates/release-facts.ts';
import type { MadeTemplate } from '../templates/sam.ts';
import { isServerless, serverlessTemplate } from '../templates/serverless.ts';
import { readReleases, type TemplateReleases } from '../templates/template-releases.ts';
import { terraformTemplate } from '../templates/terraform.ts';
import { mayBeTerraform } from '../templates/terraform-mark.ts';
import { isMap, type Tree } from '../templates/tree.ts';

export type SourceKind = 'sam' | 'cloudformation' | 'cdk' | 'serverless' | 'terraform' | 'appspec';

export interface Source {
  /** From the folder of the repository. */
  readonly path: string;
  readonly text: string;
  readonly kind: SourceKind;
  /** As written; of Terraform, what it means. */
  readonly tree: Tree;
  /** Of an AppSpec empty. */
  readonly made: MadeTemplate;
}

export type SourceReading =
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'problem'; readonly problem: string }
  /** Nothing that could release. */
  | { readonly kind: 'other' };

/** What may be released gradually in a file of any of these tools. */
const GRADUAL =
  /DeploymentPreference|CodeDeployLambdaAliasUpdate|deploymentSettings|Canary(?:Setting|_settings)|aws_codedeploy_deployment_group|CurrentVersion/i;

export function mayBeGradual(text: string): boolean {
  return GRADUAL.test(text);
}

export async function readSource(path: string, text: string): Promise<SourceReading> {
  if (mayBeTerraform(text)) {
    const made = terraformTemplate(text);
    return found({ path, text, kind: 'terraform', tree: made.template, made });
  }
  const parsed = await parseTree(text, plainValue);
  if (parsed.kind === 'problem') return parsed;
  const { tree } = parsed;
  if (isServerless(tree)) {
    return found({ path, text, kind: 'serverless', tree, made: serverlessTemplate(tree) });
  }
  if (!isMap(tree)) return { kind: 'other' };
  if (isTemplate(tree)) {
    const tool = /(?:^|\/)cdk\.out\//.test(path) ? 'cdk' : toolOf(tree);
    const kind = tool === 'terraform' ? 'cloudformation' : tool;
    return found({ path, text, kind, tree, made: { template: tree, notes: [], problems: [] } });
  }
  if (!isAppSpec(text)) return { kind: 'other' };
  // Numbers of versions are read as they are written.
  const written = await parseTree(text);
  if (written.kind === 'problem') return written;
  const made = { template: new Map(), notes: [], problems: [] };
  return found({ path, text, kind: 'appspec', tree: written.tree, made });
}

function found(source: Source): SourceReading {
  return { kind: 'source', source };
}

function isAppSpec(text: string): boolean {
  return /AWS::Lambda::Function/.test(text) && /CurrentVersion/i.test(text);
}

export function releasesIn({ kind, tree, made }: Source, given: OtherInputs): TemplateReleases {
  if (kind !== 'appspec') return readReleases(made, given);
  const { values, notes, problems } = readAppSpec(tree, given);
  const { version: _, ...kept } = values;
  const releases = problems.length > 0 ? [] : [{ values: kept, functions: [] }];
  return { releases, why: [], notes, problems };
}
