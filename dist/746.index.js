export const id = 746;
export const ids = [746];
export const modules = {

/***/ 80746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readCallerIdentity: () => (/* binding */ readCallerIdentity)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44085);
/* harmony import */ var _aws_sdk_core_protocols__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(37288);
/* harmony import */ var _smithy_core_client__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92658);
/* harmony import */ var _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62085);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13280);
/* harmony import */ var _sdk_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88996);
// Whose credentials these are: GetCallerIdentity of STS, which needs no permission. The client is made as that of
// CloudWatch Logs, because one call does not need a client of its own (decision 33).






const NAMESPACE = 'com.amazonaws.sts';
const TARGET = 'AWSSecurityTokenServiceV20110615';
/** Nobody waits for a network that has no way to STS. */
const ATTEMPTS = 2;
/**
 * Throws a `KnownError` whose `cause` is the error of AWS or of its SDK.
 *
 * @param credentials `undefined`: those of the environment
 */
async function readCallerIdentity(region, credentials) {
    const client = createClient(region, credentials);
    const doing = 'asking AWS whose credentials these are';
    try {
        const permission = { action: 'sts:GetCallerIdentity', resource: '*' };
        const { Account, Arn } = await (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T1)({ doing, permission }, () => client.send(new GetCallerIdentityCommand({})));
        return { account: (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)(Account, doing, 'Account'), arn: Arn ?? '' };
    }
    finally {
        client.destroy();
    }
}
function shape(name, members) {
    return [3, NAMESPACE, name, 0, [...members], members.map(() => 0)];
}
const command = (0,_smithy_core_client__WEBPACK_IMPORTED_MODULE_2__.makeBuilder)({
    UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
    Endpoint: { type: 'builtInParams', name: 'endpoint' },
    Region: { type: 'builtInParams', name: 'region' },
    UseDualStack: { type: 'builtInParams', name: 'useDualstackEndpoint' },
}, TARGET, 'STSClient', _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_3__.getEndpointPlugin);
const REQUEST = shape('GetCallerIdentityRequest', []);
const RESPONSE = shape('GetCallerIdentityResponse', ['UserId', 'Account', 'Arn']);
const GetCallerIdentityCommand = command({}, () => [], 'GetCallerIdentity', [
    ...[9, NAMESPACE, 'GetCallerIdentity', 0],
    () => REQUEST,
    () => RESPONSE,
]);
function createClient(region, credentials) {
    const client = new _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_4__/* .CloudWatchClient */ .WBn({
        region,
        ...(0,_sdk_settings_js__WEBPACK_IMPORTED_MODULE_1__.readRetries)(process.env),
        maxAttempts: ATTEMPTS,
        ...(credentials && { credentials }),
        customUserAgent: 'canary-action/1',
        requestHandler: (0,_sdk_settings_js__WEBPACK_IMPORTED_MODULE_1__.createPromptTransport)(process.env),
        ...{ serviceId: 'STS', signingName: 'sts', protocol: _aws_sdk_core_protocols__WEBPACK_IMPORTED_MODULE_5__.AwsQueryProtocol },
        protocolSettings: {
            ...{ defaultNamespace: NAMESPACE, serviceTarget: TARGET, version: '2011-06-15' },
            xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
        },
    });
    const endpointOf = client.config.endpointProvider;
    client.config.endpointProvider = (parameters, context) => {
        const endpoint = endpointOf(parameters, context);
        return parameters.Endpoint ? endpoint : { ...endpoint, url: addressOf(endpoint.url) };
    };
    return client;
}
/** STS has an endpoint in every Region (AWS General Reference, "AWS STS endpoints and quotas"). */
function addressOf(cloudWatch) {
    const host = cloudWatch.host.replace(/^monitoring(?=[.-])/, 'sts');
    return new URL(`${cloudWatch.protocol}//${host}${cloudWatch.pathname}`);
}


/***/ })

};
