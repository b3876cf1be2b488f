// Says where a rollout is, and changes nothing.

import { now } from '../base/time.ts';
import { resumeSteps } from '../controller/recorder.ts';
import { standsInWords } from '../report/outcomes.ts';
import type { Report } from '../report/report.ts';
import { craftOf, type Session } from '../run/services.ts';
import { findOpen, noneOpen, sayOpen } from './open-rollout.ts';

export async function status(session: Session): Promise<Report> {
  const { reporter, journal } = session;
  const found = await findOpen(session);
  if (found.kind === 'problem') {
    if (!found.beside) return reporter.declined([found.problem]);
    const none = sentence(noneOpen(session, undefined));
    return reporter.idle(`${none}. But ${found.problem}.`);
  }
  if (found.kind === 'none') return reporter.idle(`${sentence(noneOpen(session, found.last))}.`);
  const { moment } = found;
  resumeSteps(journal, moment.rollout);
  journal.saw(await craftOf(session).watch(moment.rollout, now()));
  const stands = standsInWords(moment.standing, moment.rollout.record.functions);
  return reporter.open(moment, `${stands} ${sayOpen(session, moment)}`);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
