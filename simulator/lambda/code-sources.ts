// The code in a request: a ZIP file, an object in S3, or an image.

import { createHash } from 'node:crypto';
import { AwsError, type AwsRequest, NotImplemented, type Permission } from '../service.ts';
import type { ObjectReader, Place } from '../world.ts';
import { readArchive } from './archive.ts';
import { invalidParameter } from './errors.ts';
import type { Code } from './model.ts';
import { isMembers, type Members, optionalString } from './wire.ts';

/** Lambda developer guide, "Lambda quotas"; the text: serverless/serverless#2494. */
const MOST_SENT = 69_905_067;

/** @throws AwsError if the request is larger than Lambda accepts. */
export function requireSize(body: Buffer, operation: string): void {
  if (body.length <= MOST_SENT) return;
  throw new AwsError(
    'RequestEntityTooLargeException',
    413,
    `Request must be smaller than ${MOST_SENT} bytes for the ${operation} operation`,
  );
}

/** @throws AwsError if there is no code, or it cannot be read. */
export function codeIn(members: Members, objects: ObjectReader): Code {
  if (members.SourceKMSKeyArn) throw new NotImplemented('Lambda code encrypted with a key');
  const image = optionalString(members, 'ImageUri');
  if (image) return imageCode(image);
  const bucket = optionalString(members, 'S3Bucket');
  if (bucket) return readArchive(fromObject(members, bucket, objects));
  const zip = optionalString(members, 'ZipFile');
  if (zip === undefined) throw invalidParameter('Please provide a source for function code.');
  return readArchive(Buffer.from(zip, 'base64'));
}

/** The error of S3 in the words of Lambda (hashicorp/terraform#16821). */
function fromObject(members: Members, bucket: string, objects: ObjectReader): Uint8Array {
  const key = optionalString(members, 'S3Key') ?? '';
  try {
    return objects.read(bucket, key, optionalString(members, 'S3ObjectVersion'));
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw invalidParameter(
      `Error occurred while GetObject. S3 Error Code: ${error.code}. S3 Error Message: ${error.message}`,
    );
  }
}

/** There is no ECR: every image exists, and none can be run. Of a tag, the digest is made up. */
function imageCode(imageUri: string): Code {
  const digest = /@sha256:([0-9a-f]{64})$/.exec(imageUri)?.[1];
  const sha256 = digest ?? createHash('sha256').update(imageUri).digest('hex');
  return { zip: new Uint8Array(), sha256, imageUri };
}

/**
 * A function stays what it was created as (appleboy/lambda-action#28, umihico/pythonista-chromeless#19).
 * @throws AwsError in the words of AWS
 */
export function requireSameKind(code: Code, before: Code): void {
  if ((code.imageUri === undefined) === (before.imageUri === undefined)) return;
  throw invalidParameter(
    code.imageUri === undefined
      ? 'Please provide ImageUri when updating a function with packageType Image.'
      : "Please don't provide ImageUri when updating a function with packageType Zip.",
  );
}

/** Lambda reads the object in the caller's name. */
export function readPermissions({ partition }: Place) {
  return ({ body }: AwsRequest): readonly Permission[] => {
    const members = parsed(body);
    const source = isMembers(members.Code) ? members.Code : members;
    if (!source.S3Bucket) return [];
    const action = source.S3ObjectVersion ? 's3:GetObjectVersion' : 's3:GetObject';
    return [{ action, resource: `arn:${partition}:s3:::${source.S3Bucket}/${source.S3Key}` }];
  };
}

function parsed(body: Buffer): Members {
  try {
    const found: unknown = JSON.parse(body.toString('utf8'));
    return isMembers(found) ? found : {};
  } catch {
    // A malformed body is refused when the operation is performed.
    return {};
  }
}
