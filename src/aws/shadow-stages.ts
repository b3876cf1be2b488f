// Stages created for the pre-traffic hook, in addition to the released stage. The action recognizes its own by
// their description: tagging a new stage would need another permission.

import {
  CreateStageCommand,
  DeleteStageCommand,
  GetStagesCommand,
} from '@aws-sdk/client-api-gateway';
import { valuesToHide } from '../base/without-secrets.ts';
import { call, ifThere } from './call.ts';
import type { Clients, Mode } from './clients.ts';
import { gatewayArn } from './gateway-arns.ts';
import { API_GATEWAY } from './gateway-client.ts';
import type { Probe } from './probes.ts';

/** The part of a stage that shows whether its name can be used. */
export interface StageHead {
  readonly name: string;
  readonly description: string;
}

export interface ShadowStages<M extends Mode = Mode> {
  readonly mode: M;
  readAll(): Promise<readonly StageHead[]>;
  create(
    stage: StageHead,
    deploymentId: string,
    variables: Readonly<Record<string, string>>,
  ): Promise<void>;
  /** Deletes a stage. A missing stage is not an error. */
  remove(name: string): Promise<void>;
  /**
   * Checks whether the stage may be created. Whether it may be deleted cannot be checked without effect: even if
   * there was no such stage a moment ago, another run may just have created it.
   */
  probe(name: string): Probe;
}

/** A deployment ID that cannot exist: AWS's IDs have six letters and digits. */
const NO_DEPLOYMENT = 'canary-action-probe';

export function bindShadowStages<M extends Mode>(
  { mode, place, open }: Clients<M>,
  restApiId: string,
): ShadowStages<M> {
  const client = open(API_GATEWAY);
  const words = (doing: string, verb: string, path: string) => ({
    doing,
    permission: {
      action: `apigateway:${verb}`,
      resource: gatewayArn(place, `/restapis/${restApiId}/stages${path}`),
    },
  });
  return {
    mode,
    readAll: async () => {
      const { item = [] } = await call(words("listing the API's stages", 'GET', ''), () =>
        client.send(new GetStagesCommand({ restApiId })),
      );
      return item.map(({ stageName = '', description = '' }) => ({ name: stageName, description }));
    },
    create: async ({ name, description }, deploymentId, variables) => {
      const stageName = name;
      const asked = { restApiId, stageName, deploymentId, description, variables };
      const making = words(`creating the shadow stage "${name}"`, 'POST', '');
      const hides = valuesToHide(Object.values(variables));
      await call({ ...making, hides }, () => client.send(new CreateStageCommand(asked)));
    },
    probe: (name) => ({
      permission: words('', 'POST', '').permission,
      harmless: 'refusal on record',
      send: () =>
        client.send(
          new CreateStageCommand({ restApiId, stageName: name, deploymentId: NO_DEPLOYMENT }),
        ),
    }),
    remove: async (name) => {
      await ifThere(() =>
        call(words(`deleting the shadow stage "${name}"`, 'DELETE', `/${name}`), () =>
          client.send(new DeleteStageCommand({ restApiId, stageName: name })),
        ),
      );
    },
  };
}
