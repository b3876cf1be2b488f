export const id = 554;
export const ids = [554];
export const modules = {

/***/ 8554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   onCancel: () => (/* binding */ onCancel)
/* harmony export */ });
// A cancelled job gets SIGINT, SIGTERM 7.5 s later, and is killed 2.5 s after that (GitHub Docs, "workflow
// cancellation reference"). Both signals mean the same for a rollout: roll back now.
/** @param onSignal called at once on the first signal */
function onCancel(log, onSignal) {
    const controller = new AbortController();
    const stop = (name) => {
        if (!controller.signal.aborted) {
            log.line(`Received ${name}: the job is being cancelled.`);
            onSignal();
        }
        controller.abort();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    return {
        signal: controller.signal,
        dispose: () => {
            process.off('SIGINT', stop);
            process.off('SIGTERM', stop);
        },
    };
}


/***/ })

};
