// What is looked at stands in the address bar: #lens=people&cmp=side&at=1234. It replaces what stood
// there, so going back leaves the page.
import type { Lens, State } from './store'

const lenses: readonly string[] = ['read', 'repairs', 'people', 'differences'] satisfies Lens[]

export interface View {
  readonly lens?: Lens
  readonly side?: boolean
  readonly at?: number
}

export function readView(fragment: string): View {
  const asked = new URLSearchParams(fragment.replace(/^#/, ''))
  const lens = asked.get('lens') ?? ''
  const at = Number(asked.get('at') ?? Number.NaN)
  const cmp = asked.get('cmp')
  return {
    ...(lenses.includes(lens) && { lens: lens as Lens }),
    ...(cmp !== null && { side: cmp === 'side' }),
    ...(Number.isInteger(at) && at >= 0 && { at }),
  }
}

/** '' for the page as it opens. */
export function writeView({ lens, differ, article }: State): string {
  const parts: string[] = []
  if (lens !== 'repairs') parts.push(`lens=${lens}`)
  if (lens === 'differences' && differ.side !== null)
    parts.push(`cmp=${differ.side ? 'side' : 'one'}`)
  const { head } = article.selection.main
  if (head > 0) parts.push(`at=${head}`)
  return parts.length > 0 ? `#${parts.join('&')}` : ''
}
