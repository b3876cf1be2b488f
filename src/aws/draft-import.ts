// Replaces an API's draft by a definition, and reads one from a stage that can be imported again.

import {
  type APIGatewayClient,
  GetExportCommand,
  PutRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import type { Place } from './arns.ts';
import { call, required } from './call.ts';
import { gatewayArn } from './gateway-arns.ts';

export interface DraftImport {
  /** The stage's own deployment as a definition, without that of a canary. */
  exportStage(): Promise<Uint8Array>;
  /**
   * Replaces the draft. Stages, deployments and the endpoint stay.
   *
   * @param warnings `fail`: a warning discards the import; `allow`: they are returned
   */
  importDraft(definition: Uint8Array, warnings: 'fail' | 'allow'): Promise<readonly string[]>;
}

export function draftImport({
  client,
  place,
  restApiId,
  stageName,
}: {
  readonly client: APIGatewayClient;
  readonly place: Place;
  readonly restApiId: string;
  readonly stageName: string;
}): DraftImport {
  const api = `/restapis/${restApiId}`;
  const words = (doing: string, verb: string, path: string) => ({
    doing,
    permission: { action: `apigateway:${verb}`, resource: gatewayArn(place, path) },
  });
  return {
    exportStage: async () => {
      const doing = `reading the export of the stage "${stageName}"`;
      const exportType = 'oas30';
      // API reference, GetExport: the extensions of integrations, of authorizers, and all others.
      const parameters = { extensions: 'apigateway,authorizers' };
      const asked = { restApiId, stageName, exportType, parameters, accepts: 'application/json' };
      const path = `${api}/stages/${stageName}/exports/${exportType}`;
      const send = () => client.send(new GetExportCommand(asked));
      return required((await call(words(doing, 'GET', path), send)).body, doing, 'body');
    },
    importDraft: async (body, warnings) => {
      const asked = { restApiId, mode: 'overwrite', failOnWarnings: warnings === 'fail' } as const;
      const send = () => client.send(new PutRestApiCommand({ ...asked, body }));
      const found = await call(words("importing the API's draft", 'PUT', api), send);
      return found.warnings ?? [];
    },
  };
}
