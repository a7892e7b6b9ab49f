// A damaged article is pasted, and what the page shows is read off it.
import { beforeAll, describe, expect, it } from 'vitest'
import { siteForAll } from './for_all'
import { article, flat, note, type Opened, paste, seenText } from './open_page'

const site = siteForAll()
let opened: Opened
const damaged = article('damaged')

beforeAll(async () => {
  // Tall enough that the editor draws the whole article.
  opened = await site.open({ width: 1280, height: 2400 })
  await paste(opened.page, damaged)
  await opened.page.locator('.note').first().waitFor()
})

const seen = async () => flat(await seenText(opened.page))

/** The numbers of the marks drawn in a stretch of the text as it is seen. */
async function numbersAt(before: string, after: string): Promise<number[]> {
  return opened.page.evaluate(
    ([from, to]) => {
      const content = document
        .querySelector('article-text')
        ?.shadowRoot?.querySelector('.cm-content')
      const walker = document.createTreeWalker(content as Node, NodeFilter.SHOW_ALL)
      let text = ''
      const marks: { at: number; number: number }[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node instanceof HTMLElement && node.dataset.number)
          marks.push({ at: text.length, number: Number(node.dataset.number) })
        if (node instanceof Text && !node.parentElement?.closest('.spoken')) text += node.data
      }
      const begin = text.indexOf(from + to)
      const end = begin + from.length + to.length
      return marks.filter((m) => m.at >= begin && m.at <= end).map((m) => m.number)
    },
    [before, after] as const,
  )
}

describe('the damaged article', () => {
  it('is read as it stands in the file', async () => {
    await expect.poll(() => opened.page.locator('#status').innerText()).toContain('read in')
  })

  it.each([
    ['an apostrophe stands where â€™ stood', 'year', '’s', ['year â€™s', 'yearâ€™s']],
    ['the agency stands in its brackets', '(CNN', ')', ['( CNN', 'CNN )']],
    ['a number stands together', '4,', '000', ['4 , 000']],
    ['no blank stands before a comma', 'office', ',', ['office ,']],
  ])('%s, as a numbered note that can be put back', async (_what, left, right, damage) => {
    const { page } = opened
    const repaired = left + right
    expect(await seen()).toContain(repaired)
    for (const was of damage) expect(await seen()).not.toContain(was)

    const numbers = await numbersAt(left, right)
    expect(numbers.length).toBeGreaterThan(0)
    for (const n of numbers) {
      expect(await note(page, n).locator('.number').innerText()).toBe(String(n))
      expect((await note(page, n).locator('.why').innerText()).length).toBeGreaterThan(10)
      await expect
        .poll(() => note(page, n).locator('.state').innerText())
        .toMatch(/^(sure|likely, \d+ %)$/)
    }

    // Put back, one after the other: the damage is seen again.
    for (const n of numbers) await note(page, n).getByRole('button', { name: 'Put back' }).click()
    await expect.poll(seen).not.toContain(repaired)
    expect(damage.some((was) => damaged.includes(was))).toBe(true)
    for (const n of numbers)
      await expect.poll(() => note(page, n).locator('.state').innerText()).toBe('put back')
    expect(damage.filter((was) => damaged.includes(was)).every((was) => was)).toBe(true)
    const now = await seen()
    expect(
      damage.some((was) => now.includes(was)),
      now.slice(0, 600),
    ).toBe(true)

    // And restored with undo, as often as something was put back.
    for (const _ of numbers) await page.keyboard.press('Control+z')
    await expect.poll(seen).toContain(repaired)
  })

  it('has no blank before any comma or full stop', async () => {
    expect(await seen()).not.toMatch(/ [,.](?!\.)/)
  })

  it('shows one numbered mark and one numbered note for each repair', async () => {
    const { page } = opened
    const notes = await page.locator('.note').count()
    const marks = await page
      .locator('.repair[data-number]')
      .evaluateAll((all) => all.map((mark) => Number((mark as HTMLElement).dataset.number)))
    expect(new Set(marks).size).toBe(notes)
    expect(Math.max(...marks)).toBe(notes)
    const bar = await page.getByRole('radio', { name: /Repairs/ }).innerText()
    expect(bar).toContain(String(notes))
  })

  it('reads the same in the Read lens, in paragraphs', async () => {
    const { page } = opened
    const inRepairs = await seen()
    await page.getByRole('radio', { name: 'Read' }).click()
    const drawn = page.locator('article.reading p')
    await expect.poll(() => drawn.count()).toBeGreaterThan(5)
    const paragraphs = await drawn.allInnerTexts()
    expect(flat(paragraphs.join(' '))).toBe(inRepairs)
    await page.getByRole('radio', { name: /Repairs/ }).click()
    await page.locator('.note').first().waitFor()
  })

  it('shows what came while F4 is held', async () => {
    const { page } = opened
    await page.keyboard.down('F4')
    await expect.poll(seen).toBe(flat(damaged))
    await page.keyboard.up('F4')
    await expect.poll(seen).toContain('(CNN)')
  })

  it('gives the repaired text away, without the line breaks that are only shown', async () => {
    const { page } = opened
    await page.getByRole('button', { name: 'Copy text' }).click()
    await expect.poll(() => page.locator('#status').innerText()).toContain('copied')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('new year’s message')
    const single = (text: string) => text.match(/(?<!\n)\n(?!\n)/g)?.length ?? 0
    expect(single(copied)).toBeLessThanOrEqual(single(damaged))
    expect(flat(copied)).toBe(await seen())
    await page.getByRole('button', { name: 'Export…' }).click()
    const save = page.locator('#export').getByRole('button', { name: 'Save' })
    await page
      .locator('#export')
      .getByRole('radio', { name: /^Clean text/ })
      .check()
    await expect.poll(() => save.isEnabled()).toBe(true)
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
    expect(download.suggestedFilename()).toMatch(/\.txt$/)
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    expect(Buffer.concat(chunks).toString('utf8')).toBe(copied)
  })

  it('copies from the editor what is seen', async () => {
    const { page } = opened
    await page.locator('.cm-content').focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(flat(copied)).toBe(await seen())
  })

  it('survives a reload with what was decided', async () => {
    const { page } = opened
    await note(page, 1).getByRole('button', { name: 'Put back' }).click()
    const before = await seen()
    await page.reload()
    await page.locator('.note').first().waitFor()
    await expect.poll(seen).toBe(before)
    await expect.poll(() => note(page, 1).locator('.state').innerText()).toBe('put back')
  })

  it('did nothing that it must not do', () => {
    expect(opened.faults).toEqual([])
  })
})

describe('typing', () => {
  it('reads at every key, and a mark at the caret waits for the hand to rest', async () => {
    const { page, faults, close } = await site.open()
    await page.locator('.cm-content').focus()
    await page.keyboard.type('They met on Saturday ,')
    await page.waitForTimeout(150)
    expect(await seenText(page)).toBe('They met on Saturday ,')
    await expect.poll(() => seenText(page)).toBe('They met on Saturday,')
    await page.keyboard.type(' they said')
    await expect.poll(() => seenText(page)).toBe('They met on Saturday, they said')
    await page.keyboard.press('Control+z')
    await expect.poll(() => seenText(page)).not.toContain('said')
    expect(faults).toEqual([])
    await close()
  })
})

describe('a narrow column', () => {
  it('never parts a word from the mark that was joined to it', async () => {
    const { page, close } = await site.open({ height: 2400 })
    await paste(page, damaged)
    await page.locator('.note').first().waitFor()
    const parted: string[] = []
    for (let width = 300; width < 460; width += 8) {
      await page.setViewportSize({ width, height: 4000 })
      await page.waitForTimeout(60)
      const found = await page.evaluate(() => {
        const content = document
          .querySelector('article-text')
          ?.shadowRoot?.querySelector('.cm-content')
        const walker = document.createTreeWalker(content as Node, NodeFilter.SHOW_TEXT)
        const letters: { letter: string; top: number }[] = []
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node.parentElement?.closest('.spoken')) continue
          for (let at = 0; at < (node as Text).length; at++) {
            const range = document.createRange()
            range.setStart(node, at)
            range.setEnd(node, at + 1)
            const letter = range.toString()
            letters.push({ letter, top: range.getBoundingClientRect().top })
          }
        }
        return letters.flatMap(({ letter, top }, i) => {
          const before = letters[i - 1]
          const joined = before && /^[,.)]$/.test(letter) && /\S/.test(before.letter)
          return joined && Math.abs(before.top - top) > 10 ? [`${before.letter}|${letter}`] : []
        })
      })
      parted.push(...found.map((pair) => `${pair} at ${width}`))
    }
    expect(parted).toEqual([])
    await close()
  })
})
