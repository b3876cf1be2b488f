// Whether a call failed on its way to AWS, and what to do about it.

import { errorName, messageOf, type SdkError } from '../base/errors.ts';

/** Errors of Node's for a certificate that is not trusted, has expired, or belongs to another host. */
const CERTIFICATE =
  /^(ERR_TLS_CERT|SELF_SIGNED_|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|CERT_)/;

const NETWORK =
  /^(E(CONN\w+|PIPE|TIMEDOUT|HOSTUNREACH|HOSTDOWN|NETUNREACH|NETDOWN|NOTFOUND|AI_\w+|ADDRNOTAVAIL|PROTO)|ERR_(TLS|SSL)_\w+|ERR_SSL\w*|HPE_\w+)$/;

/** @returns why AWS could not be reached; `undefined`: it could, or the error says nothing of it */
export function whyUnreachable(error: unknown): string | undefined {
  const first = firstOf(error);
  const code = codeOf(first);
  if (CERTIFICATE.test(code)) {
    return `${messageOf(first)}; if a proxy in between has a certificate of its own, name its authority in AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS`;
  }
  const name = errorName(first);
  const failed = name === 'TimeoutError' || name === 'ProxyError' || NETWORK.test(code);
  return failed ? messageOf(first) : undefined;
}

function codeOf(error: unknown): string {
  const code = (error as SdkError | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** Where several addresses of one host were tried, Node's error has no message, and one error for each. */
function firstOf(error: unknown): unknown {
  const { errors } = (error ?? {}) as { readonly errors?: unknown };
  return Array.isArray(errors) && errors.length > 0 ? errors[0] : error;
}
