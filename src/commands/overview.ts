// Shows every open release of an account and Region, without changing anything.

import { accountOf } from '../aws/arns.ts';
import { connect } from '../aws/clients.ts';
import type { CredentialProvider } from '../aws/role-session.ts';
import { now } from '../base/time.ts';
import { OVERVIEW_SCHEMA, type Overview } from '../report/overview.ts';
import { linkToRun, type RolloutId } from '../rollout/release.ts';
import { findOpenReleases } from '../targets/open-releases.ts';

export interface OverviewOptions {
  readonly region: string;
  /** `undefined`: those of the environment. */
  readonly credentials: CredentialProvider | undefined;
  /** Of GitHub, for the links to runs. */
  readonly server: string;
  readonly cancelled: AbortSignal;
}

/** Throws a `KnownError` if the account cannot be searched. What else cannot be read is one of its problems. */
export async function readOverview(options: OverviewOptions): Promise<Overview> {
  const { region, credentials, server, cancelled } = options;
  const ended = new AbortController();
  const limits = { cancelled, rollbackDeadline: cancelled, ended: ended.signal };
  const clients = connect(region, limits, credentials, 'reads').normal;
  const linkTo = (id: RolloutId) => linkToRun(id, `${server}/any/one/actions/runs/1`);
  try {
    const at = now();
    const { releases, problems } = await findOpenReleases(clients, linkTo, at);
    const account = releases.map(({ on }) => accountOf(on)).find((found) => found !== '') ?? '';
    return { schema: OVERVIEW_SCHEMA, account, region, at, releases, problems };
  } finally {
    ended.abort();
  }
}
