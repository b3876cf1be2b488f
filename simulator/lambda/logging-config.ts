// A function's LoggingConfig: format, levels and group of its logs.

import { invalidParameter, validation } from './errors.ts';
import { isMembers, optionalString } from './wire.ts';

type LoggingConfig = Readonly<Record<string, string>>;

const FORMATS = ['JSON', 'Text'];
const APPLICATION_LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];
const SYSTEM_LEVELS = ['DEBUG', 'INFO', 'WARN'];
const GROUP = /^[.\-_/#A-Za-z0-9]{1,512}$/;

/**
 * A given object replaces all of the current one; an absent one changes nothing. Levels belong to the format JSON
 * only (Lambda guide, "Log-level filtering").
 * @throws AwsError for a member that is wrong
 */
export function logging(
  current: LoggingConfig,
  given: unknown,
  functionName: string,
): LoggingConfig {
  if (!isMembers(given)) return current;
  const pick = (name: string, words: readonly string[]) => {
    const value = optionalString(given, name);
    if (value === undefined || words.includes(value)) return value;
    const member = `loggingConfig.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    throw validation(value, member, `Member must satisfy enum value set: [${words.join(', ')}]`);
  };
  const LogFormat = pick('LogFormat', FORMATS) ?? 'Text';
  const application = pick('ApplicationLogLevel', APPLICATION_LEVELS);
  const system = pick('SystemLogLevel', SYSTEM_LEVELS);
  if (LogFormat === 'Text' && (application ?? system) !== undefined) {
    // localstack copies the text from AWS (services/lambda_/provider.py).
    throw invalidParameter(
      'LogLevel is not supported when LogFormat is set to "Text". Remove LogLevel from your request or change the LogFormat to "JSON" and try again.',
    );
  }
  return {
    LogFormat,
    LogGroup: groupIn(optionalString(given, 'LogGroup')) ?? `/aws/lambda/${functionName}`,
    ...(LogFormat === 'JSON' && {
      ApplicationLogLevel: application ?? 'INFO',
      SystemLogLevel: system ?? 'INFO',
    }),
  };
}

function groupIn(name: string | undefined): string | undefined {
  if (name === undefined || GROUP.test(name)) return name;
  const pattern = 'Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+';
  throw validation(name, 'loggingConfig.logGroup', pattern);
}
