// Approvals that people gave, as stored in a tag.

/** An approval is for one rollout, up to one weight. */
export interface GivenApproval {
  /** In %. */
  readonly weight: number;
  /** Seconds since the epoch. */
  readonly at: number;
  /** The login, in the characters that a tag allows. */
  readonly by: string;
}

/** That many fit into the value of a tag, whatever the logins are. */
export const MOST_APPROVALS = 4;

/** What says who may approve, in the characters that inputs and tags allow. */
export const APPROVERS = /^(?:CODEOWNERS [^\s\p{C}][^\p{C}]{0,199}|@[\w@/., -]{1,199})$/u;

/** @param by a name from outside */
export function approval(weight: number, at: number, by: string): GivenApproval {
  return { weight, at: Math.floor(at), by: by.replace(/[^\w.-]/g, '_').slice(0, 39) || 'unknown' };
}

/** When the rollout began, in seconds since the epoch. */
interface Begun {
  readonly startedAt: number;
}

/** `50/1a/maria+100/2zz/jo`: weight, seconds since the start of the rollout in base 36, login. */
export function formatApprovals(approvals: readonly GivenApproval[], { startedAt }: Begun): string {
  return approvals
    .map(({ weight, at, by }) => [weight, Math.max(0, at - startedAt).toString(36), by].join('/'))
    .join('+');
}

/** `undefined`: the text has another form. */
export function parseApprovals(
  text: string,
  { startedAt }: Begun,
): readonly GivenApproval[] | undefined {
  const found = text.split('+').map((part): GivenApproval | undefined => {
    const [, weight = '', since = '', by = ''] =
      /^(\d{1,3}(?:\.\d{1,2})?)\/([0-9a-z]{1,6})\/([\w.-]{1,39})$/.exec(part) ?? [];
    return by === '' || Number(weight) > 100
      ? undefined
      : { weight: Number(weight), at: startedAt + Number.parseInt(since, 36), by };
  });
  return found.length <= MOST_APPROVALS && found.every((one) => one !== undefined)
    ? found
    : undefined;
}

/** The path whose owners may approve; or people and teams, as `@login` and `@org/team`. */
export function splitApprovers(text: string): {
  readonly path: string | undefined;
  readonly named: readonly string[];
} {
  const path = /^CODEOWNERS (.+)$/.exec(text)?.[1];
  const named = path === undefined ? text.split(',').map((word) => word.trim()) : [];
  return { path, named: named.filter((word) => word !== '') };
}
