// Two texts are compared, and what the page shows of their differences is read off it.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { forEveryEye, siteForAll } from './for_all'
import { article, compareTexts, dropFile, flat, paste, rowsText, said } from './open_page'

const site = siteForAll()

const openTwo = async (yours: string, other: string, options = {}) => {
  const opened = await site.open(options)
  await compareTexts(opened, yours, other)
  return opened
}

/** Presses a key until the page, which refuses it while it still compares, has done what it asks for. */
const pressUntil = (page: Page, key: string, selector: string, count: number) =>
  expect
    .poll(
      async () => {
        const shown = page.locator(selector)
        if ((await shown.count()) !== count) await page.keyboard.press(key)
        return shown.count()
      },
      { interval: 500 },
    )
    .toBe(count)

const yours =
  'The mayor sent 400 men to Rome on Friday.\n\n“We will not wait,” she said. The bridge is closed.\n'
const other =
  'The mayor sent 4,000 men to Paris on Friday.\n\n"We will not wait," she said. The bridge is closed.\n'

describe('two texts', () => {
  it('pasted, are compared at once: what changes the meaning is shown, with its cause', async () => {
    const opened = await openTwo(yours, other)
    const { page, faults } = opened
    await expect.poll(() => page.locator('.note').count()).toBe(2)
    expect(flat(await rowsText(opened))).toContain('sent 4004,000\u2060 men')
    expect(await page.locator('.difference del').allInnerTexts()).toEqual(['400', 'Rome'])
    expect(await page.locator('.difference ins').allInnerTexts()).toEqual(['4,000', 'Paris'])
    await page.locator('.note').first().click()
    expect(await page.locator('.note.current .why').innerText()).toContain('from “400” to “4,000”')
    expect(await page.getByRole('button', { name: /Damage 2/ }).getAttribute('aria-pressed')).toBe(
      'false',
    )
    expect(faults).toEqual([])
    await opened.close()
  })

  it('show a group that was hidden, and only one cause, and words that are searched', async () => {
    const opened = await openTwo(yours, other)
    const { page } = opened
    const count = () => page.locator('.note').count()
    await page.getByRole('button', { name: /Damage/ }).click()
    await expect.poll(count).toBe(4)
    await page.getByRole('searchbox').fill('cause:place')
    await expect.poll(count).toBe(1)
    expect(await page.locator('.difference ins').allInnerTexts()).toEqual(['Paris'])
    await page.getByRole('searchbox').fill('4,000')
    await expect.poll(count).toBe(1)
    await page.getByRole('searchbox').fill('')
    await page.getByRole('combobox', { name: 'Cause' }).selectOption('number')
    await expect.poll(count).toBe(1)
    await opened.close()
  })

  it('stand side by side in rows, with a sign between them', async () => {
    const opened = await openTwo(yours, other)
    const { page } = opened
    await page.getByRole('button', { name: 'Side by side' }).click()
    const cells = page.locator('.rows tbody tr').first().locator('td')
    expect(flat(await cells.nth(0).innerText())).toContain('sent 400')
    expect(await cells.nth(1).innerText()).toBe('≠')
    expect(flat(await cells.nth(2).innerText())).toContain('sent 4,000')
    await page.getByRole('button', { name: 'One column' }).click()
    await page.locator('.rows.one').waitFor()
    await opened.close()
  })

  it('are taken over piece by piece, which is undone like any edit', async () => {
    const opened = await openTwo(yours, other)
    const { page, faults } = opened
    await page.locator('.note').first().getByRole('button', { name: 'Take theirs' }).click()
    await expect.poll(() => page.locator('.note').count()).toBe(1)
    expect(await rowsText(opened)).toContain('sent 4,000 men')
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.locator('.note').count()).toBe(2)
    expect(flat(await rowsText(opened))).toContain('sent 4004,000')
    expect(faults).toEqual([])
    await opened.close()
  })

  it('by keyboard: next, leave, all of one cause, ignore a group, side by side', async () => {
    const opened = await openTwo(yours, other)
    const { page } = opened
    await page.keyboard.press('F8')
    await page.keyboard.press('Control+.')
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('.note')?.textContent ?? '')
    await expect.poll(focused).toContain('Rome')
    await pressUntil(page, 'y', '.note.kept', 1)
    await expect.poll(focused).toContain('400')
    await pressUntil(page, 'Shift+A', '.note', 1)
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.locator('.note').count()).toBe(2)
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.locator('.note.kept').count()).toBe(0)
    await page.locator('.note').first().focus()
    await page.keyboard.press('s')
    await page.locator('.rows.side').waitFor()
    await page.keyboard.press('s')
    await page.locator('.rows.one').waitFor()
    await page.locator('.note').first().focus()
    await page.keyboard.press('g')
    await expect.poll(() => page.locator('.note').count()).toBe(0)
    await opened.close()
  })

  it('are the same: said in one line', async () => {
    const opened = await openTwo('The same text.\n', 'The same text.\n')
    await expect
      .poll(() => opened.page.locator('.differences').innerText())
      .toContain('letter for letter')
    expect(await opened.page.locator('.difference').count()).toBe(0)
    await opened.close()
  })

  it('show what was moved at both places, and lead from one to the other', async () => {
    const one = 'One bird sings in the old tree by the river.'
    const two = 'Two dogs sleep under the long table in the house.'
    const three = 'Three cats watch the quiet street from a window.'
    const opened = await openTwo(`${one} ${two} ${three}`, `${three} ${one} ${two}`)
    const { page } = opened
    await expect.poll(() => page.locator('.difference.moved').count()).toBe(2)
    expect(await page.locator('.way').allInnerTexts()).toEqual(['⇄ moved here', '⇄ moved away'])
    await page.locator('.note.current').getByRole('button', { name: 'Other place' }).click()
    await page.getByRole('button', { name: 'Take theirs' }).click()
    await expect.poll(() => page.locator('.difference.moved').count()).toBe(0)
    expect(flat(await rowsText(opened))).toContain(`${three} ${one} ${two}`)
    await opened.close()
  })

  it('are swapped, edited and taken away, and survive a reload', async () => {
    const opened = await openTwo(yours, other)
    const { page } = opened
    await page.getByRole('button', { name: 'Swap' }).click()
    await expect
      .poll(() => page.locator('.difference del').allInnerTexts())
      .toEqual(['4,000', 'Paris'])
    await page.waitForTimeout(600)
    await page.reload()
    await expect
      .poll(() => page.locator('.difference del').allInnerTexts())
      .toEqual(['4,000', 'Paris'])
    await page.getByRole('button', { name: 'Edit texts' }).click()
    const sheet = page.getByRole('textbox', { name: 'The other text' })
    await sheet.fill('The mayor sent 4,000 men to Paris on Monday.\n')
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
    await expect.poll(() => page.locator('.difference ins').allInnerTexts()).toContain('Monday')
    await page.getByRole('button', { name: 'Remove' }).click()
    await expect.poll(() => sheet.inputValue()).toBe('')
    await opened.close()
  })

  it('dropped as a file, becomes the other text; what is no text is refused in words', async () => {
    const opened = await site.open()
    const { page } = opened
    await paste(page, yours)
    await page.getByRole('radio', { name: /Differences/ }).click()
    await dropFile(page, 'a.pdf', Buffer.from('%PDF-1.4'))
    await expect.poll(() => said(page)).toContain('a.pdf')
    expect(await page.locator('.rows').count()).toBe(0)
    await dropFile(page, 'other.txt', Buffer.from(other))
    await page.locator('.rows').waitFor()
    await expect.poll(() => page.locator('.note').count()).toBe(2)
    await opened.close()
  })

  it('are exported in every format of the core', async () => {
    const opened = await openTwo(yours, other)
    const { page, faults } = opened
    const dialog = page.locator('dialog[open]')
    const formats = dialog.getByRole('group', { name: 'The differences' })
    for (const [title, ending, content] of [
      ['JSON', 'json', '"palimpsest/comparison@1"'],
      ['Text', 'txt', '4,000'],
      ['Web page', 'html', '<ins'],
      ['Table', 'csv', 'number'],
    ] as const) {
      await page.getByRole('button', { name: 'Export…' }).click()
      await formats.getByRole('radio', { name: new RegExp(`^${title}`) }).check()
      await expect.poll(() => dialog.locator('pre').innerText()).not.toBe('')
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: 'Save' }).click(),
      ])
      expect(download.suggestedFilename()).toBe(`article.differences.${ending}`)
      const chunks: Buffer[] = []
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
      expect(Buffer.concat(chunks).toString('utf8')).toContain(content)
    }
    expect(faults).toEqual([])
    await opened.close()
  })
})

describe('without the core', () => {
  it('both texts are kept, and the page says that they cannot be compared', async () => {
    const opened = await openTwo(yours, other)
    const { page } = opened
    await page.waitForTimeout(600)
    await page.context().route(/\.wasm$/, (route) => route.abort())
    await page.reload()
    await expect
      .poll(() => page.locator('.differences').innerText())
      .toContain('cannot be compared')
    await expect.poll(() => said(page)).toContain('could not start')
    await page.getByRole('button', { name: 'Edit texts' }).click()
    expect(await page.getByRole('textbox', { name: 'The other text' }).inputValue()).toBe(other)
    await opened.close()
  })
})

describe('long texts', () => {
  it('are on paper whole: every difference and every row', async () => {
    const lines = (word: string) =>
      Array.from({ length: 260 }, (_, i) => `Line ${i} of it says ${word}${i} here.`).join('\n\n')
    const opened = await openTwo(lines('one'), lines('other'))
    const { page, faults } = opened
    const drawn = async () => [
      await page.locator('.note').count(),
      await page.locator('.rows :is(p, tbody tr)').count(),
    ]
    const [notes = 0, rows = 0] = await drawn()
    expect(notes).toBeLessThanOrEqual(200)
    expect(rows).toBeLessThanOrEqual(150)
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await drawn()).toEqual([260, 260])
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    expect(await drawn()).toEqual([notes, rows])
    expect(faults).toEqual([])
    await opened.close()
  })

  it('of 1 MB with thousands of differences are drawn in part, and stay quick', async () => {
    const words = article('version').split(/\s+/)
    const pick = (i: number) => words[(i * 7919) % words.length] ?? ''
    const text = (changed: boolean) =>
      Array.from({ length: 160_000 }, (_, i) =>
        i % 80 === 79 ? '\n\n' : changed && i % 37 === 5 ? `changed${i}` : pick(i),
      ).join(' ')
    const opened = await site.open()
    const { page, faults } = opened
    await page.evaluate((t) => navigator.clipboard.writeText(t), text(false))
    await page.locator('.cm-content').focus()
    await page.keyboard.press('Control+v')
    await page.getByRole('radio', { name: /Differences/ }).click()
    await page.evaluate((t) => navigator.clipboard.writeText(t), text(true))
    await page.getByRole('textbox', { name: 'The other text' }).focus()
    await page.keyboard.press('Control+v')
    await page.locator('.rows').waitFor({ timeout: 50_000 })
    expect(await page.locator('.note').count()).toBeLessThanOrEqual(200)
    expect(await page.locator('.rows p').count()).toBeLessThanOrEqual(150)
    await page.keyboard.press('Shift+F8')
    await page.locator('.window').first().waitFor()
    expect(faults).toEqual([])
    await opened.close()
  })
})

forEveryEye(site, async (opened, look, width) => {
  const { page } = opened
  await page.getByRole('button', { name: 'A damaged article' }).click()
  await page.locator('.note.current').waitFor()
  await page.getByRole('radio', { name: /Differences/ }).click()
  await look('no other text')
  await page.getByRole('button', { name: 'Its clean version' }).click()
  await page.locator('.rows').waitFor()
  await look('one column')
  await page.getByRole('button', { name: /Damage/ }).click()
  await page.keyboard.press('F8')
  await look('damage shown')
  await page.getByRole('button', { name: 'All notes' }).isVisible()
  if (width < 960) await page.getByRole('button', { name: 'All notes' }).click()
  else await page.getByRole('button', { name: 'Side by side' }).click()
  await look('second view')
  await page.keyboard.press('Control+s')
  await page.locator('dialog[open] pre').waitFor()
  await look('export')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Edit texts' }).click()
  await look('both texts open')
})
