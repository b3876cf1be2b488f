// Loaded by jest itself, which gives each file of tests its own.
module.exports = require('@jest/globals');
