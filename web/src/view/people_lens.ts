// The People & things lens put together: its state, its views and its keys.
import { html, nothing, render } from 'lit-html'
import { analysis } from '../state/analysis'
import { lexicon } from '../state/lexicon'
import { currentThing, peopleOf, shownThings, type Thing } from '../state/people'
import { createPeopleActions } from '../state/people_actions'
import type { Article, State, Store } from '../state/store'
import { words } from '../state/words'
import { drawPeopleNotes } from './people_notes'
import { drawPeopleText } from './people_text'

export interface PeopleParts {
  readonly article: Article
  readonly store: Store
  readonly root: { people: HTMLElement; notes: HTMLElement }
  lens(lens: State['lens']): void
}

export function createPeopleLens({ article, store, root, lens }: PeopleParts) {
  const actions = createPeopleActions(store, article)

  /** Opens the note of what is mentioned there. */
  const goTo = (mention: number) => {
    const thing = peopleOf(store.get()).thingOf.get(mention)
    const at = thing?.mentions.findIndex((m) => m.id === mention) ?? 0
    if (thing) actions.select(thing, Math.max(0, at))
  }
  const mentionAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLElement>('[data-mention]') : null
  root.people.addEventListener('click', ({ target }) => {
    const id = mentionAt(target)?.dataset.mention
    if (id !== undefined) goTo(Number(id))
  })

  // Under the pointer the whole chain is washed, pronouns included. The views are not drawn anew.
  let lit: string | undefined
  const light = (key: string | undefined) => {
    if (key === lit) return
    lit = key
    for (const mark of root.people.querySelectorAll('[data-lit]')) mark.removeAttribute('data-lit')
    if (key === undefined) return
    for (const mark of root.people.querySelectorAll<HTMLElement>('[data-thing]'))
      if (mark.dataset.thing === key) mark.dataset.lit = ''
  }
  root.people.addEventListener('pointerover', ({ target }) =>
    light(mentionAt(target)?.dataset.thing),
  )
  root.people.addEventListener('pointerleave', () => light(undefined))

  // Selected words may be a name that was missed; what is selected elsewhere is not meant.
  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection()
    const { lens: now, people } = store.get()
    if (now !== 'people' || !selection?.anchorNode || !root.people.contains(selection.anchorNode))
      return
    const text = selection.toString().replace(/\s+/g, ' ').trim()
    const marking = text.length > 1 ? text : null
    if (marking !== people.marking) actions.marking(marking)
  })

  let focusing = 0
  const focus = (thing: Thing | null) => {
    cancelAnimationFrame(focusing)
    if (!thing) return
    focusing = requestAnimationFrame(() =>
      [...root.notes.querySelectorAll<HTMLElement>('.thing')]
        .find((note) => note.dataset.thing === thing.key)
        ?.focus({ preventScroll: true }),
    )
  }
  const edge = (last: boolean) => {
    const thing = shownThings(store.get()).at(last ? -1 : 0) ?? null
    actions.select(thing)
    focus(thing)
  }
  const notAName = () => {
    const thing = currentThing(store.get())
    if (!thing?.named) return
    focus(actions.goThing(1))
    actions.notAName(thing)
  }
  const run: Record<string, () => void> = {
    ArrowDown: () => focus(actions.goThing(1)),
    j: () => focus(actions.goThing(1)),
    ArrowUp: () => focus(actions.goThing(-1)),
    k: () => focus(actions.goThing(-1)),
    ArrowRight: () => actions.goMention(1),
    ArrowLeft: () => actions.goMention(-1),
    Home: () => edge(false),
    End: () => edge(true),
    x: notAName,
    Delete: notAName,
    '/': () => root.notes.querySelector<HTMLElement>('input')?.focus(),
    '0': () => lens('read'),
    r: () => lens('repairs'),
    d: () => lens('differences'),
    Escape: () => root.people.focus(),
  }
  const keys = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    if (store.get().lens !== 'people' || event.ctrlKey || event.metaKey || event.altKey) return
    if (/^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return
    const { key } = event
    const inNotes = root.notes.contains(target)
    if (!inNotes && /^(?:Arrow(?:Up|Down)|Home|End)$/.test(key)) return
    if (key === 'Enter' && target.classList.contains('thing')) return target.click()
    const act = run[key] ?? run[key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    act()
  }
  root.notes.addEventListener('keydown', keys)
  root.people.addEventListener('keydown', keys)

  const goToQuote = (index: number) => {
    const said = peopleOf(store.get()).quotes[index]
    if (!said) return
    // Long texts are drawn in part: the speaker's mention nearest to the quotation is in that part.
    const far = ({ span }: { span: readonly [number, number] }) =>
      Math.abs(span[0] - said.quote.span[0])
    const { speaker } = said
    const nearest = speaker?.mentions.reduce((x, y) => (far(y) < far(x) ? y : x))
    if (speaker && nearest) actions.select(speaker, speaker.mentions.indexOf(nearest))
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        root.people.querySelector(`[data-quotes~="${index}"]`)?.scrollIntoView({ block: 'center' }),
      ),
    )
  }

  let drawn: readonly unknown[] = []
  let shown = ''
  function draw(state: State): void {
    const { people, catalog, sheetOpen, names, article: now } = state
    const here = state.lens === 'people'
    const { answer, verdicts } = now.field(analysis)
    const key = here
      ? [
          answer,
          verdicts,
          people,
          catalog,
          sheetOpen,
          names,
          now.field(lexicon),
          now.doc.length,
          state.printing,
        ]
      : []
    // What is drawn stays until all of the text is read again.
    if (here && drawn.length > 0 && answer?.whole && state.article.doc.length > 0) return
    if (key.length === drawn.length && key.every((part, i) => part === drawn[i])) return
    drawn = key
    if (!here) {
      render(nothing, root.people)
      return
    }
    render(
      now.doc.length === 0
        ? html`<p class="reading quiet">${words.nothingToRead}</p>`
        : drawPeopleText(state, goTo),
      root.people,
    )
    drawPeopleNotes(root.notes, state, {
      actions,
      sheetOpen: (on) => store.set({ sheetOpen: on }),
      goToQuote,
    })
    lit = undefined
    const current = `${people.current} ${people.mention} ${sheetOpen}`
    if (current !== shown && people.current !== null) showCurrent()
    shown = current
  }

  /** The mention and its note come into sight. */
  function showCurrent(): void {
    requestAnimationFrame(() => {
      const frame = root.people.getBoundingClientRect()
      const place = root.people.querySelector('.mention.current')
      const at = place?.getBoundingClientRect()
      if (at && (at.top < frame.top + 40 || at.bottom > frame.bottom - 40))
        place?.scrollIntoView({ block: 'center' })
      root.notes.querySelector('.thing.current')?.scrollIntoView({ block: 'nearest' })
    })
  }

  return {
    draw,
    go: actions.goMention,
    focusNote: () => focus(currentThing(store.get()) ?? shownThings(store.get())[0] ?? null),
  }
}
