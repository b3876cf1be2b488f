// Pure: whether anything calls an alias, as far as AWS shows it (decision 29). Callers with a role of their own are
// invisible, so only positive evidence refuses a release: the alias was not called, nothing has a permission to call
// it, and something else may call the function without a qualifier, which is `$LATEST`.

import { awsCommand } from '../../base/command-line.ts';
import { helpOn } from '../../doctor/reach-words.ts';
import { type Callers, callersInWords, listCallers, ofServices } from '../lambda/callers.ts';
import type { PermittedCaller } from '../lambda/policy-callers.ts';

/** Invocations over the last `DAYS`. */
export interface CallCounts {
  readonly alias: number;
  /** Of the function, whatever the qualifier. */
  readonly all: number;
}

export const DAYS = 35;

/** What AWS shows of the callers of an alias. */
export interface CallersReading {
  readonly functionName: string;
  /** Of the alias. */
  readonly arn: string;
  /** `undefined`: they could not be read. */
  readonly counts: CallCounts | undefined;
  readonly ofAlias: Callers;
  /** Without a qualifier. */
  readonly ofFunction: Callers;
  /** Whether all of it could be read, apart from the counts. */
  readonly complete: boolean;
}

export interface CallersVerdict {
  readonly reaches: 'somebody' | 'nobody' | 'unknown';
  /** Empty: nothing to say. */
  readonly words: string;
}

/** Of an alias that exists. */
export function judgeCallers(reading: CallersReading): CallersVerdict {
  const { functionName, counts, arn, complete } = reading;
  const label = labelIn(arn);
  const [led, past] = [callersInWords(reading.ofAlias), passersBy(reading)];
  if (led.length > 0 || (counts?.alias ?? 0) > 0) {
    const isUsed = past.length > 0 && (counts === undefined || counts.all > counts.alias);
    const words = isUsed
      ? `${listCallers(past)} may call "${functionName}" without a qualifier, but not ${label}: such calls get $LATEST, and not this release. To release to them, let them call ${arn}`
      : '';
    return { reaches: 'somebody', words };
  }
  const silent = counts && `it was not called in the last ${DAYS} days`;
  const passing = `${listCallers(past)} may call "${functionName}" without a qualifier`;
  if (complete && past.length > 0 && silent !== undefined) {
    return {
      reaches: 'nobody',
      words: `a release of ${label} would reach nobody: ${UNLED}, ${silent}, and ${passing}, which is $LATEST. Let them call ${arn}. If callers with a role of their own are going to use the alias, set unused-alias: allow. ${helpOn('nobody')}`,
    };
  }
  const seen = [
    complete ? UNLED : 'of what could be read, nothing leads to it',
    silent ?? 'its calls could not be read',
    ...(past.length > 0 ? [passing] : []),
  ];
  return {
    reaches: 'unknown',
    words: `nothing that AWS shows calls ${label}: ${seen.join(', and ')}. Callers with a role of their own are invisible; if there are none, this release reaches nobody`,
  };
}

const UNLED = 'no permission, event source or function URL leads to it';

/** Of an alias that this release creates: who may call it, and what to add. */
export function describeFirstCallers({
  arn,
  ofAlias,
  ofFunction,
  functionName,
  complete,
}: CallersReading): string {
  const label = labelIn(arn);
  const led = callersInWords(ofAlias);
  if (led.length > 0) return `${listCallers(led)} may call ${label} once it exists`;
  const whole = complete ? 'nothing that AWS shows may call' : 'it is not known what may call';
  const others = [
    ...ofFunction.sources.map(
      (source) => `create the event source mapping of ${source || 'the event source'} for ${arn}`,
    ),
    ...(ofFunction.hasUrl
      ? [`create a function URL for ${label}: that of "${functionName}" calls $LATEST`]
      : []),
  ];
  const commands = grants(functionName, arn, ofFunction.permitted);
  return [
    `${whole} ${label} once it exists, apart from callers with a role of their own. Then add a permission for each other caller: ${commands.join('; ')}`,
    ...others,
  ].join('; ');
}

/** More commands than this are no help. */
const MOST_COMMANDS = 3;

/** For the callers of the function; if there are none, for an API. */
function grants(
  functionName: string,
  arn: string,
  permitted: readonly PermittedCaller[],
): readonly string[] {
  const [, partition = '', , region = '', account = '', , , alias = ''] = arn.split(':');
  const ofServices = permitted.filter(({ service }) => service !== undefined);
  const example: PermittedCaller = {
    service: 'apigateway.amazonaws.com',
    sourceArn: `arn:${partition}:execute-api:${region}:${account}:API_ID/*`,
  };
  const callers = ofServices.length > 0 ? ofServices : [example];
  return callers.slice(0, MOST_COMMANDS).map(({ service = '', sourceArn }, i) =>
    awsCommand('lambda add-permission', {
      'function-name': functionName,
      qualifier: alias,
      'statement-id': `call-${alias}-${i + 1}`,
      action: 'lambda:InvokeFunction',
      principal: service,
      ...(sourceArn !== undefined && { 'source-arn': sourceArn }),
      region,
    }),
  );
}

/** Services, sources and the URL that lead to the function without a qualifier, and not to the alias too. */
function passersBy({ ofAlias, ofFunction }: CallersReading): readonly string[] {
  const led = callersInWords(ofAlias);
  return callersInWords(ofServices(ofFunction)).filter((words) => !led.includes(words));
}

/** `orders:live`. */
function labelIn(arn: string): string {
  return arn.split(':').slice(6).join(':');
}
