// What Lambda accepts (Lambda developer guide, "Lambda quotas"), in bytes.

/** Of the files of a function; its layers count as well, and are not known here. */
export const MOST_UNZIPPED = 250 * 1024 * 1024;

/** Of a ZIP file in a request, which is sent in base64: 50 MB with the rest of the request. */
export const MOST_SENT = 50 * 1024 * 1024 - 4096;

/** `1.2 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const [unit, size] = bytes < 1024 ** 2 ? ['kB', 1024] : ['MB', 1024 ** 2];
  const value = bytes / size;
  return `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} ${unit}`;
}
