// A headless browser on this machine, with one tab for all pages.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { find } from '../command.ts';
import { Unavailable } from '../verifier.ts';
import { connect, type DevTools, type Send } from './devtools.ts';

export interface View {
  /** CSS pixels. */
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  /** The reader's time zone, by its IANA name; default UTC. */
  readonly zone?: string;
}

export interface Browser {
  /** Opens an address in a view; it replaces the page that was open. */
  open(url: string, view: View): Promise<Page>;
  close(): Promise<void>;
}

export interface Page {
  /** The value of an expression; a promise is awaited. */
  evaluate<T>(expression: string): Promise<T>;
  /** Changes the view of the open page: its width or its color scheme. */
  turn(view: View): Promise<void>;
  /** A PNG of the whole page, or of its first `height` pixels. */
  picture(height?: number): Promise<Buffer>;
  /** Gestures of a user, in order: real mouse events at pixels of the window, and key events. */
  act(gestures: readonly Gesture[]): Promise<void>;
}

export type Gesture =
  | {
      readonly mouse: 'move' | 'press' | 'release';
      readonly x: number;
      readonly y: number;
      /** For a press or release: 2 for the second of a double click. */
      readonly clicks?: number;
      /** For a move: the button is down. */
      readonly held?: boolean;
    }
  | { readonly key: string };

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Throws `Unavailable` if there is none. */
export async function openBrowser(): Promise<Browser> {
  const program = NAMES.map((name) => find(name)).find((path) => path !== undefined);
  if (program === undefined) throw new Unavailable(`no browser is installed (${NAMES.join(', ')})`);
  const profile = mkdtempSync(join(tmpdir(), 'canary-browser-'));
  const child = spawn(program, [...FLAGS, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const tools = connect(child);
  const call = await openTab(tools.send);
  return {
    open: async (url, view) => {
      await seenIn(call, view);
      const loaded = tools.once('Page.loadEventFired');
      await call('Page.navigate', { url });
      await loaded;
      return pageOf(call);
    },
    close: async () => {
      await tools.send('Browser.close', {}).catch(() => child.kill());
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The browser may not use the network; every page is a file, or is served by this machine. */
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
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

async function openTab(send: DevTools['send']): Promise<Send> {
  const { targetId } = await send<{ targetId: string }>('Target.createTarget', {
    url: 'about:blank',
  });
  const attach = { targetId, flatten: true };
  const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', attach);
  const call: Send = (method, params) => send(method, params, sessionId);
  await call('Page.enable', {});
  return call;
}

async function seenIn(call: Send, { width, scheme, zone = 'Etc/UTC' }: View): Promise<void> {
  await call('Emulation.setDeviceMetricsOverride', {
    width,
    height: 900,
    deviceScaleFactor: 1,
    mobile: width < 500,
  });
  const features = [{ name: 'prefers-color-scheme', value: scheme }];
  await call('Emulation.setEmulatedMedia', { features });
  await call('Emulation.setTimezoneOverride', { timezoneId: zone });
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
    turn: (view) => seenIn(call, view),
    picture: (height) => picture(call, height),
    act: async (gestures) => {
      for (const gesture of gestures) await perform(call, gesture);
    },
  };
}

async function picture(call: Send, height: number | undefined): Promise<Buffer> {
  const { cssContentSize: size } = await call<{
    cssContentSize: { width: number; height: number };
  }>('Page.getLayoutMetrics', {});
  const shown = Math.min(height ?? size.height, size.height);
  const { data } = await call<{ data: string }>('Page.captureScreenshot', {
    format: 'png',
    clip: { x: 0, y: 0, width: size.width, height: shown, scale: 1 },
    captureBeyondViewport: true,
  });
  return Buffer.from(data, 'base64');
}

const MOUSE = { move: 'mouseMoved', press: 'mousePressed', release: 'mouseReleased' } as const;

async function perform(call: Send, gesture: Gesture): Promise<void> {
  if ('key' in gesture) {
    const { key } = gesture;
    await call('Input.dispatchKeyEvent', { type: 'keyDown', key, code: key, ...KEYS[key] });
    await call('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, ...KEYS[key] });
    return;
  }
  const { mouse, x, y, clicks = 1, held = false } = gesture;
  const pressed =
    mouse === 'move' ? { buttons: held ? 1 : 0 } : { button: 'left', clickCount: clicks };
  await call('Input.dispatchMouseEvent', { type: MOUSE[mouse], x, y, ...pressed });
}

/** What Chromium needs for a key, apart from its name. */
const KEYS: Readonly<Record<string, object>> = {
  Tab: { windowsVirtualKeyCode: 9 },
  Enter: { windowsVirtualKeyCode: 13, text: '\r' },
  Escape: { windowsVirtualKeyCode: 27 },
  End: { windowsVirtualKeyCode: 35 },
  Home: { windowsVirtualKeyCode: 36 },
  ArrowLeft: { windowsVirtualKeyCode: 37 },
  ArrowRight: { windowsVirtualKeyCode: 39 },
  '+': { windowsVirtualKeyCode: 187, text: '+' },
  '0': { windowsVirtualKeyCode: 48, text: '0' },
};
