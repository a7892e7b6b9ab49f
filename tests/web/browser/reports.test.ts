// Two reports of one event side by side: contradictions first, then what only one says, who is quoted.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { forEveryEye, siteForAll } from './for_all'
import { article, compareTexts, flat, type Opened, rowsText } from './open_page'

const site = siteForAll()
let opened: Opened

const yours =
  'A fire in a warehouse in Leeds killed 12 people on Monday, the police said. Chief Constable Anna Reed said that the fire began in the kitchen. The warehouse belonged to Harker Foods. “We will rebuild it,” said its owner, Tom Harker. The mayor visited the site on Tuesday with his wife.'
const other =
  'Police said on Monday that a fire in a warehouse in Leeds killed 15 people. Chief Constable Anna Reed said that the fire did not begin in the kitchen. The warehouse, built in 1962, belonged to Harker Foods. Its owner, Tom Harker, claimed that it was insured. Firefighters from Bradford came to help.'

async function openReports(one: string, two: string, options = {}): Promise<Opened> {
  const now = await site.open(options)
  await compareTexts(now, one, two)
  await now.page.getByRole('button', { name: 'As two reports' }).click()
  await now.page.locator('.rows.reports').waitFor()
  return now
}

beforeAll(async () => {
  opened = await openReports(yours, other)
})

const finding = (text: string) => opened.page.locator('.finding', { hasText: text })
const marked = async () =>
  (await opened.page.locator('.rows mark.current').allInnerTexts()).map(flat)

describe('two reports', () => {
  it('are recognised by themselves, and can be seen as versions', async () => {
    const { page, close } = await site.open()
    await page.getByRole('button', { name: 'Its clean version' }).click()
    await page.locator('.note.current').waitFor()
    await page.getByRole('radio', { name: /Differences/ }).click()
    await page.getByRole('button', { name: 'Another paper’s account' }).click()
    await page.locator('.rows.reports').waitFor()
    expect(await page.locator('.verdict').innerText()).toContain('0 contradictions')
    expect(await page.locator('.report-notes').innerText()).toContain('No contradiction was found')
    await page.getByRole('button', { name: 'As versions' }).click()
    await expect.poll(() => page.locator('.rows.reports').count()).toBe(0)
    await close()
  })

  it('stand side by side, each sentence once', async () => {
    const { page } = opened
    const cells = await page.locator('.rows tbody td:not(.between)').allInnerTexts()
    const shown = flat(await rowsText(opened))
    for (const sentence of [...yours.split(/(?<=\.”?) /), ...other.split(/(?<=\.”?) /)])
      expect(shown).toContain(sentence)
    expect(cells.length).toBe(12)
    expect(await page.locator('.rows .between').allInnerTexts()).toEqual([
      ...['≠', '≠', '≡', '≡', '+', '−'],
    ])
  })

  it('are told apart: contradictions first, what only one says, who is quoted, what both say', async () => {
    const heads = await opened.page.locator('.report-notes h2').allInnerTexts()
    expect(heads.map((head) => flat(head).replace(/ \d+$/, ''))).toEqual([
      '≠ They disagree',
      '− Only in yours',
      '+ Only in the other',
      'Who is quoted',
      'How they tell it',
      '≡ In both',
    ])
    const first = await opened.page.locator('.finding').first().innerText()
    expect(flat(first)).toContain('12 ≠ 15')
    expect(flat(await opened.page.locator('.heard').innerText())).toContain('Tom Harker')
    expect(await opened.page.getByRole('radio', { name: /Differences/ }).innerText()).toMatch(
      /Differences 9$/,
    )
  })

  it('show the place of a contradiction in both when it is chosen', async () => {
    await finding('12 ≠ 15').click()
    await expect.poll(marked).toEqual(['They disagree: 12', 'They disagree: 15'])
    await finding('1962').click()
    await expect.poll(marked).toEqual(['Only here: 1962'])
    await opened.page.getByRole('button', { name: 'Tom Harker', exact: true }).click()
    await expect.poll(async () => (await marked()).length).toBe(2)
  })

  it('choose a finding by its place in the text', async () => {
    const { page } = opened
    await page.locator('.rows mark', { hasText: 'not begin' }).click()
    expect(flat(await page.locator('.finding.current').innerText())).toContain('began ≠ not begin')
  })

  it('are walked through by keys', async () => {
    const { page } = opened
    await finding('12 ≠ 15').click()
    await page.keyboard.press('ArrowDown')
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    await expect.poll(async () => flat(await focused())).toContain('not begin')
    await page.keyboard.press('Home')
    await expect.poll(async () => flat(await focused())).toContain('12 ≠ 15')
    await page.keyboard.press('F8')
    await expect.poll(async () => (await marked()).join()).toContain('not begin')
  })

  it.each([
    ['JSON of everything', /"mode":\s*"reports"/],
    ['Web page: the facts', /<html[\s\S]*12/],
    ['Table: one row per fact', /^in,about[\s\S]*12,15/],
  ])('are exported: %s', async (title, told) => {
    const { page } = opened
    await page.keyboard.press('Control+s')
    const dialog = page.locator('#export')
    await dialog.locator('label', { hasText: title }).last().click()
    const save = dialog.getByRole('button', { name: 'Save' })
    await expect.poll(() => save.isEnabled()).toBe(true)
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
    expect(readFileSync(await download.path(), 'utf8')).toMatch(told)
    await dialog.waitFor({ state: 'hidden' })
  })

  it('that are long are drawn in pieces, and every piece can be reached', async () => {
    const sentences = (text: string, n: number) =>
      Array.from({ length: n }, (_, i) => `${text} ${i} said so in town number ${i}.`).join(' ')
    const long = await openReports(sentences('Mayor Smith', 400), sentences('Judge Jones', 200))
    const { page, faults } = long
    const rows = page.locator('.rows.reports tbody tr')
    expect(await rows.count()).toBeLessThanOrEqual(150)
    const before = await rows.first().innerText()
    const later = page.getByRole('button', { name: /later rows$/ })
    await later.click()
    await expect.poll(() => rows.first().innerText()).not.toBe(before)
    expect(await page.locator('.differences .scroll').evaluate((e) => e.scrollTop)).toBe(0)
    for (let piece = 2; await later.count(); piece++) {
      const first = await rows.first().innerText()
      await later.click()
      await expect.poll(() => rows.first().innerText()).not.toBe(first)
      expect(piece).toBeLessThan(10)
    }
    expect(await page.locator('.rows.reports').innerText()).toMatch(/number (399|199)\./)
    await page.getByRole('button', { name: /earlier rows$/ }).click()
    expect(await page.locator('.finding').count()).toBeLessThanOrEqual(800)
    expect(faults).toEqual([])
    await long.close()
  })

  it('did nothing that they must not do', () => {
    expect(opened.faults).toEqual([])
  })
})

forEveryEye(site, async (now, look, width) => {
  const { page } = now
  await compareTexts(now, article('version'), article('report'))
  await page.locator('.rows.reports').waitFor()
  await look('reports')
  if (width < 960) {
    await page.getByRole('button', { name: 'Next note' }).click()
    await look('one finding')
    await page.getByRole('button', { name: 'All notes' }).click()
  } else await page.locator('.finding').nth(3).click()
  await look('a finding')
})
