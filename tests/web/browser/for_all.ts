// What several files of tests do alike: a site that is there for all of a file's tests, and a look at
// every state with the eyes of axe.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, type Opened, type Site, startSite } from './open_page'

/** A site from the first to the last test of a file. */
export function siteForAll(): Site {
  let site: Site
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.close())
  return {
    open: (options) => site.open(options),
    get url() {
      return site.url
    },
    get browser() {
      return site.browser
    },
    stopServer: () => site.stopServer(),
    close: () => site.close(),
  }
}

/** Walks through states of the page in both themes, wide and narrow: axe finds nothing in any that is
    looked at, and only the columns scroll, never the page. */
export function forEveryEye(
  site: Site,
  walk: (opened: Opened, look: (state: string) => Promise<void>, width: number) => Promise<void>,
): void {
  describe.each(['light', 'dark'] as const)('for every eye (%s)', (colorScheme) => {
    it.each([1440, 390])('has no axe violation in any state, %i pixels wide', async (width) => {
      const height = 900
      const opened = await site.open({ width, height, colorScheme })
      const found: Record<string, string[]> = {}
      const look = async (state: string) => {
        const violations = await axeViolations(opened.page)
        if (violations.length > 0) found[state] = violations
      }
      await walk(opened, look, width)
      expect(found).toEqual({})
      const { scrollWidth, scrollHeight } = await opened.page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement
        return { scrollWidth, scrollHeight }
      })
      expect(scrollWidth).toBeLessThanOrEqual(width)
      expect(scrollHeight).toBeLessThanOrEqual(height)
      await opened.close()
    })
  })
}
