// Words that a tool wrote over: the reader sees where, why and how sure, and chooses among readings.

import type { Locator } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { siteForAll } from './for_all'
import { article, axeViolations, flat, type Opened, paste, seenText } from './open_page'

const site = siteForAll()
let opened: Opened

beforeAll(async () => {
  opened = await site.open({ height: 2400 })
  await paste(opened.page, article('damaged'))
  await gap().first().waitFor()
})

const seen = async () => flat(await seenText(opened.page))
/** Notes about places where words were written over and none is good enough. */
const gaps = ({ page }: Pick<Opened, 'page'>) =>
  page.locator('.note').filter({ has: page.locator('.state', { hasText: 'lost,' }) })
const gap = () => gaps(opened)
/** Makes a note the current one; the note itself, whatever it is told to be afterwards. */
async function choose(which: Locator) {
  const note = opened.page.locator(`#${await which.getAttribute('id')}`)
  await note.click()
  await note.and(opened.page.locator('.current')).waitFor()
  return note
}

describe('lost words', () => {
  it('are told with what was written over them, why, how sure, and what may have stood', async () => {
    const { page } = opened
    expect(await gap().count()).toBeGreaterThan(5)
    for (const one of (await gap().all()).slice(0, 8)) {
      await one.click()
      expect(await one.locator('.excerpt').innerText()).toContain('[…]')
      expect(await one.locator('.why').innerText()).toContain('was written over')
      expect(await one.locator('.state').first().innerText()).toMatch(/^lost, \d+ %$/)
    }
    const chosen = await page.getByRole('combobox', { name: 'Show' }).innerText()
    expect(chosen).toContain('Pronoun that a name was written over')
  })

  it('are chosen from the readings, taken back, and undone', async () => {
    const { page } = opened
    const before = await seen()
    // A pronoun after "than", before a noun.
    const note = await choose(
      gap().filter({ hasText: 'Trump' }).filter({ hasText: 'Repair' }).nth(1),
    )
    const reading = note.locator('.readings button').first()
    const [, word = ''] = /\d\s+(.+?)\s+\d+ %/.exec(flat(await reading.innerText())) ?? []
    expect(word).not.toBe('')
    await reading.click()
    await expect.poll(() => note.locator('.state').first().innerText()).toBe('kept')
    expect(await note.locator('.is').innerText()).toBe(word)
    expect(await seen()).not.toBe(before)
    await note.getByRole('button', { name: 'Leave' }).click()
    await expect.poll(seen).toBe(before)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(seen).toBe(before)
    expect(await note.locator('.state').first().innerText()).toContain('lost,')
  })

  it('are chosen by their number', async () => {
    const { page } = opened
    const before = await seen()
    const note = await choose(gap().filter({ hasText: 'Keep' }).first())
    await note.focus()
    await page.keyboard.press('1')
    await expect.poll(seen).not.toBe(before)
    await expect.poll(() => note.locator('.state').first().innerText()).toBe('kept')
    await page.keyboard.press('Control+z')
    await expect.poll(seen).toBe(before)
  })

  it('are in the text that is taken away as they are decided', async () => {
    const { page } = opened
    await page.keyboard.press('Control+s')
    const shown = page.locator('#export')
    await shown.getByRole('radio', { name: /^Clean text/ }).check()
    await expect.poll(() => shown.locator('pre').innerText()).toContain('[…]')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Copy text' }).click()
    await expect.poll(() => page.locator('#status').innerText()).toContain('copied')
    expect(flat(await page.evaluate(() => navigator.clipboard.readText()))).toBe(await seen())
  })

  it('stay while one types elsewhere', async () => {
    const { page } = opened
    const count = await gap().count()
    await page.locator('.cm-content').focus()
    await page.keyboard.press('Control+End')
    const counts: number[] = []
    for (const key of ' More') {
      await page.keyboard.type(key)
      await page.waitForTimeout(80)
      counts.push(await gap().count())
    }
    await page.waitForTimeout(1500)
    counts.push(await gap().count())
    expect(Math.min(...counts)).toBeGreaterThan(count / 2)
  })

  it('are not found in a clean article', async () => {
    const clean = await site.open()
    await paste(clean.page, article('version'))
    await clean.page.locator('.note').first().waitFor()
    await clean.page.waitForTimeout(1500)
    expect(await gaps(clean).count()).toBe(0)
    expect(await axeViolations(clean.page)).toEqual([])
    expect(clean.faults).toEqual([])
    await clean.close()
  })

  it('without their model the page goes on, and says so', async () => {
    const context = await site.browser.newContext({ serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.route(/restore.*\.model/, (route) => route.abort())
    await page.goto(site.url)
    await expect.poll(() => page.locator('#status').innerText()).toContain('cannot be found')
    await page.getByRole('button', { name: 'A damaged article' }).click()
    await page.locator('.note.current').waitFor()
    expect(await gaps({ page }).count()).toBe(0)
    await context.close()
  })

  it('did nothing that it must not do', () => {
    expect(opened.faults).toEqual([])
  })
})
