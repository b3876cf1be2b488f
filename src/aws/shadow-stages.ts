// Stages that are made for the pre-traffic hook, beside the one that is released to. What we made is
// known by its description: to tag a new stage would need a permission of its own.

import {
  CreateStageCommand,
  DeleteStageCommand,
  GetStagesCommand,
} from '@aws-sdk/client-api-gateway';
import { valuesToHide } from '../base/without-secrets.ts';
import { gatewayArn } from './arns.ts';
import { call, ifThere } from './call.ts';
import type { GatewayAccess, Mode } from './clients.ts';
import type { Probe } from './probes.ts';

/** A stage, as much of it as tells whether its name can be taken. */
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
  /** One that is not there is no error. */
  remove(name: string): Promise<void>;
  /**
   * Whether it may be made and removed. @param free no stage has that name, as was just read: only then
   * can its removal be asked for without effect
   */
  probes(name: string, free: boolean): readonly Probe[];
}

/** AWS gives deployments six letters and digits. */
const NO_DEPLOYMENT = 'canary-action-probe';

export function bindShadowStages<M extends Mode>(
  { mode, place, apiGateway: client }: GatewayAccess<M>,
  restApiId: string,
): ShadowStages<M> {
  const words = (doing: string, verb: string, path: string) => ({
    doing,
    permission: {
      action: `apigateway:${verb}`,
      resource: gatewayArn(place, `/restapis/${restApiId}/stages${path}`),
    },
  });
  const removal = (name: string): Probe => ({
    permission: words('', 'DELETE', `/${name}`).permission,
    send: () => client.send(new DeleteStageCommand({ restApiId, stageName: name })),
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
      const making = words(`making the shadow stage "${name}"`, 'POST', '');
      const hides = valuesToHide(Object.values(variables));
      await call({ ...making, hides }, () => client.send(new CreateStageCommand(asked)));
    },
    probes: (name, free) => [
      {
        permission: words('', 'POST', '').permission,
        send: () =>
          client.send(
            new CreateStageCommand({ restApiId, stageName: name, deploymentId: NO_DEPLOYMENT }),
          ),
      },
      ...(free ? [removal(name)] : []),
    ],
    remove: async (name) => {
      await ifThere(() =>
        call(words(`removing the shadow stage "${name}"`, 'DELETE', `/${name}`), () =>
          client.send(new DeleteStageCommand({ restApiId, stageName: name })),
        ),
      );
    },
  };
}
