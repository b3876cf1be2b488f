// The regular expressions of filter patterns: a subset (user guide, "Supported regular expressions syntax"), without
// groups and multi-byte characters.

import { invalidPattern } from './invalid.ts';

const SUPPORTED = /^(?:[A-Za-z0-9:_#=@/;,\-^$?[\]{}|*+.]|\\[\x21-\x7e])+$/;

/** @throws AwsError for an expression with something that is not supported. */
export function compileRegex(source: string): RegExp {
  if (!SUPPORTED.test(source)) throw invalidPattern();
  try {
    return new RegExp(source);
  } catch {
    throw invalidPattern();
  }
}
