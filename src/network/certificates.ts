// Certificate authorities that a company adds to those that Node trusts.

import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';
import { KnownError, messageOf } from '../base/errors.ts';

/**
 * Node's own certificates, those of NODE_EXTRA_CA_CERTS, and those of a file in PEM. Throws a `KnownError` if the
 * file is of no use.
 *
 * @param name of the variable that names the file
 */
export function trustedWith(name: string, path: string): readonly string[] {
  const added = readPem(path, (why) => {
    throw new KnownError(
      `${name}: "${path}" ${why}; expected a file with certificates in PEM format`,
    );
  });
  return [...trustedByNode(), added];
}

function readPem(path: string, refuse: (why: string) => never): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return refuse(`cannot be read (${(error as NodeJS.ErrnoException).code ?? messageOf(error)})`);
  }
  if (!text.includes('-----BEGIN CERTIFICATE-----')) return refuse('contains no certificate');
  try {
    tls.createSecureContext({ ca: text });
  } catch (error) {
    return refuse(`cannot be used (${messageOf(error)})`);
  }
  return text;
}

/** An explicit list replaces Node's own, and with it NODE_EXTRA_CA_CERTS. */
function trustedByNode(): readonly string[] {
  // Node 20 has no such function.
  if (typeof tls.getCACertificates === 'function') return tls.getCACertificates('default');
  const extra = process.env.NODE_EXTRA_CA_CERTS;
  return [...tls.rootCertificates, ...(extra ? [readExtra(extra)] : [])].filter(Boolean);
}

/** Node only warns about a file that it cannot read. */
function readExtra(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
