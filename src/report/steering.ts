// What people can ask for by a comment, as a rollout stands.

import type { CommentCommand } from '../rollout/comment-command.ts';
import type { Report } from './report.ts';

/** Nothing where no rollout is open, or none of its comments are read. */
export function possible({ open, pull }: Report): readonly CommentCommand[] {
  if (!open || pull === undefined) return [];
  if (!open.phase.startsWith('step')) return ['rollback'];
  return [open.paused ? 'resume' : 'pause', 'promote', 'rollback'];
}
