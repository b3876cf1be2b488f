// Loaded into both processes of a pair: tells the peak memory of its process when that ends.
const { writeSync } = require('node:fs');

process.on('exit', () => {
  writeSync(3, String(process.resourceUsage().maxRSS));
});
