// Holds the page against its reference pictures (tests/web/pictures/states/), state by state:
//     node tests/web/visual.mjs [STATE…]            prints how many pixels differ, and fails where any do
//     node tests/web/visual.mjs --write [STATE…]    takes the references anew, to be looked at
// Pictures are at half size and of one machine: another one's fonts differ, so this is not among the tests.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { serve } from '../../web/server.mjs'

const require = createRequire(new URL('../../web/package.json', import.meta.url))
const { chromium } = require('playwright-core')

const root = new URL('../../', import.meta.url)
const folder = new URL('tests/web/pictures/states/', root)
const writes = process.argv.includes('--write')
const named = process.argv.slice(2).filter((name) => !name.startsWith('--'))
const isAsked = (name) => named.length === 0 || named.includes(name)
const executablePath =
  process.env.CHROMIUM || execFileSync('sh', ['-c', 'command -v chromium']).toString().trim()
const site = await serve({ folder: new URL('build/site/', root).pathname })
const browser = await chromium.launch({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
})

/** From the page as it opens: what leads to each state. */
const states = {
  first: async () => {},
  repairs: sample,
  read: lens('Read'),
  people: lens(/People/, async (page) => {
    await page.keyboard.press('F8')
    await page.locator('.mention.current').waitFor()
  }),
  differences: lens(/Differences/, async (page) => {
    await page.getByRole('button', { name: 'Its clean version' }).click()
    await page.locator('.rows').waitFor()
  }),
  lost: async (page) => {
    await sample(page)
    // On to the sixth repair, for which there are readings to choose from.
    for (const n of ['3', '4', '5', '6']) {
      await page.keyboard.press('F8')
      await page.locator('.note.current .number', { hasText: n }).waitFor()
    }
  },
  reports: async (page) => {
    await page.getByRole('button', { name: 'Its clean version' }).click()
    await page.locator('.note.current').waitFor()
    await page.getByRole('radio', { name: /Differences/ }).click()
    await page.getByRole('button', { name: 'Another paper’s account' }).click()
    await page.locator('.rows.reports').waitFor()
    await page.keyboard.press('F8')
    await page.locator('mark.current').first().waitFor()
  },
  export: async (page) => {
    await sample(page)
    await page.keyboard.press('Control+s')
    await page.locator('#export .about', { hasText: 'KB' }).waitFor()
  },
  batch: async (page) => {
    await page.evaluate(() => {
      const transfer = new DataTransfer()
      for (const name of ['One', 'Two', 'Three'])
        transfer.items.add(new File([`${name} , two . ${name} , three .`], `${name}.txt`))
      transfer.items.add(new File(['%PDF-1.4'], 'Scan.pdf'))
      const options = { dataTransfer: transfer, bubbles: true, cancelable: true }
      document.querySelector('main').dispatchEvent(new DragEvent('drop', options))
    })
    await page.getByText('3 of 4').waitFor()
  },
}

async function sample(page) {
  await page.getByRole('button', { name: 'A damaged article' }).click()
  await page.locator('.note.current').waitFor()
}
function lens(name, then = async () => {}) {
  return async (page) => {
    await sample(page)
    await page.getByRole('radio', { name }).click()
    await then(page)
  }
}

/** Pixels that differ by more than a shade, counted by a page that has no other use. */
const counter = await browser.newPage()
const differing = (a, b) =>
  counter.evaluate(
    async (sources) => {
      const [one, two] = await Promise.all(
        sources.map(async (source) => {
          const bytes = Uint8Array.from(atob(source), (c) => c.charCodeAt(0))
          const image = await createImageBitmap(new Blob([bytes]))
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
          context.drawImage(image, 0, 0)
          return context.getImageData(0, 0, image.width, image.height)
        }),
      )
      if (one.width !== two.width || one.height !== two.height) return Number.POSITIVE_INFINITY
      let count = 0
      for (let i = 0; i < one.data.length; i += 4)
        if ([0, 1, 2].some((c) => Math.abs(one.data[i + c] - two.data[i + c]) > 16)) count++
      return count
    },
    [a, b].map((bytes) => bytes.toString('base64')),
  )

mkdirSync(folder, { recursive: true })
let failed = 0
for (const [state, lead] of Object.entries(states).filter(([name]) => isAsked(name)))
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [1024, 'dark'],
    [390, 'light'],
  ]) {
    const context = await browser.newContext({
      viewport: { width, height: width < 600 ? 844 : 900 },
      deviceScaleFactor: 0.5,
      colorScheme,
      serviceWorkers: 'block',
    })
    const page = await context.newPage()
    await page.goto(site.url)
    await page.waitForFunction(
      () =>
        document.getElementById('bar').textContent.includes('People') &&
        !/starting|Loading/.test(document.getElementById('status').textContent),
    )
    await lead(page)
    await page.mouse.move(0, 0)
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    // What differs from run to run: the time it took, and where the caret is in its blinking.
    await page.evaluate(() => {
      for (const took of document.querySelectorAll('.took')) took.hidden = true
      document.activeElement?.blur()
    })
    await page.waitForTimeout(1500)
    const taken = await page.screenshot()
    const file = new URL(`${state}-${width}-${colorScheme}.png`, folder)
    if (writes) writeFileSync(file, taken)
    else {
      const pixels = existsSync(file)
        ? await differing(taken, readFileSync(file))
        : Number.POSITIVE_INFINITY
      console.log(`${file.pathname.slice(folder.pathname.length)}: ${pixels} pixels differ`)
      if (pixels > 0) failed++
    }
    await context.close()
  }
await browser.close()
await site.close()
if (failed > 0) process.exitCode = 1
