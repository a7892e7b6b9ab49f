// The core comes in two halves: with the first the page can be used, and without the second it goes on.
import { describe, expect, it } from 'vitest'
import { siteForAll } from './for_all'
import { article, paste, said } from './open_page'

const site = siteForAll()
const second = /later.*\.wasm/

async function openBefore(answer: 'held' | 'refused') {
  const context = await site.browser.newContext({ serviceWorkers: 'block' })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(second, async (route) => {
    if (answer === 'refused') return route.abort()
    await released
    await route.continue()
  })
  await page.goto(site.url)
  return { page, release, close: () => context.close() }
}

const differences = /Differences/

describe('while the second half has not come', () => {
  it('an article is repaired; names and differences come with it', async () => {
    const { page, release, close } = await openBefore('held')
    await page.getByRole('button', { name: 'A damaged article' }).click()
    await page.locator('.note.current').waitFor()
    expect(await page.locator('.note').count()).toBeGreaterThan(3)
    expect(await page.getByRole('radio', { name: /People/ }).count()).toBe(0)
    await page.getByRole('radio', { name: differences }).click()
    await page.evaluate((text) => navigator.clipboard.writeText(text), article('version'))
    await page.getByRole('textbox', { name: 'The other text' }).focus()
    await page.keyboard.press('Control+v')
    // Longer than a comparison may take: waiting for the program is none.
    await page.waitForTimeout(6000)
    expect(await page.locator('.rows').count()).toBe(0)
    expect(await said(page)).not.toMatch(/too long|stopped|could not/)
    release()
    await page.locator('.rows').waitFor()
    await page.getByRole('radio', { name: /People/ }).waitFor()
    await close()
  })
})

describe('when the second half does not come', () => {
  it('an article is repaired, and what cannot be done is said', async () => {
    const { page, close } = await openBefore('refused')
    await expect.poll(() => said(page)).toContain('cannot be found')
    await paste(page, article('damaged'))
    await page.locator('.note').first().waitFor()
    await page.getByRole('radio', { name: differences }).click()
    await page.evaluate((text) => navigator.clipboard.writeText(text), article('version'))
    await page.getByRole('textbox', { name: 'The other text' }).focus()
    await page.keyboard.press('Control+v')
    await expect.poll(() => said(page)).toContain('the rest of its program could not be fetched')
    await close()
  })
})
