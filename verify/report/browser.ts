// A headless browser of this machine, spoken to by the DevTools protocol over a pipe.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { find } from '../command.ts';
import { Absent } from '../witness.ts';

export interface View {
  /** Pixels of CSS. */
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

export interface Browser {
  /** Opens an address, waits until `ready` (an expression, perhaps a promise) and lets `act` use it. */
  visit<T>(url: string, view: View, ready: string, act: (page: Page) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface Page {
  /** The value of an expression; a promise is waited for. */
  evaluate<T>(expression: string): Promise<T>;
  /** A PNG of the whole page, or of its first `height` pixels. */
  picture(height?: number): Promise<Buffer>;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Throws `Absent` where there is none. */
export function openBrowser(): Browser {
  const program = NAMES.map((name) => find(name)).find((path) => path !== undefined);
  if (program === undefined) throw new Absent(`no browser is installed (${NAMES.join(', ')})`);
  const profile = mkdtempSync(join(tmpdir(), 'canary-browser-'));
  const child = spawn(program, [...FLAGS, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const send = connect(child);
  return {
    visit: (url, view, ready, act) => visit(send, { url, view, ready }, act),
    close: async () => {
      await send('Browser.close', {}).catch(() => child.kill());
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Nothing of it may reach the network; everything that is shown is a file. */
const FLAGS = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--hide-scrollbars',
  '--force-color-profile=srgb',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

type Send = <T>(method: string, params: object, sessionId?: string) => Promise<T>;

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

const ANSWER_MS = 60_000;

/** Messages are JSON, each ended by a zero byte. */
function connect(child: ChildProcess): Send {
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, (answer: Answer) => void>();
  let rest = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const answer = JSON.parse(part) as Answer;
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    }
  });
  input.on('error', () => undefined); // it is gone, and the time limit says so
  let last = 0;
  return <T>(method: string, params: object, sessionId?: string) =>
    new Promise<T>((resolve, reject) => {
      const id = ++last;
      const timer = setTimeout(() => reject(new Error(`${method}: no answer`)), ANSWER_MS);
      waiting.set(id, ({ result, error }) => {
        clearTimeout(timer);
        waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result as T);
      });
      input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    });
}

interface Visit {
  readonly url: string;
  readonly view: View;
  readonly ready: string;
}

async function visit<T>(
  send: Send,
  { url, view, ready }: Visit,
  act: (page: Page) => Promise<T>,
): Promise<T> {
  const { targetId } = await send<{ targetId: string }>('Target.createTarget', {
    url: 'about:blank',
  });
  try {
    const attach = { targetId, flatten: true };
    const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', attach);
    const call: Send = (method, params) => send(method, params, sessionId);
    await call('Emulation.setDeviceMetricsOverride', {
      width: view.width,
      height: 900,
      deviceScaleFactor: 1,
      mobile: view.width < 500,
    });
    const features = [{ name: 'prefers-color-scheme', value: view.scheme }];
    await call('Emulation.setEmulatedMedia', { features });
    await call('Page.enable', {});
    await call('Page.navigate', { url });
    const page = pageOf(call);
    await settled(page, url, ready);
    return await act(page);
  } finally {
    await send('Target.closeTarget', { targetId });
  }
}

/** A page that was just asked for may still be the blank one. */
async function settled(page: Page, url: string, ready: string): Promise<void> {
  const there = `location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`;
  for (let i = 0; !(await page.evaluate<boolean>(there)); i++) {
    if (i === 200) throw new Error(`${url} does not load`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await page.evaluate(ready);
}

function pageOf(call: Send): Page {
  return {
    evaluate: async <T>(expression: string) => {
      const { result, exceptionDetails } = await call<{
        result: { value: T };
        exceptionDetails?: { text: string; exception?: { description?: string } };
      }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) {
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      }
      return result.value;
    },
    picture: async (height) => {
      const { cssContentSize: size } = await call<{
        cssContentSize: { width: number; height: number };
      }>('Page.getLayoutMetrics', {});
      const clip = {
        x: 0,
        y: 0,
        width: size.width,
        height: Math.min(height ?? size.height, size.height),
        scale: 1,
      };
      const { data } = await call<{ data: string }>('Page.captureScreenshot', {
        format: 'png',
        clip,
        captureBeyondViewport: true,
      });
      return Buffer.from(data, 'base64');
    },
  };
}
