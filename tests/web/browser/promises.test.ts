// What the page promises everybody: nothing leaves it, it works by keyboard and for every eye.
import { describe, expect, it } from 'vitest'
import { forEveryEye, siteForAll } from './for_all'
import { article, dropFile, flat, type Opened, seenText, startSite } from './open_page'

const site = siteForAll()

const openSample = async ({ page }: Opened) => {
  await page.getByRole('button', { name: 'A damaged article' }).click()
  await page.locator('.note.current').waitFor()
}

describe('nothing leaves the page', () => {
  it('is served from one place and asks for nothing once it is loaded', async () => {
    const opened = await site.open()
    const { page, requests, requestsToLoad, faults } = opened
    expect(requestsToLoad.every((url) => url.startsWith(site.url))).toBe(true)
    await openSample(opened)
    await page.keyboard.press('F8')
    await page.locator('.cm-content').focus()
    await page.keyboard.type('Typed , too: “Ω и ש 漢”')
    await page.getByRole('radio', { name: 'Read' }).click()
    await page.getByRole('radio', { name: /People/ }).click()
    await page.locator('.thing').first().click()
    await page.getByRole('radio', { name: /Differences/ }).click()
    await page.getByRole('button', { name: 'Another paper’s account' }).click()
    await page.locator('.rows').waitFor()
    await page.getByRole('button', { name: 'Export…' }).click()
    await page.locator('dialog[open] pre').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('radio', { name: /Repairs/ }).click()
    await page.getByRole('button', { name: 'Copy text' }).click()
    await page.getByRole('button', { name: 'Keys' }).click()
    await page.keyboard.press('Escape')
    await dropFile(page, 'a.txt', Buffer.from(article('report')))
    await page.waitForTimeout(1000)
    expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([])
    expect(faults).toEqual([])
    await opened.close()
  })

  it('has a policy in the page itself that lets it talk to nobody else', async () => {
    const opened = await site.open()
    const policy = await opened.page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).not.toContain('unsafe-inline')
    expect(policy).not.toContain("'unsafe-eval'")
    const sent = await opened.page.evaluate(() =>
      fetch('https://example.com/').then(
        () => true,
        () => false,
      ),
    )
    expect(sent).toBe(false)
    await opened.close()
  })

  it('works at the root of a host as well', async () => {
    const other = await startSite('/')
    const opened = await other.open()
    await openSample(opened)
    expect(opened.faults).toEqual([])
    await other.close()
  })
})

forEveryEye(site, async (opened, look, width) => {
  const { page } = opened
  await look('first run')
  await openSample(opened)
  await look('sample')
  await page.keyboard.press('F8')
  await page.locator('.cm-content').focus()
  await page.keyboard.press('Alt+Enter')
  await page.keyboard.press('x')
  await page.keyboard.press('y')
  await look('decided')
  await page.keyboard.press('o')
  await look('original')
  await page.keyboard.press('o')
  await page.keyboard.press('?')
  await page.locator('dialog[open]').waitFor()
  await look('keys')
  await page.keyboard.press('Escape')
  await page.locator('.cm-content').focus()
  await page.keyboard.press('Control+f')
  await look('search')
  await page.keyboard.press('Escape')
  await dropFile(page, 'a.pdf', Buffer.from('%PDF-1.4'))
  await page.locator('.notice').waitFor()
  await look('not text')
  await page.getByRole('radio', { name: 'Read' }).click()
  await look('read')
  if (width < 960) {
    await page.getByRole('radio', { name: /Repairs/ }).click()
    await page.getByRole('button', { name: 'All notes' }).click()
    await look('all notes')
    await page.getByRole('button', { name: 'More' }).click()
    await look('menu')
  }
})

describe('by keyboard alone', () => {
  it('a sample is loaded, every repair decided, and the text taken away', async () => {
    const opened = await site.open()
    const { page } = opened
    // From the empty sheet to the first sample.
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    for (let i = 0; i < 12 && !(await focused()).startsWith('A damaged'); i++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('.note.current').waitFor()
    await page.keyboard.press('F8')
    await page.keyboard.press('Control+.')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.className))
      .toContain('note')
    const toDecide = async () => (await page.locator('.measure').innerText()).includes('to decide')
    for (let i = 0; i < 200 && (await toDecide()); i++) await page.keyboard.press(i % 3 ? 'y' : 'x')
    expect(await toDecide()).toBe(false)
    const inEditor = () => page.evaluate(() => document.activeElement?.tagName === 'ARTICLE-TEXT')
    const leave = () => page.keyboard.press('Escape').then(inEditor)
    await expect.poll(leave).toBe(true)
    await page.keyboard.press('Control+s')
    const save = page.locator('#export').getByRole('button', { name: 'Save' })
    await expect.poll(() => save.isEnabled()).toBe(true)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.keyboard.press('Enter'),
    ])
    expect(download.suggestedFilename()).toMatch(/\.txt$/)
    expect(opened.faults).toEqual([])
    await opened.close()
  })

  it('all of one cause are put back and kept again, each in one step', async () => {
    const opened = await site.open({ height: 2400 })
    const { page } = opened
    await openSample(opened)
    const before = flat(await seenText(page))
    await page.keyboard.press('F6')
    await page.locator('.note', { hasText: 'office' }).focus()
    await page.keyboard.press('Shift+A')
    await expect.poll(() => page.locator('#status').innerText()).toMatch(/\d+ repairs? put back/)
    expect(flat(await seenText(page))).not.toBe(before)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => flat(await seenText(page))).toBe(before)
    await opened.close()
  })

  it('every part of the page is reached with F6, and Tab leaves the editor', async () => {
    const opened = await site.open()
    const { page } = opened
    await openSample(opened)
    const where = () =>
      page.evaluate(() => document.activeElement?.closest('#bar, main, aside')?.id ?? '')
    await page.locator('.cm-content').focus()
    await page.keyboard.press('F6')
    expect(await where()).toBe('notes')
    await page.keyboard.press('F6')
    expect(await where()).toBe('bar')
    await page.keyboard.press('F6')
    expect(await where()).toBe('main')
    await page.keyboard.press('Tab')
    expect(await where()).not.toBe('main')
    await opened.close()
  })
})

describe('for a screen reader', () => {
  it('every mark says what it was and what it is', async () => {
    const opened = await site.open({ height: 2400 })
    const { page } = opened
    await openSample(opened)
    const labels = await page.locator('.repair[data-number] .spoken').allTextContents()
    const notes = await page.locator('.note').count()
    expect(labels.length).toBe(notes)
    for (const label of labels)
      expect(label).toMatch(/repair \d+(: .+, was .+| to decide: .+ in place of .+\?)/s)
    await opened.close()
  })

  it('the accessibility tree tells every mark with what it was and what it is', async () => {
    const opened = await site.open({ height: 2400 })
    const { page } = opened
    await openSample(opened)
    const session = await page.context().newCDPSession(page)
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    const told = nodes.map((node) => String(node.name?.value ?? ''))
    const notes = await page.locator('.note').count()
    for (let n = 1; n <= notes; n++) {
      const mark = new RegExp(`\\(repair ${n}(?::| put| to)[^)]* (?:was|be|of) `, 's')
      expect(
        told.some((name) => mark.test(name)),
        `repair ${n}`,
      ).toBe(true)
    }
    await opened.close()
  })
})
