// Whether Terraform leaves the tags of the action alone. The state of an open release is in tags of its functions, which
// Terraform does not know, so an apply would remove them (AWS provider, "Resource tagging", ignore_tags).

export const IGNORE_TAGS = 'ignore_tags { key_prefixes = ["canary-action:"] }';

/** @param texts Terraform's files; a comment or another provider may have it, too: it is only for a note */
export function ignoresTags(texts: readonly string[]): boolean {
  return texts.some((text) => /\bignore_tags\s{0,20}\{[^}]{0,500}"canary-action:"/.test(text));
}
