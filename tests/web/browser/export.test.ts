// Everything that leaves the page as a file, and what comes back from it.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { siteForAll } from './for_all'
import {
  axeViolations,
  dropFile,
  flat,
  note,
  type Opened,
  paste,
  said,
  seenText,
} from './open_page'

const site = siteForAll()
let opened: Opened
beforeAll(async () => {
  opened = await site.open({ height: 2400 })
})

const damaged = 'The mayor , he said ,  went home. “ We won , ” she said.'

/** Chooses a format in the dialog and saves it. */
async function save(title: RegExp): Promise<{ name: string; bytes: Buffer }> {
  const { page } = opened
  await page.keyboard.press('Control+s')
  await page.locator('#export').getByRole('radio', { name: title }).check()
  const button = page.locator('#export').getByRole('button', { name: 'Save' })
  await expect.poll(() => button.isEnabled()).toBe(true)
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  await page.locator('#export').waitFor({ state: 'hidden' })
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

describe('the export dialog', () => {
  beforeAll(async () => {
    await paste(opened.page, damaged)
    await opened.page.locator('.note').first().waitFor()
  })

  it('shows how every format begins, its unit of offsets and what it leaves out', async () => {
    const { page } = opened
    await page.keyboard.press('Control+s')
    const dialog = page.locator('#export')
    const labels = dialog.locator('label')
    await labels.first().waitFor()
    const n = await labels.count()
    expect(n).toBeGreaterThanOrEqual(13)
    for (let i = 0; i < n; i++) {
      await labels.nth(i).click()
      const title = await labels.nth(i).innerText()
      await expect.poll(() => dialog.locator('pre').first().innerText()).toMatch(/\w{3}/)
      expect(await dialog.locator('.about').innerText(), title).toMatch(/offsets.*\..+\./is)
      await expect
        .poll(() => dialog.locator('.about').innerText(), { message: title })
        .toMatch(/\d\s(?:bytes|KB)\./)
    }
    await labels.filter({ hasText: 'spaCy' }).click()
    await dialog.locator('summary').click()
    await expect.poll(() => dialog.locator('.script').innerText()).toContain('DocBin(docs=[doc])')
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.isVisible()).toBe(false)
  })

  it('is used by keyboard alone', async () => {
    const { page } = opened
    await page.locator('.cm-content').focus()
    await page.keyboard.press('Control+s')
    await page.keyboard.press('ArrowDown')
    const button = page.locator('#export').getByRole('button', { name: 'Save' })
    await expect.poll(() => button.isEnabled()).toBe(true)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.keyboard.press('Enter'),
    ])
    expect(download.suggestedFilename()).toMatch(/^article\.\w+$/)
    await expect.poll(() => page.locator('#export').isVisible()).toBe(false)
  })

  it('writes what the reader has decided', async () => {
    const { page } = opened
    const all = (await save(/^Clean text/)).bytes.toString()
    expect(all).toBe('The mayor, he said, went home. “We won,” she said.')
    await note(page, 1).getByRole('button', { name: 'Put back' }).click()
    const { name, bytes } = await save(/^Clean text/)
    expect(name).toBe('article.txt')
    expect(bytes.toString()).toBe('The mayor , he said, went home. “We won,” she said.')
    expect((await save(/^Word/)).bytes.toString('latin1')).toMatch(/^PK/)
    expect((await save(/^brat/)).name).toBe('article.zip')
  })

  it.each([/^JSON/, /^W3C/])('%s comes back with every decision', async (title) => {
    const { page } = opened
    const text = flat(await seenText(page))
    const { name, bytes } = await save(title)
    await page.keyboard.press('Control+z')
    await paste(page, 'Something else.')
    await expect.poll(() => seenText(page)).toBe('Something else.')
    await dropFile(page, name, bytes)
    await expect.poll(async () => flat(await seenText(page))).toBe(text)
    await expect.poll(() => page.locator('.note.back').count()).toBe(1)
    await expect.poll(() => said(page)).toContain(`${name} opened`)
    const again = await save(title)
    expect(again.bytes.equals(bytes)).toBe(true)
    expect(opened.faults).toEqual([])
  })
})

describe('files that come', () => {
  it('a Word document is read with its tracked changes accepted', async () => {
    const { page } = opened
    await paste(page, damaged)
    await expect.poll(() => page.locator('.note').count()).toBeGreaterThan(3)
    const { bytes } = await save(/^Word/)
    await dropFile(page, 'letter.docx', bytes)
    await expect
      .poll(() => seenText(page))
      .toBe('The mayor, he said, went home. “We won,” she said.')
    await expect.poll(() => said(page)).toContain('letter.docx opened')
  })

  it('an article inside a JSON file is taken out', async () => {
    await dropFile(opened.page, 'one.json', Buffer.from('{"id":1,"text":"One , two"}'))
    await expect.poll(() => seenText(opened.page)).toBe('One, two')
  })

  it.each([
    ['a zip without a text', 'a.zip', 'PK\u0003\u0004rest', /a\.zip/],
    ['an export that is broken', 'b.json', '{"schema":"palimpsest/document@1"}', /no text in it/],
    ['a broken Word document', 'c.docx', `PK\u0003\u0004${'x'.repeat(60)}`, /c\.docx/],
  ])('%s is refused in words, and the text stays', async (_what, name, content, told) => {
    const before = await seenText(opened.page)
    await dropFile(opened.page, name, Buffer.from(content, 'latin1'))
    await expect.poll(() => opened.page.locator('#notice').innerText()).toMatch(told)
    expect(await seenText(opened.page)).toBe(before)
    await opened.page.locator('#notice').getByRole('button', { name: 'Close' }).click()
  })
})
