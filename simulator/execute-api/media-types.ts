// An API's binary media types: which bodies are bytes rather than text, in requests and answers.

/** `type` is a Content-Type or Accept value; the list may contain wildcards (any, image/any). */
export function isBinary(type: string | undefined, binaryMediaTypes: readonly string[]): boolean {
  if (binaryMediaTypes.includes('*/*')) return true;
  const offered = (type ?? '').split(',').map((part) => part.split(';')[0]!.trim().toLowerCase());
  return binaryMediaTypes.some((binary) => {
    const family = /^(.+\/)\*$/.exec(binary)?.[1];
    return offered.some((one) => (family ? one.startsWith(family) : one === binary.toLowerCase()));
  });
}
