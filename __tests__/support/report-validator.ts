// docs/report.schema.json as a judge of reports.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';

const FILE = fileURLToPath(new URL('../../docs/report.schema.json', import.meta.url));

export const reportSchema = JSON.parse(readFileSync(FILE, 'utf8')) as {
  readonly properties: Readonly<Record<string, unknown>>;
};

/** What is wrong with a report, one problem a line: members that it may not lack, and their values. */
export const problemsOf = validator(reportSchema);

/** The same, and a member that the schema does not describe is a problem as well. */
export const exactProblemsOf = validator(closed(reportSchema) as object);

function validator(schema: object): (report: unknown) => readonly string[] {
  const validate = new Ajv2020({ allErrors: true }).compile(schema);
  return (report) => {
    // As it is in the file: a member that is undefined is not there.
    validate(JSON.parse(JSON.stringify(report)));
    return (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
  };
}

/** The same schema without room for members that it does not describe. */
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const inner = Object.fromEntries(Object.entries(part).map(([k, v]) => [k, closed(v)]));
  return [inner.type].flat().includes('object') ? { ...inner, additionalProperties: false } : inner;
}
