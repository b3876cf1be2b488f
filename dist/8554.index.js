export const id = 8554;
export const ids = [8554];
export const modules = {

/***/ 28554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   onCancel: () => (/* binding */ onCancel)
/* harmony export */ });
// A cancelled job gets SIGINT, SIGTERM 7.5 s later, and is killed 2.5 s after that (GitHub Docs, "workflow
// cancellation reference"). Both signals mean the same for a rollout: roll back now.
/** @param onSignal called at once on the first signal @param names the signals that cancel */
function onCancel(log, onSignal, names = ['SIGINT', 'SIGTERM']) {
    const controller = new AbortController();
    const stop = (name) => {
        if (!controller.signal.aborted) {
            log.line(`Received ${name}: the job is being cancelled.`);
            onSignal();
        }
        controller.abort();
    };
    for (const name of names)
        process.on(name, stop);
    return {
        signal: controller.signal,
        dispose: () => {
            for (const name of names)
                process.off(name, stop);
        },
    };
}


/***/ })

};
