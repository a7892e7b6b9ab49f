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
let page

async function picture(name) {
  const file = new URL(`tests/web/pictures/${name}.png`, root).pathname
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.mouse.move(0, 0)
  await page.waitForTimeout(1000)
  await page.screenshot({ path: file })
  console.log(`${file}: ${Math.round(statSync(file).size / 1000)} KB`)
}

/** The page as it opens, with all that it finds names and lost words with. */
async function open() {
  page = await browser.newPage({ viewport: { width: 1120, height: 720 }, colorScheme: 'light' })
  await page.goto(site.url)
  await page.waitForFunction(
    () =>
      document.getElementById('bar').textContent.includes('People') &&
      !/starting|Loading/.test(document.getElementById('status').textContent),
  )
}

await open()
await page.getByRole('button', { name: 'A damaged article' }).click()
await page.locator('.note.current').waitFor()
// A name that was written over a word, which may have been one of several.
const lost = page.locator('.note', { hasText: 'name was written over' })
await lost.filter({ hasText: 'Repair' }).nth(1).click()
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

await open()
await page.getByRole('button', { name: 'Its clean version' }).click()
await page.locator('.note.current').waitFor()
await page.getByRole('radio', { name: /Differences/ }).click()
await page.getByRole('button', { name: 'Another paper’s account' }).click()
await page.locator('.rows.reports').waitFor()
await page.locator('.finding').first().click()
await picture('reports')

await browser.close()
await site.close()
