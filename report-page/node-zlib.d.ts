// The page shares modules with the action, one of which compresses stored records. The page itself never calls it, and may use
// nothing else of Node: a name that is not declared here fails its type check.

declare module 'node:zlib' {
  export function deflateRawSync(bytes: Uint8Array): Uint8Array;
  export function inflateRawSync(
    bytes: Uint8Array,
    options: { readonly maxOutputLength: number },
  ): Uint8Array;
}
