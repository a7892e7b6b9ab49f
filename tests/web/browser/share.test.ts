// A text is shared by a link or a file, and the page works without a network.
import { copyFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { siteForAll } from './for_all'
import { axeViolations, flat, note, openPage, paste, said, seenText, startSite } from './open_page'

const site = siteForAll()

const damaged = 'The mayor , he said ,  went 🙂 home. “ We won , ” she said.'
const decided = 'The mayor , he said, went 🙂 home. “We won,” she said.'

/** A page with a text whose first repair is put back, and its dialog for sharing open. */
async function openShare() {
  const opened = await site.open()
  const { page } = opened
  await paste(page, damaged)
  await note(page, 1).getByRole('button', { name: 'Put back' }).click()
  await page.getByRole('button', { name: 'Share…' }).click()
  return opened
}

describe('a link', () => {
  it('brings the text and what was decided, and is gone from the address after that', async () => {
    const opened = await openShare()
    const { page } = opened
    const link = await page.locator('#share').getByRole('textbox').inputValue()
    expect(link).toMatch(/#d=1\.[\w-]+$/)
    expect(link.length).toBeLessThan(2000)
    expect(await axeViolations(page)).toEqual([])
    const other = await openPage(site.browser, link)
    await expect.poll(async () => flat(await seenText(other.page))).toBe(decided)
    await expect.poll(() => other.page.locator('.note.back').count()).toBe(1)
    await expect.poll(() => other.page.url()).not.toContain('d=1')
    expect(other.faults).toEqual([])
    await other.close()
    await opened.close()
  })

  it('that was cut off is told, and what was there stays', async () => {
    const opened = await site.open()
    const { page } = opened
    await paste(page, 'Mine.')
    await page.evaluate(() => {
      location.hash = '#d=1.pVbLjtw2EPyV'
    })
    await expect.poll(() => said(page)).toContain('could not be read')
    expect(await seenText(page)).toBe('Mine.')
    await opened.close()
  })

  it('is not offered for a long text', async () => {
    const opened = await site.open()
    const { page } = opened
    const long = Array.from({ length: 30_000 }, (_, i) => (i * 7919) % 104_729).join(' ')
    await paste(page, long)
    await page.getByRole('button', { name: 'Share…' }).click()
    await expect.poll(() => page.locator('#share').innerText()).toContain('too long for a link')
    await opened.close()
  })
})

describe('a file', () => {
  it('opens from the disk with the text, reads on, and can reach nobody', async () => {
    const opened = await openShare()
    const [download] = await Promise.all([
      opened.page.waitForEvent('download'),
      opened.page.getByRole('button', { name: 'Save the file' }).click(),
    ])
    const file = join(tmpdir(), `palimpsest-${process.pid}.html`)
    copyFileSync(await download.path(), file)
    await opened.close()

    const inside = await openPage(site.browser, `file://${file}`)
    const { page } = inside
    await expect.poll(async () => flat(await seenText(page))).toBe(decided)
    await page.locator('.cm-content').focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' And then , more')
    await expect.poll(async () => flat(await seenText(page))).toBe(`${decided} And then, more`)
    await page.getByRole('radio', { name: /People/ }).click()
    await expect.poll(() => page.locator('aside').innerText()).not.toBe('')
    await page.getByRole('radio', { name: /Repairs/ }).click()
    expect(inside.faults).toEqual([])
    expect(inside.requests.filter((url) => !/^(?:blob|data):/.test(url))).toEqual([])
    const sent = await page.evaluate(() => fetch('https://example.com/').then(Boolean, () => false))
    expect(sent).toBe(false)

    // The file makes the next file.
    await page.getByRole('button', { name: 'Share…' }).click()
    const [next] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the file' }).click(),
    ])
    copyFileSync(await next.path(), file)
    const again = await openPage(site.browser, `file://${file}`)
    await expect
      .poll(async () => flat(await seenText(again.page)))
      .toBe(`${decided} And then, more`)
    expect(again.faults).toEqual([])
    await again.close()
    await inside.close()
  })
})

describe('on this device', () => {
  it('a text is kept when the reader says so, and not a moment longer', async () => {
    const opened = await openShare()
    const { page } = opened
    const kept = page.getByRole('checkbox', { name: /Keep it in this browser/ })
    expect(await kept.isChecked()).toBe(false)
    const another = async () => {
      const tab = await page.context().newPage()
      await tab.goto(site.url)
      await tab.getByRole('radio', { name: /People/ }).waitFor()
      const text = flat(await seenText(tab))
      await tab.close()
      return text
    }
    expect(await another()).toContain('Paste or drop')
    await kept.check()
    await expect.poll(another).toBe(decided)
    await kept.uncheck()
    expect(await another()).toContain('Paste or drop')
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    expect(opened.faults).toEqual([])
    await opened.close()
  })
})

describe('without a network', () => {
  it('the page opens again, whole, once it has said so', async () => {
    const mine = await startSite()
    const opened = await openPage(mine.browser, mine.url, { keeps: true })
    const { page } = opened
    await expect.poll(() => page.locator('#status').innerText()).toContain('works offline now')
    await paste(page, damaged)
    await expect.poll(() => page.locator('.note').count()).toBeGreaterThan(2)
    await page.waitForTimeout(600)
    await mine.stopServer()
    await page.reload()
    await page.getByRole('radio', { name: /People/ }).waitFor()
    await expect.poll(async () => flat(await seenText(page))).toContain('The mayor, he said')
    await page.keyboard.press('Control+s')
    await expect.poll(() => page.locator('#export pre').innerText()).toContain('mayor')
    await page.keyboard.press('Escape')
    expect(opened.faults).toEqual([])
    await mine.close()
  })
})

describe('the address', () => {
  it('says what is looked at, and brings it back', async () => {
    const opened = await site.open()
    const { page } = opened
    await paste(page, damaged)
    await page.getByRole('radio', { name: /People/ }).click()
    await expect.poll(() => page.url()).toMatch(/#lens=people&at=\d+$/)
    await page.reload()
    await expect
      .poll(() => page.getByRole('radio', { name: /People/ }).getAttribute('aria-checked'))
      .toBe('true')
    await opened.close()
  })
})
