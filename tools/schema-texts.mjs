// The SDK's clients describe all operations of their service in one module, and this action uses a tenth of them. There,
// each text is a constant, also where it is the name of a member: `{ [_hQ]: _p }`. A bundler cannot know that such a name
// is a text, so it keeps the operation, and all that it names, although nothing uses it.

const TEXT = /^const (_\w+) = ("[^"\n]*");\n/gm;

/** A text, which is left; the name of a member; a name; two flags. */
const TOKEN = /"[^"\n]*"|\[(_\w+)\](?=:)|\b_\w+\b|\b(\d+) \| (\d+)\b/g;

/** The same module with the texts, and the sums of flags, in their places. */
export function withTexts(module) {
  const texts = new Map();
  const rest = module.replace(TEXT, (_, name, text) => {
    texts.set(name, text);
    return '';
  });
  return rest.replace(TOKEN, (same, key, one, other) =>
    one === undefined ? (texts.get(key ?? same) ?? same) : `${one | other}`,
  );
}
