// What a key costs the main thread, and how long fresh marks take, in the built page:
//     node tests/web/measure_typing.mjs [SIZE]
// CPU as Linux counts it for the main thread of the page, which a busy machine changes little (the browser's own
// figures are by the clock there); the time to fresh marks is by the clock.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { serve } from '../../web/server.mjs'

const require = createRequire(new URL('../../web/package.json', import.meta.url))
const { chromium } = require('playwright-core')

const root = new URL('../../', import.meta.url)
const executablePath =
  process.env.CHROMIUM || execFileSync('sh', ['-c', 'command -v chromium']).toString().trim()
const article = readFileSync(new URL('examples/articles/damaged.txt', root), 'utf8')
const keys = 40

const site = await serve({ folder: new URL('build/site/', root).pathname })
const browser = await chromium.launch({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
})

async function measure(characters, line) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  await page.goto(site.url)
  await page.getByRole('radio', { name: /People/ }).waitFor()
  const one = line ? article.trim() : article.replace(/\. {2,}/g, '.\n\n')
  const text = one.repeat(Math.ceil(characters / one.length)).slice(0, characters)
  await page.evaluate((t) => navigator.clipboard.writeText(t), text)
  await page.locator('.cm-content').focus()
  await page.keyboard.press('Control+v')
  await page.locator('.note').first().waitFor({ timeout: 120_000 })
  await page.keyboard.press('Control+Home')
  await page.waitForTimeout(3000)

  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const pages = processInfo.filter(({ type }) => type === 'renderer')
  /** Milliseconds that the main threads were on a processor; a process is named by its main thread. */
  const ticks = async () => {
    const spent = pages.map(({ id }) => readFileSync(`/proc/${id}/task/${id}/schedstat`, 'utf8'))
    return spent.reduce((sum, line) => sum + Number(line.split(' ')[0]) / 1e6, 0)
  }
  const idle = await ticks()
  await page.waitForTimeout(2000)
  const idlePerSecond = ((await ticks()) - idle) / 2
  const before = await ticks()
  const begun = Date.now()
  for (let i = 0; i < keys; i++) {
    await page.keyboard.type('n')
    await page.waitForTimeout(100)
  }
  await page.waitForTimeout(1500)
  const seconds = (Date.now() - begun) / 1000
  const perKey = ((await ticks()) - before - idlePerSecond * seconds) / keys
  const fresh = await freshMarks(page)
  await context.close()
  return { perKey, fresh }
}

/** From a key that makes a repair to its mark on the screen: the 95th of a hundred (of 20), in milliseconds. */
async function freshMarks(page) {
  const times = await page.evaluate(async () => {
    const article = document.querySelector('article-text')
    const content = article.shadowRoot.querySelector('.cm-content')
    const measured = []
    for (let i = 0; i < 20; i++) {
      const begun = performance.now()
      const changes = { from: 0, insert: `Word${i} , ` }
      article.dispatch({ changes, userEvent: 'input.type' })
      // The blank before the comma is drawn away.
      while (content.textContent.includes(`Word${i} ,`) && performance.now() - begun < 5000)
        await new Promise((next) => requestAnimationFrame(next))
      measured.push(performance.now() - begun)
      await new Promise((next) => setTimeout(next, 300))
    }
    return measured.sort((a, b) => a - b)
  })
  return times[Math.floor(times.length * 0.95)] ?? 0
}

const sizes = [
  ['5 KB', 5_000, false],
  ['100 KB', 100_000, false],
  ['100 KB in one line', 100_000, true],
  ['1 MB', 1_000_000, false],
]
// The size that is named, or all.
for (const [name, characters, line] of sizes.filter(([n]) => n.startsWith(process.argv[2] ?? ''))) {
  const { perKey, fresh } = await measure(characters, line)
  console.log(
    `${name.padEnd(20)} ${perKey.toFixed(1)} ms of CPU a key, fresh marks p95 ${fresh.toFixed(0)} ms`,
  )
}
await browser.close()
await site.close()
