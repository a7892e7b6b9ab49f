// Several files at once: a table that is read while one watches, opened row by row, taken away whole.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { readFromZip } from '../../../web/src/state/zip'
import { siteForAll } from './for_all'
import { article, axeViolations, dropFile, flat, type Opened, seenText } from './open_page'

const site = siteForAll()
let opened: Opened
beforeAll(async () => {
  opened = await site.open()
})

const lines = [
  { id: 'damaged', text: article('damaged') },
  { id: 2, text: 'The mayor , he said .' },
  { title: 'no text' },
  { text: '=SUM(1)' },
]

describe('several articles', () => {
  it('are a table with words, repairs and what is to decide', async () => {
    const { page } = opened
    const content = lines.map((line) => JSON.stringify(line)).join('\r\n')
    await dropFile(page, 'articles.jsonl', Buffer.from(`${content}\n`))
    await expect.poll(() => page.locator('.batch-head').innerText()).toContain('3 of 4')
    const rows = page.locator('.batch tbody tr')
    expect(await rows.count()).toBe(4)
    expect(flat(await rows.nth(1).innerText())).toBe('2 4 2 0')
    expect(await rows.nth(2).innerText()).toContain('no article under')
    expect(await axeViolations(page)).toEqual([])
  })

  it('are taken away as one zip with a table', async () => {
    const { page } = opened
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export all' }).click(),
    ])
    const zip = new Uint8Array(readFileSync(await download.path()))
    const read = async (name: string) =>
      new TextDecoder().decode((await readFromZip(zip, name)) ?? new Uint8Array())
    const table = await read('table.csv')
    expect(table).toContain('"2","4","2","0",""\r\n')
    expect(table.split('\r\n').length).toBe(lines.length + 2)
    expect(await read('texts/2.txt')).toBe('The mayor, he said.')
    expect(await read('texts/damaged.txt')).toContain('President')
  })

  it('are opened from the table, by keyboard too, and the table comes back', async () => {
    const { page } = opened
    await page.getByRole('button', { name: 'damaged' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => seenText(page)).toBe('The mayor, he said.')
    await page.getByRole('button', { name: 'Files 4' }).click()
    await expect.poll(() => page.locator('.batch table').isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Back to the text' }).click()
    await expect.poll(() => page.locator('.cm-content').isVisible()).toBe(true)
  })

  it('stop being read when the reader says so; what was read stays', async () => {
    const { page } = opened
    const long = article('damaged').repeat(10)
    const many = Array.from({ length: 200 }, (_, i) => JSON.stringify({ id: `n${i}`, text: long }))
    await dropFile(page, 'many.jsonl', Buffer.from(many.join('\n')))
    await expect.poll(() => page.locator('.batch .figure').nth(3).innerText()).not.toBe('')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(() => page.locator('.batch-head').innerText()).toMatch(/of 200 could be read/)
    expect(await page.getByRole('button', { name: 'Export all' }).isEnabled()).toBe(true)
    expect(opened.faults).toEqual([])
  })
})
