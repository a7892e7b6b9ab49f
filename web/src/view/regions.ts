// Moving between the parts of the page: bar, text, notes.
import type { Lens } from '../state/store'
import type { ArticleText } from './article_text'

export function focusNote(notes: HTMLElement, id: number): void {
  notes.querySelector<HTMLElement>(`#note-${id}`)?.focus({ preventScroll: true })
}

/** Scrolls the notes so that the open one stands at the height of its place in the text. */
export function besideText(notes: HTMLElement, article: ArticleText, id: number): void {
  requestAnimationFrame(() => {
    const note = notes.querySelector<HTMLElement>(`#note-${id}`)
    if (!note) return
    const frame = notes.getBoundingClientRect()
    const top = note.getBoundingClientRect().top
    const wanted = article.topOf(id) ?? frame.top + frame.height / 3
    // The whole note stays in sight: it does not go under the foot of its column.
    const room = frame.bottom - note.offsetHeight - 8
    const head = notes.querySelector('.notes-head')?.getBoundingClientRect().height ?? 0
    notes.scrollTop += top - Math.max(Math.min(wanted, room), frame.top + head + 8)
  })
}

export function nextRegion(
  step: 1 | -1,
  root: {
    bar: HTMLElement
    notes: HTMLElement
    read: HTMLElement
    people: HTMLElement
    differences: HTMLElement
  },
  article: ArticleText,
  lens: Lens,
): void {
  const scroll = root.differences.querySelector<HTMLElement>('.scroll')
  const texts = { read: root.read, people: root.people, repairs: article, differences: scroll }
  const text = texts[lens] ?? article
  const regions = [
    { has: root.bar, focus: () => root.bar.querySelector<HTMLElement>('[tabindex="0"]')?.focus() },
    { has: text, focus: () => text.focus() },
    {
      has: root.notes,
      focus: () =>
        (
          root.notes.querySelector<HTMLElement>('.note[tabindex="0"]') ??
          root.notes.querySelector('select')
        )?.focus(),
    },
  ].filter((region) => region.has.checkVisibility())
  const active = document.activeElement
  const here = regions.findIndex((region) => region.has.contains(active))
  const next = here === -1 ? (step > 0 ? 0 : regions.length - 1) : here + step
  regions[(next + regions.length) % regions.length]?.focus()
}
