// The state of API Gateway. Every value is immutable: a change replaces the old value with a new one, so
// that a deployment's snapshot cannot change.

/** `{"application/json": "{…}"}`, variables, mapping expressions: text by name. */
export type TextMap = Readonly<Record<string, string>>;

export type IntegrationType = 'AWS' | 'AWS_PROXY' | 'HTTP' | 'HTTP_PROXY' | 'MOCK';

export interface IntegrationResponse {
  readonly statusCode: string;
  /** A regular expression over the backend's status or error; absent: the default response. */
  readonly selectionPattern?: string;
  readonly responseParameters?: TextMap;
  /** By content type. */
  readonly responseTemplates?: TextMap;
  readonly contentHandling?: string;
}

/** `STREAM`: the caller gets the first bytes before the last ones exist. */
export type ResponseTransferMode = 'BUFFERED' | 'STREAM';

export interface Integration {
  readonly type: IntegrationType;
  /** The verb of the request to the backend. */
  readonly httpMethod?: string;
  /** May contain `${stageVariables.x}` and `{path parameters}`. */
  readonly uri?: string;
  readonly connectionType?: string;
  readonly connectionId?: string;
  readonly credentials?: string;
  readonly requestParameters?: TextMap;
  /** By content type. */
  readonly requestTemplates?: TextMap;
  readonly passthroughBehavior: string;
  readonly contentHandling?: string;
  /** 50 to 29000 ms; with `STREAM` to 900000. */
  readonly timeoutInMillis: number;
  /** Absent if it was not set: `BUFFERED`. */
  readonly responseTransferMode?: ResponseTransferMode;
  readonly cacheNamespace: string;
  readonly cacheKeyParameters: readonly string[];
  readonly tlsConfig?: { readonly insecureSkipVerification?: boolean };
  /** By status code. */
  readonly integrationResponses?: Readonly<Record<string, IntegrationResponse>>;
}

export interface MethodResponse {
  readonly statusCode: string;
  readonly responseParameters?: Readonly<Record<string, boolean>>;
  readonly responseModels?: TextMap;
}

export interface Method {
  /** `GET`, … or `ANY`. */
  readonly httpMethod: string;
  readonly authorizationType: string;
  readonly authorizerId?: string;
  readonly apiKeyRequired: boolean;
  readonly requestValidatorId?: string;
  readonly operationName?: string;
  readonly requestParameters?: Readonly<Record<string, boolean>>;
  readonly requestModels?: TextMap;
  readonly authorizationScopes?: readonly string[];
  /** By status code. */
  readonly methodResponses?: Readonly<Record<string, MethodResponse>>;
  readonly methodIntegration?: Integration;
}

export interface Resource {
  readonly id: string;
  /** Absent for the root. */
  readonly parentId?: string;
  /** `pets`, `{id}`, `{proxy+}`; absent for the root. */
  readonly pathPart?: string;
  /** From the root: `/pets/{id}`. */
  readonly path: string;
  /** By verb (`ANY` included). */
  readonly methods: Readonly<Record<string, Method>>;
}

export type AuthorizerType = 'TOKEN' | 'REQUEST' | 'COGNITO_USER_POOLS';

export interface Authorizer {
  readonly id: string;
  readonly name: string;
  readonly type: AuthorizerType;
  readonly authType: string;
  readonly providerARNs?: readonly string[];
  /** May contain `${stageVariables.x}`. */
  readonly authorizerUri?: string;
  readonly authorizerCredentials?: string;
  /** `method.request.header.Authorization`; several are separated by commas. */
  readonly identitySource?: string;
  readonly identityValidationExpression?: string;
  readonly authorizerResultTtlInSeconds?: number;
}

/** The API as it was when the deployment was created, which serves the requests. */
export interface Snapshot {
  readonly resources: readonly Resource[];
  readonly authorizers: readonly Authorizer[];
  /** Only those that were set. */
  readonly gatewayResponses: readonly GatewayResponse[];
  readonly binaryMediaTypes: readonly string[];
  readonly minimumCompressionSize?: number;
  readonly policy?: string;
}

export interface Deployment {
  readonly id: string;
  readonly description?: string;
  /** Milliseconds since the epoch, simulated (as every date here). */
  readonly createdDate: number;
  readonly snapshot: Snapshot;
}

export interface CanarySettings {
  readonly deploymentId: string;
  /** 0 to 100. */
  readonly percentTraffic: number;
  /** Absent if there are none. */
  readonly stageVariableOverrides?: TextMap;
  readonly useStageCache: boolean;
}

export interface MethodSetting {
  readonly metricsEnabled: boolean;
  readonly loggingLevel?: string;
  readonly dataTraceEnabled: boolean;
  readonly throttlingBurstLimit: number;
  readonly throttlingRateLimit: number;
  readonly cachingEnabled: boolean;
  readonly cacheTtlInSeconds: number;
  readonly cacheDataEncrypted: boolean;
  readonly requireAuthorizationForCacheControl: boolean;
  readonly unauthorizedCacheControlHeaderStrategy: string;
}

/** A stage may have one of the two for a moment (recorded): nothing is logged then. */
export interface AccessLogSettings {
  readonly destinationArn?: string;
  readonly format?: string;
}

export interface Stage {
  readonly stageName: string;
  readonly deploymentId: string;
  readonly description?: string;
  readonly clientCertificateId?: string;
  readonly cacheClusterEnabled: boolean;
  readonly cacheClusterSize?: string;
  readonly cacheClusterStatus: string;
  /** Keys as sent in the patch path: `~1pets~1{id}/GET` (or `pets/GET`); for all: star slash star. */
  readonly methodSettings: Readonly<Record<string, MethodSetting>>;
  readonly variables?: TextMap;
  readonly documentationVersion?: string;
  readonly accessLogSettings?: AccessLogSettings;
  readonly canarySettings?: CanarySettings;
  readonly tracingEnabled: boolean;
  readonly tags?: TextMap;
  readonly createdDate: number;
  readonly lastUpdatedDate: number;
}

/** An answer of the gateway itself, by the kind of error. */
export interface GatewayResponse {
  readonly responseType: string;
  /** Absent if the error's own status is used. */
  readonly statusCode?: string;
  readonly responseParameters: TextMap;
  /** By content type. */
  readonly responseTemplates: TextMap;
  /** It was never set: it is AWS's default. */
  readonly defaultResponse: boolean;
}

export interface Model {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** JSON schema. */
  readonly schema?: string;
  readonly contentType: string;
}

export interface DocumentationPart {
  readonly id: string;
  readonly location: Readonly<Record<string, string>>;
  readonly properties: string;
}

export interface DocumentationVersion {
  readonly version: string;
  readonly description?: string;
  readonly createdDate: number;
}

/** An API's own settings, without its resources and stages. */
export interface RestApi {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly version?: string;
  readonly createdDate: number;
  readonly binaryMediaTypes?: readonly string[];
  readonly minimumCompressionSize?: number;
  readonly apiKeySource: string;
  readonly endpointConfiguration: {
    readonly types: readonly string[];
    readonly ipAddressType: string;
    readonly vpcEndpointIds?: readonly string[];
  };
  readonly policy?: string;
  readonly disableExecuteApiEndpoint: boolean;
  readonly rootResourceId: string;
  readonly tags?: TextMap;
}

/** The settings of the account in this Region. */
export interface Account {
  /** With which API Gateway writes logs. Absent: no stage can have any. */
  readonly cloudwatchRoleArn?: string;
}

/** The data plane's view of the control plane. */
export interface ApiDirectory {
  api(apiId: string): RestApi | undefined;
  /** The stage as the control plane returns it now. */
  stage(apiId: string, stageName: string): Stage | undefined;
  /**
   * The stage as it was at that time of the simulated clock (milliseconds since the epoch): with
   * `now - propagationSeconds`, the stage as the gateway's nodes have it.
   */
  stageAsOf(apiId: string, stageName: string, at: number): Stage | undefined;
  /** Also finds a deleted deployment: a node may still serve it for a short time. */
  snapshot(apiId: string, deploymentId: string): Snapshot | undefined;
  /** Whether a usage plan of the stage has an API key with this value. */
  acceptsKey(apiId: string, stageName: string, value: string): boolean;
  /** Whether the account has a role with which API Gateway writes logs. */
  writesLogs(): boolean;
}

export interface UsagePlan {
  readonly id: string;
  readonly name: string;
  /** As `{restApiId}:{stageName}`. */
  readonly stages: readonly string[];
  /** The IDs of its keys. */
  readonly keys: readonly string[];
}

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly value: string;
}
