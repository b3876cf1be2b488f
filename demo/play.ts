// Plays one scenario: a simulated AWS and GitHub, users sending requests, and the shipped bundle
// started as GitHub's runner starts it.

import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startGitHub, TOKENS } from '../__tests__/support/github.ts';
import { runAction } from '../__tests__/support/runner.ts';
import { type Clock, createClock } from '../simulator/clock.ts';
import { openInnerEnvironment } from '../simulator/lambda/inner-environment.ts';
import type { LambdaSettings } from '../simulator/lambda/settings.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { turnOnAccessLog } from './access-log.ts';
import { sendTraffic, type Tally, type Users } from './clients.ts';
import { createHelloApi, type HelloApi } from './hello-api.ts';
import type { Scenario } from './scenarios.ts';

/** Simulated seconds per real second: six minutes of a release take less than twenty seconds. */
export const CLOCK_RATE = 24;
const REQUESTS_PER_SECOND = 120;
const ALARM = 'canary-demo-5xx';

/** The report page in the folder of a scenario. */
export const PAGE = 'report.html';

export interface Played {
  readonly outcome: string;
  readonly exitCode: number | null;
  readonly summary: string;
  readonly comment: string;
  readonly tally: Tally;
  /** Whether AWS's answer about the stage is byte for byte as before, except for its date of change. */
  readonly stageAsBefore: boolean;
  /** The folder of log, summary, comment, report and page. */
  readonly folder: string;
}

/** How time passes, and who uses the API meanwhile. */
export interface Pace {
  openClock(): Promise<Clock>;
  openUsers(simulator: Simulator, api: HelloApi): Users;
  readonly lambda?: Partial<LambdaSettings>;
}

/** So that people can watch it. */
const WATCHED: Pace = {
  openClock: async () => createClock(CLOCK_RATE),
  openUsers: (simulator, { restApiId, stageName, path }) =>
    sendTraffic(simulator.stageUrl(restApiId, stageName, path), REQUESTS_PER_SECOND),
};

/** @param print receives every line of the action's log as it is written */
export async function play(
  scenario: Scenario,
  folder: string,
  print: (line: string) => void,
  pace: Pace = WATCHED,
): Promise<Played> {
  const simulator = await startSimulator({
    clock: await pace.openClock(),
    lambda: pace.lambda ?? {},
    openEnvironment: openInnerEnvironment,
  });
  const github = await startGitHub();
  try {
    const api = await prepare(simulator, scenario);
    const before = await stageText(api);
    const users = pace.openUsers(simulator, api);
    const pull = await github.openPullRequest({ title: 'Say hello from v2' });
    const result = await runAction({
      inputs: inputsOf(api, scenario),
      event: pull.event,
      github: {
        apiUrl: github.apiUrl,
        repository: github.repository,
        token: TOKENS.job,
        sha: pull.sha,
        eventName: 'push',
      },
      aws: { endpoint: simulator.url, region: simulator.world.place.region },
      clock: simulator.world.clock.settings,
      onLine: print,
    });
    const tally = await users.stop();
    const comment = (await github.commentsOf(pull.number)).map((c) => c.body).join('\n\n');
    keep(folder, { log: result.log, summary: result.summary, comment }, result.outputs);
    result.dispose();
    return {
      outcome: result.outputs.outcome ?? 'none',
      exitCode: result.exitCode,
      summary: result.summary,
      comment,
      tally,
      stageAsBefore: before === (await stageText(api)),
      folder,
    };
  } finally {
    await github.close();
    await simulator.close();
  }
}

async function prepare(simulator: Simulator, scenario: Scenario): Promise<HelloApi> {
  const { region, account } = simulator.world.place;
  const api = await createHelloApi(
    { url: simulator.url, region, account },
    { wiring: scenario.wiring },
  );
  await turnOnAccessLog(api, { region, account });
  await api.addAlarm(ALARM, `${api.stageName}/Canary`, 1);
  await scenario.arrange(api);
  return api;
}

function inputsOf(api: HelloApi, scenario: Scenario): Record<string, string> {
  return {
    'rest-api-id': api.restApiId,
    'stage-name': api.stageName,
    functions: api.functionName,
    steps: '10%/1m30s, 50%/1m',
    'bake-time': '1m',
    alarms: ALARM,
    ...scenario.inputs,
  };
}

async function stageText(api: HelloApi): Promise<string> {
  const { lastUpdatedDate, ...stage } = await api.stage();
  return JSON.stringify({ ...stage, $metadata: undefined });
}

function keep(
  folder: string,
  texts: { readonly log: string; readonly summary: string; readonly comment: string },
  { report, 'report-html': page }: Readonly<Record<string, string>>,
): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'log.txt'), texts.log);
  writeFileSync(join(folder, 'summary.md'), texts.summary);
  writeFileSync(join(folder, 'comment.md'), texts.comment);
  if (report) cpSync(report, join(folder, 'report.json'));
  if (page) cpSync(page, join(folder, PAGE));
}
