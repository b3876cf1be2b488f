// The parsers of `code` and `code-bucket`: where the code of functions comes from.

import { partitionOf } from '../base/partitions.ts';
import { quote } from '../base/quote.ts';
import { bad, ok, type Parsed, type Parser } from './fields.ts';
import { twice } from './list-fields.ts';
import type { CodeSource } from './values.ts';

/** The source of the only function, or `orders=…`. The key of a single source is empty. */
export function codeSources(region: string): Parser<Readonly<Record<string, CodeSource>>> {
  return (text) => {
    const items = splitSources(text).map((item) => {
      const [, name = '', source = item] = NAMED.exec(item) ?? [];
      return { name, source: parseSource(source, region) };
    });
    const problems = items.flatMap(({ source }) => (source.ok ? [] : source.problems));
    problems.push(...twice(items.map(({ name }) => name || 'the only function')));
    if (problems.length > 0) return bad(...problems);
    return ok(
      Object.fromEntries(
        items.flatMap(({ name, source }) => (source.ok ? [[name, source.value]] : [])),
      ),
    );
  };
}

const NAMED = /^([A-Za-z0-9_-]{1,64})\s*=\s*(.*)$/s;

/** Paths and keys may contain commas, so a comma separates only before another name. */
function splitSources(text: string): readonly string[] {
  return text
    .split(/\n|,(?=\s*[A-Za-z0-9_-]{1,64}\s*=)/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function parseSource(text: string, region: string): Parsed<CodeSource> {
  if (text.startsWith('s3://')) return parseObject(text);
  if (/\.dkr\.ecr[.-]/.test(text)) return parseImage(text, region);
  if (text === '') return bad('"" is no code; expected for example orders=dist/orders.zip');
  if (/^(?:[[{]|[a-z][a-z0-9+.-]*:\/\/)/i.test(text)) {
    return bad(
      `${quote(text)} is not understood; expected a file or folder of the checkout, s3://BUCKET/KEY#VERSION, or an image in ECR`,
    );
  }
  return ok({ kind: 'path', text, path: text });
}

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** A key may contain `#`; the version comes after the last one. */
function parseObject(text: string): Parsed<CodeSource> {
  const [, bucket = '', key = '', version] =
    /^s3:\/\/([^/]*)\/(.*?)(?:#([^#/]*))?$/s.exec(text) ?? [];
  if (!BUCKET.test(bucket) || key === '') {
    return bad(`${quote(text)} is not an object in S3; expected s3://BUCKET/KEY#VERSION`);
  }
  if (!version) {
    return bad(
      `${quote(text)} names no version, so another upload would change it; expected s3://${bucket}/${key}#VERSION. The version ID is what the upload returned, if the bucket has versioning`,
    );
  }
  return ok({ kind: 'object', text, bucket, key, version });
}

const IMAGE =
  /^\d{12}\.dkr\.ecr(?:-fips)?\.([a-z0-9-]{1,32})\.([a-z0-9.-]{1,32})\/([a-z0-9][a-z0-9._/-]{0,255})(.*)$/;

function parseImage(text: string, region: string): Parsed<CodeSource> {
  const [, where = '', suffix = '', repository = '', which = ''] = IMAGE.exec(text) ?? [];
  const example = `123456789012.dkr.ecr.${region || 'eu-central-1'}.amazonaws.com/orders@sha256:…`;
  if (repository === '') return bad(`${quote(text)} is not an image in ECR; expected ${example}`);
  const digest = /^@sha256:([0-9a-f]{64})$/.exec(which)?.[1];
  if (digest === undefined) {
    return bad(
      `${quote(text)} ${which.startsWith('@') ? 'has no valid digest' : 'names no digest, and a tag moves'}; expected ${example}, such as the output digest of docker/build-push-action`,
    );
  }
  if (region !== '' && where !== region) {
    return bad(
      `${quote(text)} is in ${where}, but the job uses ${region}; Lambda takes images of its own Region`,
    );
  }
  if (region !== '' && suffix !== partitionOf(region).dnsSuffix) {
    return bad(`${quote(text)} is not an image in ECR of ${region}; expected ${example}`);
  }
  return ok({ kind: 'image', text, uri: text, digest, repository });
}

/** May be empty. */
export const bucketName: Parser<string> = (text) =>
  text === '' || BUCKET.test(text)
    ? ok(text)
    : bad(`${quote(text)}; expected the name of a bucket in S3, without s3://`);
