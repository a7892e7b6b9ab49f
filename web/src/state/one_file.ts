// The page as one HTML file: its program, style and font as the build wrote them (one.html), and beside
// them, as blocks that are never run, the core, its models and the reader's text.

import { packText } from '../core/packed_text'
import type { Parts } from '../core/parts'
import { deflate, isShared, type Shared } from './link'

/** Where the build leaves room for the blocks. */
const room = '<!--blocks-->'
const dataId = 'data'

const blockOf = (id: string, text: string) =>
  `<script type="text/plain" id="${id}">${text}</script>`

/** Nothing in a block may look like the end of one. */
const inBlock = (shared: Shared) => JSON.stringify(shared).replaceAll('<', '\\u003c')

/** The file of the build with what it is made of inside; what finds lost words is half of it, and may
    be left out. */
export async function fill(
  { template, core, later, model, restore }: Parts,
  shared: Shared | null,
  restores: boolean,
): Promise<string> {
  const inside = { core, later, model, ...(restores && { restore }) }
  const packed = Object.entries(inside).map(async ([name, bytes]) =>
    blockOf(`bytes-${name}`, packText(await deflate(bytes))),
  )
  const data = blockOf(dataId, shared === null ? '' : inBlock(shared))
  const blocks = [...(await Promise.all(packed)), data]
  return template.replace(room, () => blocks.join('\n'))
}

/** The same file with another text: the page itself is the template. */
export function refill(page: string, shared: Shared): string {
  const block = /(<script type="text\/plain" id="data">)[^<]*(<\/script>)/
  return page.replace(block, (_all, begin: string, end: string) => begin + inBlock(shared) + end)
}

/** The text that lies in this page, if it is a file with one. */
export function textInside(page: Document): Shared | null {
  try {
    const shared: unknown = JSON.parse(page.getElementById(dataId)?.textContent ?? '')
    return isShared(shared) ? shared : null
  } catch {
    return null
  }
}
