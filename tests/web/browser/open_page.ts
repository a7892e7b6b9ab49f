// The built page in a real Chromium, served under a path as a project site has it, with everything
// written down that it must not do.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { serve } from '../../../web/server.mjs'

const root = new URL('../../../', import.meta.url)
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const article = (name: string) =>
  readFileSync(new URL(`examples/articles/${name}.txt`, root), 'utf8')

export function findChromium(): string {
  const named = process.env.CHROMIUM
  if (named) return named
  const names = 'command -v chromium || command -v chromium-browser || command -v google-chrome'
  return execFileSync('sh', ['-c', names]).toString().trim()
}

export interface OpenOptions {
  width?: number
  height?: number
  colorScheme?: 'light' | 'dark'
  /** Let the page keep itself for use without a network. */
  keeps?: boolean
}

export async function startSite(base = '/some/repo/') {
  const folder = new URL('build/site/', root).pathname
  if (!existsSync(`${folder}index.html`)) throw new Error('build the page first: npm run build')
  const server = await serve({ folder, base })
  const browser = await chromium.launch({ executablePath: findChromium(), args: flags })
  return {
    open: (options?: OpenOptions) => openPage(browser, server.url, options),
    url: server.url,
    browser,
    stopServer: () => server.close(),
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
export type Site = Awaited<ReturnType<typeof startSite>>

export async function openPage(browser: Browser, url: string, options: OpenOptions = {}) {
  const { width = 1280, height = 900, colorScheme = 'light' } = options
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    // Kept files would hide what a test takes away from the page.
    serviceWorkers: options.keeps ? 'allow' : 'block',
  })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  /** What the page did that it must not do: errors, violations of its policy, requests. */
  const faults: string[] = []
  const requests: string[] = []
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => requests.push(request.url()))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  await page.goto(url)
  await page.evaluate(async () => {
    await document.fonts.ready
  })
  await ready(page)
  const requestsToLoad = requests.splice(0)
  return { page, faults, requests, requestsToLoad, close: () => context.close() }
}
export type Opened = Awaited<ReturnType<typeof openPage>>

/** The core has answered, and what it finds names and lost words with is there: the lens of names has
    appeared, and the status line does not speak of starting or loading any more. */
const ready = (page: Page) =>
  page.waitForFunction(() => {
    const status = document.getElementById('status')?.textContent ?? ''
    const lenses = document.getElementById('bar')?.textContent ?? ''
    return status !== '' && !/starting|Loading/.test(status) && lenses.includes('People')
  })

/** The lines of the article as they are seen, without what is only spoken. */
export const seenText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const lines = document.querySelector('article-text')?.shadowRoot?.querySelectorAll('.cm-line')
    return [...(lines ?? [])]
      .map((line) => {
        const copy = line.cloneNode(true) as Element
        for (const spoken of copy.querySelectorAll('.spoken')) spoken.remove()
        return copy.textContent ?? ''
      })
      .join('\n')
  })

/** The text without regard to where lines break. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()

export const note = (page: Page, number: number) => page.locator(`#note-${number - 1}`)

/** Pastes as a reader does: over all that is there. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.locator('.cm-content').focus()
  await page.keyboard.press('Control+a')
  await page.evaluate((t) => navigator.clipboard.writeText(t), text)
  await page.keyboard.press('Control+v')
}

/** Yours is in the editor, the other text comes by paste, as a reader does it. */
export async function compareTexts(opened: Opened, yours: string, other: string): Promise<void> {
  const { page } = opened
  await paste(page, yours)
  await page.getByRole('radio', { name: /Differences/ }).click()
  await page.evaluate((t) => navigator.clipboard.writeText(t), other)
  await page.getByRole('textbox', { name: 'The other text' }).focus()
  await page.keyboard.press('Control+v')
  await page.locator('.rows').waitFor()
}

/** What stands in the rows, without what is only spoken. */
export const rowsText = ({ page }: Opened) =>
  page.evaluate(() => {
    const copy = document.querySelector('.rows')?.cloneNode(true) as Element
    for (const spoken of copy.querySelectorAll('.spoken')) spoken.remove()
    return copy.textContent ?? ''
  })

/** Drops a file on the page. */
export async function dropFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const binary = Buffer.from(bytes).toString('base64')
  await page.evaluate(
    ([file, content]) => {
      const transfer = new DataTransfer()
      const data = Uint8Array.from(atob(content), (c) => c.charCodeAt(0))
      transfer.items.add(new File([data], file))
      const options = { dataTransfer: transfer, bubbles: true, cancelable: true }
      document.querySelector('main')?.dispatchEvent(new DragEvent('drop', options))
    },
    [name, binary] as const,
  )
}

/** What the page says of itself: its notice and its status line. */
export const said = async (page: Page): Promise<string> =>
  `${await page.locator('#notice').innerText()}\n${await page.locator('#status').innerText()}`

export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    }),
  )
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)
}
