// Shows how the stacks are used; keep the one that fits. The folders orders/ and payments/ have the code.

import * as cdk from 'aws-cdk-lib';
import { AliasStack } from './alias-stack.ts';
import { RolesStack } from './roles-stack.ts';
import { StageVariableStack } from './stage-variable-stack.ts';

const app = new cdk.App();

new AliasStack(app, 'Alias', { functions: ['orders'] });
new AliasStack(app, 'AliasSeveral', { functions: ['orders', 'payments'] });

new StageVariableStack(app, 'StageVariable', { functions: ['orders'] });
new StageVariableStack(app, 'StageVariableSeveral', { functions: ['orders', 'payments'] });

new RolesStack(app, 'Roles', {
  repository: { owner: 'octo-org', name: 'orders', ownerId: '123456', id: '456789' },
  // Tags, such as v*, would be: tag: 'v*'.
  releasesFrom: { branch: 'main', environment: 'production' },
  functionPrefix: 'shop-',
});
