// Takes the pictures of the page for the README, from the built page: npm run picture (in web/).
import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { serve } from '../../web/server.mjs'

const require = createRequire(new URL('../../web/package.json', import.meta.url))
const { chromium } = require('playwright-core')

const root = new URL('../../', import.meta.url)
const executablePath =
  process.env.CHROMIUM || execFileSync('sh', ['-c', 'command -v chromium']).toString().trim()

const site = await serve({ folder: new URL('build/site/', root).pathname })
const browser = await chromium.launch({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
})
const page = await browser.newPage({ viewport: { width: 1120, height: 720 }, colorScheme: 'light' })

async function picture(name) {
  const file = new URL(`tests/web/pictures/${name}.png`, root).pathname
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.mouse.move(0, 0)
  await page.waitForTimeout(1000)
  await page.screenshot({ path: file })
  console.log(`${file}: ${Math.round(statSync(file).size / 1000)} KB`)
}

await page.goto(site.url)
await page.getByRole('radio', { name: /People/ }).waitFor()
await page.getByRole('button', { name: 'A damaged article' }).click()
await page.locator('.note.current').waitFor()
// The broken apostrophe: the repair that shows best what the page is for.
await page.locator('.note', { hasText: '’' }).first().click()
await picture('page')

await page.getByRole('radio', { name: /Differences/ }).click()
await page.getByRole('button', { name: 'Its clean version' }).click()
await page.locator('.rows').waitFor()
await picture('differences')

await page.getByRole('button', { name: 'Swap' }).click()
await page.getByRole('radio', { name: /People/ }).click()
await page.locator('.thing').first().click()
await page.locator('.mention.chain').first().waitFor()
await picture('people')

await browser.close()
await site.close()
