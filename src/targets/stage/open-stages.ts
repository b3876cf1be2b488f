// The releases that are open on the stages of an account.

import { bindAccountApis } from '../../aws/account-apis.ts';
import { ifThere } from '../../aws/call.ts';
import type { NormalClients } from '../../aws/clients.ts';
import { bindRestApi } from '../../aws/rest-api.ts';
import { KnownError, orElse } from '../../base/errors.ts';
import { readStoredState } from '../../rollout/record.ts';
import type { OpenReader } from '../open-reader.ts';
import { stageCodec } from './stage-record.ts';
import { trafficStateOf } from './stage-state.ts';

const STAGE_ARN = /^arn:[\w-]+:apigateway:[\w-]+::\/restapis\/([a-z0-9]+)\/stages\/([\w-]+)$/;

export function openStages(clients: NormalClients): OpenReader {
  let names: Promise<ReadonlyMap<string, string>> | undefined;
  const readNames = async () => {
    const apis = await bindAccountApis(clients).list().catch(orElse([]));
    return new Map(apis.map(({ id, name }) => [id, name]));
  };
  return {
    types: ['apigateway'],
    isOf: (arn) => STAGE_ARN.test(arn),
    read: async (on) => {
      const [, restApiId = '', stageName = ''] = STAGE_ARN.exec(on) ?? [];
      const found = await ifThere(() => bindRestApi(clients, restApiId, stageName).readStage());
      if (!found) return undefined;
      const { state, tags } = found;
      const stored = readStoredState(tags, stageCodec);
      if (stored.kind === 'unreadable') {
        throw new KnownError(`its stored state cannot be read: ${stored.why}`);
      }
      if (stored.kind !== 'rollout') return undefined;
      names ??= readNames();
      const rollout = stored.storedRollout;
      return {
        on,
        label: `${(await names).get(restApiId) ?? restApiId}/${stageName}`,
        rollout,
        trafficState: trafficStateOf(state, rollout),
      };
    },
  };
}
