// Masks what a log line may contain of people and secrets, for `log-samples: true`. GitHub masks registered secrets in the
// job log only, and comments are public and mailed. Rather too much is masked than too little. Escaping for Markdown is
// not done here.

/** Stands where something was masked. */
const MASK = '***';

type Rule = readonly [form: RegExp, replacement: string | ((found: string) => string)];

/** In this order. Each expression is bounded, so that its time grows with the length of the text and no faster. */
const RULES: readonly Rule[] = [
  // A private key, or the beginning of one.
  [/-----BEGIN [A-Z ]{1,40}-----[^-]{0,8000}(?:-----END [A-Z ]{1,40}-----)?/g, MASK],
  // JSON Web Tokens, and anything else in Base64 that begins as they do.
  [/eyJ[\w-]{1,4000}(?:\.[\w-]{0,4000}){0,4}/g, MASK],
  // IDs of access keys and of other principals (IAM user guide, "IAM identifiers").
  [/(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA|AGPA|ANPA|ANVA|APKA|ASCA)[A-Z0-9]{12,124}/g, MASK],
  [/gh[pousr]_\w{10,255}|github_pat_\w{10,255}|xox[abprs]-[\w-]{10,255}|sk_\w{10,255}/g, MASK],
  [/\b(bearer|basic|digest|negotiate)\s{1,3}[\w.~+/=:-]{1,4000}/gi, `$1 ${MASK}`],
  // Named values, in JSON, in a query, or in words; not the message of a `KeyError`.
  [
    /((?:passw(?:or)?d|pwd|passphrase|secret|token|key|credential|auth|session|cookie|signature|pin|otp)\w{0,30}(?<!Error|Exception)\\?["']?\s{0,3}[:=]\s{0,3})(?:\\?"[^"]{0,4000}"?|'[^']{0,4000}'?|[^\s"',;&}\]]{1,4000})/gi,
    `$1${MASK}`,
  ],
  // User and password in an address, and everything in its query.
  [/:\/\/[^\s/@]{1,300}@/g, `://${MASK}@`],
  [/(?<=[\w/.})])\?[^\s"'<>=]{1,200}=[^\s"'<>]{0,4000}/g, `?${MASK}`],
  [/[^\s"<>(),;[\]]{3,4000}/g, withoutAddress],
  [/(?:\d{1,3}\.){3}\d{1,3}/g, MASK],
  [/(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}/gi, MASK],
  [/(?<![\w:])(?=[0-9a-f:]{3})[0-9a-f:]{0,40}::[0-9a-f:]{0,40}(?![\w:])/gi, MASK],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, MASK],
  // Long texts without blanks that have letters and digits, such as keys and digests.
  [/[\w+/=-]{32,4000}/g, withoutKey],
  // Accounts, cards, telephone numbers: also in groups of digits.
  [/\d(?:[ -]?\d){8,40}/g, MASK],
];

/** A word with an e-mail address; not one with the name of a package, such as `node_modules/@scope/name.js`. */
function withoutAddress(word: string): string {
  return /.@[^@/]*\./.test(word) ? MASK : word;
}

function withoutKey(word: string): string {
  return /\d/.test(word) && /[A-Za-z]/.test(word) ? MASK : word;
}

const LONGEST = 300;
/** Text after this is not looked at. */
const MOST_READ = 10_000;

/** One line of at most 300 characters, with everything masked that looks private. */
export function scrub(text: string): string {
  const line = withoutPart(text)
    .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
    .trim();
  const masked = RULES.reduce(masking, line);
  return masked.length > LONGEST ? `${cut(masked)} …` : masked;
}

function masking(text: string, [form, replacement]: Rule): string {
  // The two cases are two signatures of the same function.
  return typeof replacement === 'string'
    ? text.replace(form, replacement)
    : text.replace(form, replacement);
}

/** Without the word at the end, of which only a part may have been read: a part of a number is not masked. */
function withoutPart(text: string): string {
  if (text.length <= MOST_READ) return text;
  const start = text.slice(0, MOST_READ);
  const end = Math.max(...[' ', '\n', '\r', '\t'].map((blank) => start.lastIndexOf(blank)));
  return start.slice(0, Math.max(0, end));
}

/** Not within a pair of code units. */
function cut(text: string): string {
  return text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '');
}
