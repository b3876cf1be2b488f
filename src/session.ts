// A job bound to its stage: clients, calls, journal and reporter.

import { type Clients, connect } from './aws/clients.ts';
import { bindFunctions, type Functions } from './aws/functions.ts';
import { bindRestApi, type RestApi } from './aws/rest-api.ts';
import { type Craft, now } from './craft.ts';
import type { Job } from './job.ts';
import { createJournal, type Journal } from './journal.ts';
import { createReporter, type Reporter } from './reporter.ts';
import { createStageTarget } from './targets/stage/stage-target.ts';
import { createWatch } from './watch.ts';

export interface Session {
  readonly job: Job;
  readonly clients: Clients;
  readonly api: RestApi;
  readonly functions: Functions;
  readonly journal: Journal;
  readonly reporter: Reporter;
}

export function openSession(job: Job): Session {
  const { inputs } = job;
  const clients = connect(inputs.region);
  const journal = createJournal(now);
  return {
    job,
    clients,
    api: bindRestApi(clients.apiGateway, clients.place, inputs.restApiId, inputs.stageName),
    functions: bindFunctions(clients.lambda, clients.place),
    journal,
    reporter: createReporter(job, journal),
  };
}

/** What the loop needs to drive this rollout. */
export function craftOf(
  { job, clients, api, journal, reporter }: Session,
  apiName: string,
  notes: readonly string[] = [],
): Craft {
  const { inputs } = job;
  const settings = {
    ...inputs,
    dimensions: {
      apiName,
      stage: inputs.stageName,
      canary: inputs.canaryDimension.replaceAll('{stage}', inputs.stageName),
    },
  };
  return {
    target: createStageTarget(api, apiName),
    journal,
    log: job.log,
    onInconclusive: inputs.onInconclusive,
    cancelled: job.cancelled,
    watch: createWatch(clients, settings),
    progress: (moment) => job.show(reporter.running(moment, apiName, notes)),
  };
}
