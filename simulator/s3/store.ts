// The buckets and objects of a small S3: what uploads of code need.

import type { Random } from '../random.ts';
import { AwsError } from '../service.ts';
import type { ObjectReader } from '../world.ts';

interface StoredObject {
  /** Every bucket has versioning. */
  readonly version: string;
  readonly content: Uint8Array;
}

interface Bucket {
  readonly region: string;
  /** By key, the newest last. */
  readonly objects: Map<string, StoredObject[]>;
}

export interface ObjectStore extends ObjectReader {
  /** @throws AwsError if there is one already. */
  createBucket(name: string, region: string): void;
  /** @returns its version. @throws AwsError if the bucket does not exist, or is in another Region. */
  put(bucket: string, key: string, content: Uint8Array): string;
}

/** @param region of the endpoint that is asked */
export function createObjectStore(random: Random, region: string): ObjectStore {
  const buckets = new Map<string, Bucket>();
  const find = (name: string): Bucket => {
    const bucket = buckets.get(name);
    if (!bucket) throw new AwsError('NoSuchBucket', 404, 'The specified bucket does not exist');
    if (bucket.region === region) return bucket;
    throw new AwsError(
      'PermanentRedirect',
      301,
      `The bucket is in this region: ${bucket.region}. Please use this region to retry the request`,
      { headers: { 'x-amz-bucket-region': bucket.region } },
    );
  };
  return {
    createBucket: (name, where) => {
      if (buckets.has(name)) {
        throw new AwsError('BucketAlreadyOwnedByYou', 409, 'The bucket exists already');
      }
      buckets.set(name, { region: where, objects: new Map() });
    },
    put: (name, key, content) => {
      const { objects } = find(name);
      const version = random.uuid().replaceAll('-', '');
      objects.set(key, [...(objects.get(key) ?? []), { version, content }]);
      return version;
    },
    read: (name, key, version) => {
      const found = find(name).objects.get(key);
      if (!found) throw new AwsError('NoSuchKey', 404, 'The specified key does not exist.');
      const object =
        version === undefined ? found.at(-1) : found.find((one) => one.version === version);
      if (object) return object.content;
      throw new AwsError('NoSuchVersion', 404, 'The specified version does not exist.');
    },
  };
}
