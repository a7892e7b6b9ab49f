// Who and what is named, as the page shows it, and what the reader says of names.
import { describe, expect, it } from 'vitest'
import { forEveryEye, siteForAll } from './for_all'
import { axeViolations, flat, type Opened, paste } from './open_page'

const site = siteForAll()

const text =
  'Angela Merkel met Emmanuel Macron in Paris on Friday. Germany and France want to work together.\n\n' +
  '“We agree on this,” Angela Merkel said after the talks in Paris. The United Nations praised France.\n'

async function openPeople(article = text): Promise<Opened> {
  const opened = await site.open()
  await showPeople(opened, article)
  return opened
}

async function showPeople({ page }: Opened, article = text): Promise<void> {
  await paste(page, article)
  await page.getByRole('radio', { name: /People/ }).click()
  await page.locator('.thing').first().waitFor({ state: 'attached' })
}

const marked = ({ page }: Opened, selector: string) => page.locator(selector).allInnerTexts()
const thing = ({ page }: Opened, name: string) =>
  page.locator('.thing', { has: page.locator('.name', { hasText: new RegExp(`^${name}$`) }) })

describe('people and things', () => {
  it('are marked by kind in the text, which stays the text', async () => {
    const opened = await openPeople()
    expect(await marked(opened, '.mention.person')).toEqual(
      expect.arrayContaining(['Angela Merkel', 'Emmanuel Macron']),
    )
    expect(await marked(opened, '.mention.place')).toEqual(expect.arrayContaining(['Paris']))
    const paragraphs = await opened.page.locator('.people .reading p').evaluateAll((all) =>
      all.map((p) => {
        const copy = p.cloneNode(true) as Element
        copy.querySelector('.speaker')?.remove()
        return copy.textContent ?? ''
      }),
    )
    expect(flat(paragraphs.join(' '))).toBe(flat(text))
    expect(opened.faults).toEqual([])
    await opened.close()
  })

  it('are a list; a click on a name opens its note and lights all that stands for it', async () => {
    const opened = await openPeople()
    const { page } = opened
    await page.locator('.mention.place', { hasText: 'Paris' }).first().click()
    await expect.poll(() => page.locator('.thing.current .name').innerText()).toBe('Paris')
    await expect.poll(() => page.locator('.mention.chain').count()).toBe(2)
    await page.keyboard.press('F8')
    await expect.poll(() => page.locator('.thing.current .state').innerText()).toBe('2 of 2')
    await page.locator('.mention.person').first().hover()
    await expect.poll(() => page.locator('.mention[data-lit]').count()).toBeGreaterThan(0)
    await opened.close()
  })

  it('are searched by kind and by words', async () => {
    const opened = await openPeople()
    const { page } = opened
    const names = () => page.locator('.thing .name').allInnerTexts()
    await page.getByRole('searchbox').fill('type:person')
    await expect.poll(async () => (await names()).some((n) => n === 'Paris')).toBe(false)
    expect(await page.locator('.mention.kind.place').count()).toBe(0)
    await page.getByRole('searchbox').fill('macron')
    await expect.poll(names).toEqual(['Emmanuel Macron'])
    await page.getByRole('searchbox').fill('nobody of this name')
    await expect.poll(() => page.locator('#notes').innerText()).toContain('No name of this sort')
    await opened.close()
  })

  it('are what the reader says that they are, which is undone and survives a reload', async () => {
    const opened = await openPeople()
    const { page, faults } = opened
    await thing(opened, 'Paris').click()
    await page.getByRole('button', { name: 'Not a name' }).click()
    await expect.poll(() => thing(opened, 'Paris').count()).toBe(0)
    await page.keyboard.press('Control+z')
    await expect.poll(() => thing(opened, 'Paris').count()).toBe(1)
    await thing(opened, 'Paris').click()
    await page
      .locator('.thing.current')
      .getByRole('combobox', { name: 'Kind' })
      .selectOption('person')
    await expect
      .poll(() => marked(opened, '.mention.person'))
      .toEqual(expect.arrayContaining(['Paris']))
    await page.waitForTimeout(600)
    await page.reload()
    await expect
      .poll(() => marked(opened, '.mention.person'))
      .toEqual(expect.arrayContaining(['Paris']))
    await page.getByRole('button', { name: 'Forget them' }).click()
    await expect
      .poll(() => marked(opened, '.mention.place'))
      .toEqual(expect.arrayContaining(['Paris']))
    expect(faults).toEqual([])
    await opened.close()
  })

  it('are walked through by keyboard', async () => {
    const opened = await openPeople()
    const { page } = opened
    await page.keyboard.press('Control+.')
    const focused = () =>
      page.evaluate(() => document.activeElement?.querySelector('.name')?.textContent ?? '')
    await expect.poll(focused).not.toBe('')
    const first = await focused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect.poll(focused).not.toBe(first)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.locator('.mention.current').count()).toBe(1)
    await page.keyboard.press('r')
    await expect.poll(() => page.evaluate(() => document.body.dataset.lens)).toBe('repairs')
    await opened.close()
  })

  it('are told with who says what, which leads to the place', async () => {
    const opened = await openPeople()
    const { page } = opened
    await page.getByRole('button', { name: /Who says what/ }).click()
    const row = page.locator('.quotes tbody tr', { hasText: 'We agree on this' })
    expect(await row.locator('th').innerText()).toContain('Angela Merkel')
    await row.getByRole('button').click()
    await expect.poll(() => page.locator('.thing.current .name').innerText()).toBe('Angela Merkel')
    const said = page.locator('.quoted', { hasText: 'We agree on this' })
    expect(await said.locator('.speaker').innerText()).toContain('Angela Merkel')
    await opened.close()
  })

  it('stand behind their pronouns', async () => {
    const opened = await openPeople('Angela Merkel is in Rome. She likes the city, she said.\n')
    const { page } = opened
    await expect
      .poll(() => page.locator('.mention.pronoun').first().getAttribute('title'))
      .toBe('She: Angela Merkel')
    await page.locator('.mention.pronoun').first().hover()
    await expect.poll(() => page.locator('.mention.person[data-lit]').count()).toBe(1)
    await opened.close()
  })

  it('are split, and put together, when the reader knows better', async () => {
    const opened = await openPeople(
      'Donald Trump spoke in Ohio. Trump said no more. Mike Pence stood beside him in Ohio.\n',
    )
    const { page } = opened
    await expect.poll(() => thing(opened, 'Trump').count()).toBe(0)
    await thing(opened, 'Donald Trump').click()
    await page.getByRole('button', { name: 'Split off “Trump”' }).click()
    await expect.poll(() => thing(opened, 'Trump').count()).toBe(1)
    await page.keyboard.press('Control+z')
    await expect.poll(() => thing(opened, 'Trump').count()).toBe(0)
    await thing(opened, 'Donald Trump').click()
    await page.getByRole('combobox', { name: 'Same as…' }).selectOption({ label: 'Mike Pence' })
    await expect.poll(() => page.locator('.thing .name').allInnerTexts()).toHaveLength(2)
    await opened.close()
  })

  it('of a long text are found when their lens is open, and drawn in part', async () => {
    const opened = await site.open()
    const { page, faults } = opened
    const paragraph = 'Angela Merkel met Emmanuel Macron in Paris. They spoke of Germany. '
    const long = `${paragraph.repeat(8)}\n\n`.repeat(600)
    await page.evaluate((t) => navigator.clipboard.writeText(t), long)
    await page.locator('.cm-content').focus()
    await page.keyboard.press('Control+v')
    await page.getByRole('radio', { name: /People/ }).click()
    await page.locator('.thing').first().waitFor({ timeout: 50_000 })
    expect(await page.locator('.people .reading p').count()).toBeLessThanOrEqual(150)
    await page.locator('.people .window').click()
    await expect.poll(() => page.locator('.people .window').count()).toBe(2)
    expect(faults).toEqual([])
    await opened.close()
  })

  it('nobody is named: said in one line', async () => {
    const opened = await site.open()
    await paste(opened.page, 'they went on and on, and said nothing.\n')
    await opened.page.getByRole('radio', { name: /People/ }).click()
    await expect.poll(() => opened.page.locator('#notes').innerText()).toContain('named')
    await opened.close()
  })
})

forEveryEye(site, async (opened, look, width) => {
  const { page } = opened
  await showPeople(opened)
  await look('list')
  await page.keyboard.press('F8')
  await page.locator('.mention.current').waitFor()
  await look('one open')
  if (width < 960) {
    await page.getByRole('button', { name: 'All notes' }).click()
    await look('all notes')
  }
  await page.getByRole('searchbox').fill('type:nothing')
  await look('nothing found')
})

describe('a name that was missed', () => {
  const missed = 'They all went to zibbledorf that day, and zibbledorf was cold.\n'
  const kind = (opened: Opened) => opened.page.locator('.missed').getByRole('combobox')

  it('is marked by selecting it, and unmarked with undo', async () => {
    const opened = await site.open()
    const { page, faults } = opened
    await paste(page, missed)
    await page.getByRole('radio', { name: /People/ }).click()
    await page.locator('.people .reading').getByText('zibbledorf').waitFor()
    await page.evaluate(() => {
      const paragraph = document.querySelector('.people .reading p') as Element
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf('zibbledorf') ?? -1
        if (at === -1) continue
        range.setStart(node, at)
        range.setEnd(node, at + 'zibbledorf'.length)
        break
      }
      document.getSelection()?.removeAllRanges()
      document.getSelection()?.addRange(range)
    })
    await expect.poll(() => page.locator('.missed').innerText()).toContain('“zibbledorf”')
    expect(await axeViolations(page)).toEqual([])
    await kind(opened).selectOption({ label: 'Place' })
    await expect.poll(() => page.locator('.thing.current').innerText()).toContain('zibbledorf')
    expect(await page.locator('.mention.place').count()).toBe(2)
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.locator('.mention.place').count()).toBe(0)
    expect(faults).toEqual([])
    await opened.close()
  })

  it('is marked by searching it, without a pointer', async () => {
    const opened = await site.open()
    const { page } = opened
    await paste(page, missed)
    await page.getByRole('radio', { name: /People/ }).click()
    await page.locator('.people .reading').getByText('zibbledorf').waitFor()
    await page.keyboard.press('Control+f')
    await page.keyboard.type('Zibbledorf')
    // What is offered is drawn at the next frame.
    await expect.poll(() => page.locator('.missed').innerText()).toContain('“zibbledorf”')
    await kind(opened).selectOption({ label: 'Place' })
    await expect.poll(() => page.locator('.mention.place').count()).toBe(2)
    await opened.close()
  })
})
