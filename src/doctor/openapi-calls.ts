// The functions that an OpenAPI definition calls, by API Gateway's extensions (API Gateway developer guide,
// "OpenAPI extensions").

import { isMap, mapAt, type Tree, type TreeMap } from '../templates/tree.ts';

type Add = (label: string, uri: Tree) => void;

/** Every integration and authorizer of a definition. */
export function readDefinition(definition: TreeMap, add: Add): void {
  for (const [path, methods] of mapAt(definition, 'paths')) {
    if (isMap(methods)) readMethods(path, methods, add);
  }
  const schemes = [
    ...mapAt(mapAt(definition, 'components'), 'securitySchemes'),
    ...mapAt(definition, 'securityDefinitions'),
  ];
  for (const [name, scheme] of schemes) {
    if (!isMap(scheme)) continue;
    const uri = mapAt(scheme, 'x-amazon-apigateway-authorizer').get('authorizerUri');
    if (uri !== undefined) add(`authorizer ${name}`, uri);
  }
}

const METHOD = /^(get|put|post|delete|options|head|patch|trace)$/i;
const ANY_METHOD = 'x-amazon-apigateway-any-method';

function readMethods(path: string, methods: TreeMap, add: Add): void {
  for (const [method, operation] of methods) {
    if (!isMap(operation) || !(METHOD.test(method) || method === ANY_METHOD)) continue;
    const name = method === ANY_METHOD ? 'ANY' : method.toUpperCase();
    const uri = mapAt(operation, 'x-amazon-apigateway-integration').get('uri');
    if (uri !== undefined) add(`${name} ${path}`, uri);
  }
}
