// The edits of SAM and Terraform files. Edits are kept only if, read again, they make their functions ready.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { known } from '../base/errors.ts';
import { adviseOn } from '../doctor/advice.ts';
import { aliasOfMode, type Diagnosis, diagnose, isReady } from '../doctor/diagnose.ts';
import type { HclFile } from '../hcl/hcl-model.ts';
import { parseHcl } from '../hcl/hcl-parser.ts';
import { applyEdits, type PlannedFile, type TextEdit } from '../init/planned-file.ts';
import { samEdits } from '../init/sam-edits.ts';
import { aliasEdits, stageEdits } from '../init/terraform-edits.ts';
import { findFiles } from '../survey/find-files.ts';
import { readFolder } from '../survey/read-folder.ts';

export interface EditedInfrastructure {
  /** With paths within the folder. */
  readonly files: readonly PlannedFile[];
  /** What to do by hand, in place of an edit. */
  readonly code: readonly string[];
  readonly notes: readonly string[];
}

type Edits = ReadonlyMap<string, readonly TextEdit[]>;

/** @param diagnoses of the files alone: what is deployed does not change them */
export async function editInfrastructure(
  folder: string,
  diagnoses: readonly Diagnosis[],
): Promise<EditedInfrastructure> {
  const unready = diagnoses.filter((each) => !isReady(each) && each.mode.kind !== 'none');
  const sam = unready.filter(({ fact }) => fact.tool === 'sam');
  const terraform = unready.filter(({ fact }) => fact.tool === 'terraform');
  const edits = new Map([
    ...(await editsOfSam(folder, sam)),
    ...editsOfTerraform(folder, terraform),
  ]);
  const texts = new Map(
    [...edits].map(([path, own]) => [path, applyEdits(textIn(folder, path), own)] as const),
  );
  const again = diagnose((await readFolder(folder, undefined, texts)).survey);
  const failed = [...sam, ...terraform].filter(
    ({ fact }) => !again.some((each) => each.fact.id === fact.id && isReady(each)),
  );
  const files = [...texts]
    .filter(([path, text]) => text !== textIn(folder, path))
    .map(([path, text]) => ({ path, text, before: textIn(folder, path), isEdit: true }));
  return { files, code: [], notes: failed.flatMap(byHand) };
}

function byHand(diagnosis: Diagnosis): readonly string[] {
  return adviseOn(diagnosis).change.map((step) => `${diagnosis.fact.label}, by hand: ${step}`);
}

function textIn(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

async function editsOfSam(folder: string, diagnoses: readonly Diagnosis[]): Promise<Edits> {
  const edits = new Map<string, readonly TextEdit[]>();
  const pathOf = ({ fact }: Diagnosis) => fact.id.replace(/#.*$/, '');
  for (const path of new Set(diagnoses.map(pathOf))) {
    const own = diagnoses.filter((each) => pathOf(each) === path);
    const wanted = own.flatMap((diagnosis) => {
      const { fact, aliases } = diagnosis;
      const alias = aliasOfMode(diagnosis);
      const logicalId = fact.id.slice(fact.id.indexOf('#') + 1);
      return alias === undefined ? [] : [{ logicalId, alias, hasAlias: aliases.length > 0 }];
    });
    edits.set(path, await samEdits(textIn(folder, path), wanted));
  }
  return edits;
}

/** Only resources of modules that are called by none, whose addresses have no module. */
function editsOfTerraform(folder: string, diagnoses: readonly Diagnosis[]): Edits {
  const edits = new Map<string, TextEdit[]>();
  if (diagnoses.length === 0) return edits;
  const files = findFiles(folder)
    .paths.filter((path) => path.endsWith('.tf'))
    .flatMap((path) => parsed(path, textIn(folder, path)));
  const done = new Set<string>();
  for (const diagnosis of diagnoses) {
    const { fact, movers } = diagnosis;
    const alias = aliasOfMode(diagnosis);
    const name = /^aws_lambda_function\.([\w-]+)/.exec(fact.label)?.[1];
    const own = files.filter(({ path }) => folderOf(path) === folderOf(fact.where));
    if (name === undefined || done.has(`${folderOf(fact.where)}/${name}`)) continue;
    done.add(`${folderOf(fact.where)}/${name}`);
    const stages = movers
      .filter(({ kind }) => kind === 'stage-not-ignored')
      .flatMap(({ by }) => /aws_api_gateway_stage\.([\w-]+)/.exec(by)?.[1] ?? []);
    const found = [
      ...(alias === undefined ? [] : aliasEdits(own, name, alias)),
      ...stages.flatMap((stage) => stageEdits(own, stage)),
    ];
    for (const { path, ...edit } of found) {
      const before = edits.get(path) ?? [];
      const isThere = before.some((each) => each.start === edit.start && each.text === edit.text);
      if (!isThere) edits.set(path, [...before, edit]);
    }
  }
  return edits;
}

function parsed(path: string, text: string): readonly HclFile[] {
  try {
    return [parseHcl(path, text)];
  } catch (error) {
    // The doctor says why.
    known(error);
    return [];
  }
}

function folderOf(path: string): string {
  const file = path.replace(/:\d+$/, '');
  return file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
}
