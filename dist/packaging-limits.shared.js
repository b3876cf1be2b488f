// src/packaging/limits.ts
var MOST_UNZIPPED = 250 * 1024 * 1024;
var MOST_SENT = 50 * 1024 * 1024 - 4096;
function formatBytes(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  const [unit, size] = bytes < 1024 ** 2 ? ["kB", 1024] : ["MB", 1024 ** 2];
  const value = bytes / size;
  return `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} ${unit}`;
}

export {
  MOST_UNZIPPED,
  MOST_SENT,
  formatBytes
};
