// Three engines behind one small face: Chromium and Firefox by Playwright, WebKitGTK by the WebDriver
// protocol (W3C) itself. An engine that is not installed is skipped by its tests.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, firefox } from 'playwright-core'
import { findChromium } from './open_page'

export const engineNames = ['chromium', 'firefox', 'webkit'] as const
export type EngineName = (typeof engineNames)[number]

export interface Engine {
  goto(url: string): Promise<void>
  /** Runs an expression in the page and gives its value, awaited. */
  run<Value>(expression: string): Promise<Value>
  /** Types letters, or one named key with its modifiers: "Control+z". */
  press(key: string): Promise<void>
  type(text: string): Promise<void>
  close(): Promise<void>
}

const found = (command: string): string => {
  try {
    return execFileSync('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
  } catch {
    return ''
  }
}
const miniBrowser = () =>
  found(
    'ls /usr/lib/*/webkit2gtk-4.*/MiniBrowser /usr/libexec/webkit2gtk-4.*/MiniBrowser | head -1',
  )

export const isInstalled = (name: EngineName): boolean => {
  if (name === 'chromium') return true
  if (name === 'firefox') return found('command -v firefox-esr') !== ''
  return [found('command -v WebKitWebDriver'), found('command -v Xvfb'), miniBrowser()].every(
    Boolean,
  )
}

async function openPlaywright(browser: Browser): Promise<Engine> {
  const page = await (
    await browser.newContext({ viewport: { width: 1280, height: 900 } })
  ).newPage()
  return {
    goto: async (url) => void (await page.goto(url)),
    run: (expression) => page.evaluate(expression),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    close: () => browser.close(),
  }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Keys of the protocol that have no letter. */
const keys: Readonly<{ [name: string]: string }> = {
  Control: '\ue009',
  Shift: '\ue008',
  Alt: '\ue00a',
  Escape: '\ue00c',
  Enter: '\ue007',
  End: '\ue010',
  Home: '\ue011',
}

async function openWebKit(): Promise<Engine> {
  const display = `:${100 + (process.pid % 800)}`
  const quiet = { stdio: 'ignore' } as const
  const screen = spawn('Xvfb', [display, '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], quiet)
  for (let i = 0; i < 50 && !existsSync(`/tmp/.X11-unix/X${display.slice(1)}`); i++)
    await pause(100)
  const port = await freePort()
  // It keeps what pages leave behind; a page of another build, kept under the same port, would be found.
  const kept = mkdtempSync(join(tmpdir(), 'palimpsest-webkit-'))
  const env = { ...process.env, DISPLAY: display, XDG_DATA_HOME: kept, XDG_CACHE_HOME: kept }
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { ...quiet, env })
  const end = () => {
    driver.kill()
    screen.kill()
    rmSync(kept, { recursive: true, force: true, maxRetries: 5 })
  }
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const { value } = (await answer.json()) as { value: unknown }
    if (!answer.ok) throw new Error((value as { message?: string })?.message ?? `${answer.status}`)
    return value
  }
  try {
    for (let i = 0; i < 50; i++) {
      if (await ask('GET', '/status').catch(() => null)) break
      await pause(100)
    }
    const options = { binary: miniBrowser(), args: ['--automation'] }
    const alwaysMatch = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options }
    const { sessionId } = (await ask('POST', '/session', { capabilities: { alwaysMatch } })) as {
      sessionId: string
    }
    const at = `/session/${sessionId}`
    await ask('POST', `${at}/window/rect`, { x: 0, y: 0, width: 1280, height: 900 })
    await ask('POST', `${at}/timeouts`, { script: 30_000 })
    const act = (actions: readonly unknown[]) =>
      ask('POST', `${at}/actions`, { actions: [{ type: 'key', id: 'keys', actions }] })
    const down = (value: string) => ({ type: 'keyDown', value })
    const up = (value: string) => ({ type: 'keyUp', value })
    return {
      goto: async (url) => void (await ask('POST', `${at}/url`, { url })),
      async run<Value>(expression: string) {
        const script = `const done = arguments[arguments.length - 1]
          Promise.resolve().then(() => (${expression})).then(
            (value) => done({ value }), (error) => done({ error: String(error) }))`
        const { value, error } = (await ask('POST', `${at}/execute/async`, {
          script,
          args: [],
        })) as { value: Value; error?: string }
        if (error !== undefined) throw new Error(error)
        return value
      },
      async press(key) {
        const parts = key.split('+').map((part) => keys[part] ?? part)
        await act([...parts.map(down), ...parts.reverse().map(up)])
      },
      async type(text) {
        await act([...text].flatMap((letter) => [down(letter), up(letter)]))
      },
      async close() {
        await Promise.race([ask('DELETE', at).catch(() => {}), pause(3000)])
        end()
      },
    }
  } catch (error) {
    end()
    throw error
  }
}

export async function openEngine(name: EngineName): Promise<Engine> {
  if (name === 'webkit') return openWebKit()
  if (name === 'firefox') {
    const executablePath = found('command -v firefox-esr')
    // Firefox as it is shipped lets a file read no other file; test drivers switch that off.
    const firefoxUserPrefs = { 'security.fileuri.strict_origin_policy': true }
    const launched = firefox.launch({ channel: 'moz-firefox', executablePath, firefoxUserPrefs })
    return openPlaywright(await launched)
  }
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
  return openPlaywright(await chromium.launch({ executablePath: findChromium(), args }))
}
