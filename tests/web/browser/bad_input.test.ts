// Whatever comes in: no crash, no hang, no lost text, and the page says what it is.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { siteForAll } from './for_all'
import { dropFile, type Opened, paste, said, seenText } from './open_page'

const site = siteForAll()
let opened: Opened
const kept = 'This was typed by hand .'

beforeEach(async () => {
  opened = await site.open()
  await opened.page.locator('.cm-content').focus()
  await opened.page.keyboard.type(kept)
})
afterEach(async () => {
  expect(opened.faults).toEqual([])
  await opened.close()
})

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)))

/** The page still answers: what is typed is shown and read. */
async function answers() {
  const { page } = opened
  await paste(page, 'Still here , and well')
  await expect.poll(() => seenText(page), { timeout: 10_000 }).toBe('Still here, and well')
}

describe('files that are not text', () => {
  it.each([
    ['report.pdf', bytes('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'This is not text: it begins with %PDF'],
    ['photo.png', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR'), 'This is not text'],
  ])('%s leaves the text as it is and says why', async (name, content, why) => {
    await dropFile(opened.page, name, content)
    await expect.poll(() => said(opened.page)).toContain(`${name}: ${why}`)
    expect(await seenText(opened.page)).toContain('This was typed by hand')
    await answers()
  })

  it('an empty file says that it is empty', async () => {
    await dropFile(opened.page, 'nothing.txt', bytes())
    await expect.poll(() => said(opened.page)).toContain('nothing.txt is empty')
    expect(await seenText(opened.page)).toContain('This was typed by hand')
  })
})

describe('files with odd bytes', () => {
  it('one byte is a text', async () => {
    await dropFile(opened.page, 'one.txt', bytes('x'))
    await expect.poll(() => seenText(opened.page)).toBe('x')
    await answers()
  })

  it('bytes that are no UTF-8 are opened, with a word about them', async () => {
    await dropFile(opened.page, 'broken.txt', bytes('Good ', [0xff, 0xfe, 0xc3], ' text , here'))
    await expect.poll(() => seenText(opened.page)).toMatch(/^Good .+ text, here$/)
    expect(await said(opened.page)).toContain('broken.txt')
    await answers()
  })

  it('NUL bytes stay where they are', async () => {
    await dropFile(opened.page, 'nul.txt', bytes('One\0two , three\0'))
    await expect.poll(() => seenText(opened.page)).toContain('two, three')
    await opened.page.getByRole('button', { name: 'Copy text' }).click()
    await expect.poll(() => said(opened.page)).toContain('characters copied')
    await answers()
  })

  it('opening is undone like typing', async () => {
    await dropFile(opened.page, 'one.txt', bytes('x'))
    await expect.poll(() => seenText(opened.page)).toBe('x')
    await opened.page.keyboard.press('Control+z')
    await expect.poll(() => seenText(opened.page)).toContain('This was typed by hand')
  })
})

describe('text that is not what it seems', () => {
  it.each([
    ['a lone surrogate', 'Half \ud83d of it , here', ', here'],
    ['a byte-order mark', '\ufeffMarked , here', 'Marked, here'],
    ['right-to-left text', 'שלום , עולם', 'שלום, עולם'],
    ['only blanks', '      ', ''],
    ['line ends of Windows', 'One ,\r\ntwo', 'One,'],
  ])('%s is read and kept', async (_what, text, shown) => {
    await dropOrType(text)
    await expect.poll(() => seenText(opened.page)).toContain(shown)
    await answers()
  })

  // The system's clipboard would mend some of these, so they come as an event.
  const dropOrType = (text: string) =>
    opened.page.evaluate((t) => {
      const target = document
        .querySelector('article-text')
        ?.shadowRoot?.querySelector('.cm-content')
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', t)
      document.getSelection()?.selectAllChildren(target as Node)
      target?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }, text)

  it('a whole page pasted as its source is opened', async () => {
    await paste(opened.page, '')
    await opened.page.keyboard.press('Control+a')
    await opened.page.keyboard.press('Delete')
    await dropOrType('<!doctype html><html><body><p>One , two</p></body></html>')
    await expect.poll(() => seenText(opened.page)).toContain('One, two')
  })

  it('nothing at all is nothing to read', async () => {
    await opened.page.keyboard.press('Control+a')
    await opened.page.keyboard.press('Delete')
    await expect.poll(() => opened.page.locator('.first-run button').count()).toBe(4)
    await answers()
  })
})

describe('ten megabytes of one letter', () => {
  it('are shown, read in part or in whole, and the page keeps answering', async () => {
    const { page } = opened
    await page.evaluate(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['a'.repeat(10_000_000)], 'long.txt'))
      const options = { dataTransfer: transfer, bubbles: true, cancelable: true }
      document.querySelector('main')?.dispatchEvent(new DragEvent('drop', options))
    })
    await expect.poll(() => said(page), { timeout: 20_000 }).toContain('What should be read?')
    await page.getByRole('button', { name: 'The first 1.0 million' }).click()
    await expect.poll(() => said(page), { timeout: 20_000 }).toContain('read in')
    // A key is drawn within a second, ten million letters or not.
    await page.locator('.cm-content').focus()
    await page.keyboard.press('Control+Home')
    const begin = Date.now()
    await page.keyboard.press('x')
    await expect.poll(async () => (await seenText(page)).startsWith('xaaa')).toBe(true)
    expect(Date.now() - begin).toBeLessThan(5000)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(() => seenText(page)).toContain('This was typed by hand')
    await answers()
  })
})

describe('a core that does not start', () => {
  it('leaves the editor usable and says so', async () => {
    const context = await site.browser.newContext()
    const page = await context.newPage()
    await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: '' }))
    await page.goto(site.url)
    await expect.poll(() => said(page)).toContain('The reader could not start')
    await page.locator('.cm-content').focus()
    await page.keyboard.type('Still an editor')
    expect(await seenText(page)).toBe('Still an editor')
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Copy text' }).click()
    await expect.poll(() => said(page)).toContain('copied')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Still an editor')
    await context.close()
  })
})
