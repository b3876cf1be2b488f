export const id = 773;
export const ids = [773];
export const modules = {

/***/ 6773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRoleSession: () => (/* binding */ openRoleSession)
/* harmony export */ });
/* harmony import */ var _aws_sdk_credential_provider_web_identity__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9956);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
/* harmony import */ var _base_partitions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3601);
// An AWS session of the job's own, obtained with GitHub's OIDC token. It is renewed before it expires, so a
// rollout may last longer than any session, and a rollback never fails because of an expired session.



/** A session with less time left than this is renewed. The SDK requests new credentials from five minutes on. */
const RENEW_SECONDS = 600;
/** With less time left than this, an old session is no longer used. */
const LEAST_SECONDS = 15;
/** All clients share one session. Rejects with a `KnownError` if no session can be obtained. */
function openRoleSession(parts) {
    let current;
    let minting;
    const renew = async () => {
        try {
            current = await mint(parts);
            return current;
        }
        catch (error) {
            (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(error);
            if (!current || secondsLeft(current) <= LEAST_SECONDS)
                throw error;
            return current;
        }
    };
    return () => {
        if (current && secondsLeft(current) > RENEW_SECONDS)
            return Promise.resolve(current);
        minting ??= renew().finally(() => {
            minting = undefined;
        });
        return minting;
    };
}
function secondsLeft({ expiration }) {
    return expiration ? (expiration.getTime() - Date.now()) / 1000 : 0;
}
async function mint({ role, name, region, idToken, mask }) {
    const webIdentityToken = await ask(idToken, audienceIn(region));
    const assume = (0,_aws_sdk_credential_provider_web_identity__WEBPACK_IMPORTED_MODULE_2__.fromWebToken)({
        roleArn: role.arn,
        roleSessionName: name,
        durationSeconds: role.seconds,
        webIdentityToken,
        parentClientConfig: { region },
    });
    let session;
    try {
        session = await assume();
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`role-to-assume: AWS does not let this job assume ${role.arn} (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}); its trust policy must allow GitHub's provider token.actions.githubusercontent.com for this repository, and sessions of ${role.seconds} s`, { cause: error });
    }
    for (const secret of [session.secretAccessKey, session.sessionToken]) {
        if (secret !== undefined)
            mask(secret);
    }
    return session;
}
/** The audience that GitHub's guide has people trust in their role: only China has one of its own. */
function audienceIn(region) {
    return (0,_base_partitions_js__WEBPACK_IMPORTED_MODULE_1__/* .partitionOf */ .iQ)(region).id === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}
async function ask(idToken, audience) {
    try {
        return await idToken(audience);
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(`role-to-assume: GitHub did not issue an ID token to this job (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}); expected "permissions: id-token: write" in the workflow`, { cause: error });
    }
}


/***/ })

};
