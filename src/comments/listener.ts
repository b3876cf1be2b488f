// Comment commands for a rollout while a run drives it. Comments are read concurrently with the loop, which never
// waits: what GitHub does not return is requested again at the next check.

import type { Evidence } from '../analysis/evidence.ts';
import { type KnownError, known, messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { logBug } from '../base/log.ts';
import { now } from '../base/time.ts';
import type { Conversation, PostedComment, Reaction } from '../github/conversation.ts';
import type { Feedback } from '../inputs/inputs.ts';
import { approvedText, noApprovalText } from '../report/approval-text.ts';
import { commentMarker } from '../report/comment-body.ts';
import type { PersonReport } from '../report/report.ts';
import { type MeaningOfPromote, meaningOfPromote } from '../rollout/approval.ts';
import {
  type CommentCommand,
  isAchieved,
  isEligible,
  parseComment,
} from '../rollout/comment-command.ts';
import type { Ending } from '../rollout/decision.ts';
import type { GivenApproval } from '../rollout/given-approval.ts';
import type { Pause } from '../rollout/pause-tag.ts';
import type { StoredRollout } from '../rollout/record.ts';

/** The requests that this run received, and who made them; `undefined`: none. */
export interface Requests {
  readonly promote: string | undefined;
  readonly rollback: string | undefined;
  /** Set if a user has objected with a 👎. */
  readonly hold: string | undefined;
}

export interface CommentListener {
  /** Reads and replies to new comments, unless it has just done so. Never throws. */
  poll(rollout: StoredRollout): Promise<void>;
  /**
   * The final poll of this run: reads new comments at once. Never throws.
   *
   * @param ended how the rollout has ended, if requests can no longer affect it; `undefined`: they still count
   */
  flush(rollout: StoredRollout, ended?: Ending['kind']): Promise<void>;
  requests(): Requests;
  /** The evidence from people, for the report. */
  evidence(): readonly Evidence[];
}

const NO_REQUESTS: Requests = { promote: undefined, rollback: undefined, hold: undefined };

export const NO_COMMENTS: CommentListener = {
  poll: async () => undefined,
  flush: async () => undefined,
  requests: () => NO_REQUESTS,
  evidence: () => [],
};

export interface ListenerParts {
  readonly conversation: () => Promise<Conversation>;
  /** Stores that the rollout is paused; `undefined`: that it is not. */
  readonly setPaused: (pause: Pause | undefined) => Promise<void>;
  /** Stores an approval. */
  readonly approve: (rollout: StoredRollout, given: GivenApproval) => Promise<unknown>;
  /** Records a request and its result. */
  readonly recordRequest: (request: Omit<PersonReport, 'at'>) => void;
  readonly log: Log;
  readonly feedback: Feedback;
  /** Comments that this run executes in another way. */
  readonly handled?: readonly number[];
  /** The target's key in the marker of its progress comment, as far as the target is known by now. */
  readonly key: () => string;
}

/** GitHub allows a job's token a thousand requests per hour. */
const POLL_SECONDS = 30;

export function listen(parts: ListenerParts): CommentListener {
  const received: Received = {
    comments: new Set(parts.handled),
    objectors: new Set(),
    asked: NO_REQUESTS,
  };
  let next = 0;
  let warned = false;
  let reading: Promise<void> | undefined;
  const read = async (rollout: StoredRollout, ended: EndedAs) => {
    const { pull, startedAt } = rollout.record;
    if (pull === undefined) return;
    try {
      const conversation = await parts.conversation();
      const comments = await conversation.read(pull, startedAt);
      const execution = { ...parts, ended };
      await readCommands(execution, conversation, rollout, comments, received);
      await readReactions(execution, conversation, comments, received);
    } catch (error) {
      logBug(parts.log, error);
      const why = messageOf(error);
      if (!warned) parts.log.warning(`Comments could not be read: ${why}. The rollout continues.`);
      warned = true;
    } finally {
      next = now() + POLL_SECONDS;
    }
  };
  return {
    poll: async (rollout) => {
      if (reading || now() < next) return;
      reading = read(rollout, undefined).finally(() => {
        reading = undefined;
      });
      await reading;
    },
    flush: async (rollout, ended) => {
      await reading;
      await read(rollout, ended);
    },
    requests: () => received.asked,
    evidence: () => {
      const logins = [...received.objectors];
      if (logins.length === 0) return [];
      return [
        {
          source: { kind: 'people', logins },
          verdict: 'inconclusive',
          detail: { kind: 'disliked' },
        },
      ];
    },
  };
}

/** How the rollout has ended; `undefined`: it has not. */
type EndedAs = Ending['kind'] | undefined;

interface Execution extends ListenerParts {
  readonly ended: EndedAs;
}

const ENDED: Readonly<Record<Ending['kind'], string>> = {
  promoted: 'promoted',
  held: 'held',
  'rolled-back': 'rolled back',
  failed: 'failed',
  stuck: 'rollback failed',
};

function tooLate(ended: Ending['kind']): string {
  return `received after the release had ended: ${ENDED[ended]}`;
}

/** What this run has received so far. */
interface Received {
  readonly comments: Set<number>;
  readonly objectors: Set<string>;
  asked: Requests;
}

/** Executes each new comment once. */
async function readCommands(
  parts: Execution,
  conversation: Conversation,
  rollout: StoredRollout,
  comments: readonly PostedComment[],
  received: Received,
): Promise<void> {
  let failed: KnownError | undefined;
  for (const comment of comments) {
    if (received.comments.has(comment.id)) continue;
    try {
      await readCommand(parts, conversation, rollout, comment, received);
    } catch (error) {
      // The other comments do not wait for this one.
      failed ??= known(error);
    }
  }
  if (failed) throw failed;
}

async function readCommand(
  parts: Execution,
  conversation: Conversation,
  rollout: StoredRollout,
  comment: PostedComment,
  received: Received,
): Promise<void> {
  const { pull = 0, startedAt } = rollout.record;
  // What GitHub does not tell of its author is asked for again at the next poll.
  const command = isEligible(comment, startedAt)
    ? await authorize(conversation, parts.log, pull, comment)
    : undefined;
  received.comments.add(comment.id);
  if (!command) return;
  if (command === 'promote' && !(await mayApprove(conversation, parts.log, rollout, comment)))
    return;
  const done = await execute(parts, rollout, comment, command, received.asked);
  // From here on it counts, even if it cannot be answered.
  received.asked = done.asked;
  await conversation.answer(comment.id, done.answer);
}

async function readReactions(
  { key, recordRequest, feedback, ended }: Execution,
  conversation: Conversation,
  comments: readonly PostedComment[],
  received: Received,
): Promise<void> {
  for (const login of await dislikes(conversation, comments, key())) {
    if (received.objectors.has(login) || !(await conversation.mayWrite(login))) continue;
    received.objectors.add(login);
    const held = feedback === 'hold';
    const noted = held
      ? 'the rollout stops advancing automatically'
      : 'noted; it does not affect the rollout';
    const result = ended === undefined ? noted : tooLate(ended);
    recordRequest({ login, asked: '👎', result });
    if (held) received.asked = { ...received.asked, hold: login };
  }
}

/** The users who objected, by their reactions to the progress comment; GitHub is called only if there are any. */
async function dislikes(
  conversation: Conversation,
  comments: readonly PostedComment[],
  key: string,
): Promise<readonly string[]> {
  const marker = commentMarker(key);
  const ours = comments.find(
    ({ own, body, dislikes: count }) => own && count > 0 && body.startsWith(marker),
  );
  return ours ? conversation.dislikes(ours.id) : [];
}

/** The command of a comment if its author is authorized; everybody else gets a reply. */
export async function authorize(
  conversation: Conversation,
  log: Log,
  pull: number,
  { id, body, login }: PostedComment,
): Promise<CommentCommand | undefined> {
  const spoken = parseComment(body);
  if (spoken.kind === 'none') return undefined;
  if (await conversation.isAnswered(id)) {
    log.line(`The comment by ${login} has been answered already.`);
    return undefined;
  }
  if (!(await conversation.mayWrite(login))) {
    log.line(`${login} cannot give commands: no write access.`);
    await conversation.answer(id, 'confused');
    await conversation.refuse(pull, login);
    return undefined;
  }
  if (spoken.kind === 'command') return spoken.command;
  log.line(`The comment by ${login} was not understood: ${spoken.why}.`);
  await conversation.answer(id, 'confused');
  return undefined;
}

/** Where the release says whose approval counts, nobody else promotes it; everybody else gets a reply. */
export async function mayApprove(
  conversation: Conversation,
  log: Log,
  { record }: Pick<StoredRollout, 'record'>,
  { id, login }: Pick<PostedComment, 'id' | 'login'>,
): Promise<boolean> {
  const { plan, pull } = record;
  if (plan.approvals?.by === undefined || pull === undefined) return true;
  const why = await conversation.whyNoApprover(pull, login, plan.approvals.by);
  if (why === undefined) return true;
  log.line(`${login} cannot approve: ${why}`);
  await conversation.answer(id, 'confused');
  await conversation.refuse(pull, login, why);
  return false;
}

interface Executed {
  readonly asked: Requests;
  readonly answer: Reaction;
}

/** Executes what can be done at once, and leaves the rest to the loop's next decision. */
async function execute(
  parts: Execution,
  rollout: StoredRollout,
  comment: PostedComment,
  command: CommentCommand,
  asked: Requests,
): Promise<Executed> {
  const { setPaused, recordRequest, log, ended } = parts;
  const { phase, record } = rollout;
  const { login } = comment;
  log.notice(`/canary ${command} by ${login}`);
  if (ended !== undefined) {
    recordRequest({ login, asked: command, result: tooLate(ended) });
    return { asked, answer: isAchieved(command, ended) ? '+1' : 'confused' };
  }
  const meaning =
    command === 'promote'
      ? meaningOfPromote(rollout, { by: login, at: comment.createdAt })
      : undefined;
  if (meaning && meaning.kind !== 'promote') {
    return { asked, answer: await approveBy(parts, rollout, login, meaning) };
  }
  const inStep = phase.kind === 'step';
  const impossible = (command === 'pause' || command === 'promote') && !inStep;
  try {
    if (command === 'pause' && inStep) {
      await setPaused({ since: Math.floor(now()), by: record.id });
    }
    if (command === 'resume') await setPaused(undefined);
  } catch (error) {
    recordRequest({ login, asked: command, result: `failed: ${messageOf(error)}` });
    throw error;
  }
  const result = impossible ? 'not possible: the rollout is not in a step' : RESULTS[command];
  recordRequest({ login, asked: command, result });
  return impossible
    ? { asked, answer: 'confused' }
    : { asked: withCommand(asked, command, login), answer: '+1' };
}

/** An approval is stored, and the loop finds it at its next check. */
async function approveBy(
  { approve, recordRequest }: Execution,
  rollout: StoredRollout,
  login: string,
  meaning: Exclude<MeaningOfPromote, { kind: 'promote' }>,
): Promise<Reaction> {
  const record = (result: string) => recordRequest({ login, asked: 'promote', result });
  if (meaning.kind !== 'approve') {
    record(noApprovalText(meaning));
    return 'confused';
  }
  try {
    await approve(rollout, meaning.approval);
  } catch (error) {
    record(`failed: ${messageOf(error)}`);
    throw error;
  }
  record(approvedText(meaning.approval));
  return '+1';
}

function withCommand(asked: Requests, command: CommentCommand, login: string): Requests {
  if (command === 'promote') return { ...asked, promote: login };
  if (command === 'resume') return { ...asked, hold: undefined };
  return command === 'rollback' ? { ...asked, rollback: login } : asked;
}

/** The result of a command that a run receives while it drives the rollout. */
const RESULTS: Readonly<Record<CommentCommand, string>> = {
  status: 'see the comment of the release',
  pause: 'the weight stays the same until the rollout is resumed',
  resume: 'the rollout continues with its plan',
  promote: 'will be promoted at the next check, unless that check is failing',
  rollback: 'will be rolled back immediately',
  advance: 'no effect: the run advances automatically',
};
