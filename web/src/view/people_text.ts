// The article with its names: each kind has its own line, and who speaks stands in the margin.
import { html, nothing, type TemplateResult } from 'lit-html'
import type { Mention, Span } from '../core/protocol'
import {
  currentThing,
  isShownKind,
  type PeopleParagraph,
  peopleOf,
  peopleText,
  type Thing,
} from '../state/people'
import type { State } from '../state/store'
import { words } from '../state/words'

/** More paragraphs than this are drawn in parts. */
const onScreen = 150

interface Drawing {
  readonly state: State
  readonly text: string
  readonly thingOf: ReadonlyMap<number, Thing>
  readonly current: Thing | null
  /** The mention that the open note stands at. */
  readonly at: number | null
  readonly kinds: Map<string, boolean>
}

type Placed = PeopleParagraph['mentions'][number]

function classesOf(drawing: Drawing, mention: Mention, thing: Thing | undefined): string {
  let shown = drawing.kinds.get(mention.kind)
  if (shown === undefined) {
    shown = isShownKind(drawing.state, mention.kind)
    drawing.kinds.set(mention.kind, shown)
  }
  const classes = ['mention', mention.form]
  if (shown && mention.form !== 'pronoun') classes.push('kind', mention.kind)
  if (thing && thing === drawing.current) classes.push('chain')
  if (mention.id === drawing.at) classes.push('current')
  return classes.join(' ')
}

/** A stretch of the text with the mentions in it; `next` walks through these. */
function drawStretch(
  drawing: Drawing,
  [from, to]: Span,
  placed: readonly Placed[],
  next: { at: number },
): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = []
  let done = from
  for (let one = placed[next.at]; one && one.span[1] <= to; one = placed[next.at]) {
    const { mention, span } = one
    next.at++
    if (span[0] < done) continue
    parts.push(drawing.text.slice(done, span[0]))
    const thing = drawing.thingOf.get(mention.id)
    const inner = drawStretch(drawing, span, placed, next)
    const told =
      thing && thing.name !== mention.text ? words.standsFor(mention.text, thing.name) : nothing
    parts.push(html`<span
      class=${classesOf(drawing, mention, thing)}
      data-mention=${mention.id}
      data-thing=${thing?.key ?? nothing}
      title=${told}
      >${inner}</span
    >`)
    done = span[1]
  }
  parts.push(drawing.text.slice(done, to))
  return parts
}

function drawParagraph(drawing: Drawing, paragraph: PeopleParagraph): TemplateResult {
  const speakers = new Map<string, { guessed: boolean }>()
  for (const { quote, who } of paragraph.quotes)
    speakers.set(who || words.unknownSpeaker, { guessed: quote.confidence < 0.7 || who === '' })
  const guessed = speakers.size > 0 && [...speakers.values()].every((s) => s.guessed)
  return html`<p
    dir="auto"
    data-quotes=${paragraph.quotes.map(({ index }) => index).join(' ') || nothing}
    class=${speakers.size === 0 ? '' : guessed ? 'quoted guessed' : 'quoted'}
    >${
      speakers.size > 0
        ? html`<span class="speaker">${[...speakers.keys()].join(', ')}</span>`
        : nothing
    }${drawStretch(drawing, paragraph.span, paragraph.mentions, { at: 0 })}</p
  >`
}

export function drawPeopleText(state: State, goTo: (mention: number) => void): TemplateResult {
  const { text, paragraphs } = peopleText(state)
  const current = currentThing(state)
  const at = current?.mentions[state.people.mention]?.id ?? null
  const drawing = {
    state,
    text,
    thingOf: peopleOf(state).thingOf,
    current,
    at,
    kinds: new Map<string, boolean>(),
  }
  const holds = (p: PeopleParagraph) => p.mentions.some(({ mention }) => mention.id === at)
  const here = at === null ? 0 : Math.max(0, paragraphs.findIndex(holds))
  const atOnce = state.printing ? paragraphs.length : onScreen
  const start = paragraphs.length > atOnce ? Math.max(0, here - atOnce / 2) : 0
  const part = paragraphs.slice(start, start + atOnce)
  const rest = paragraphs.length - start - part.length
  const step = (from: number, by: 1 | -1) => () => {
    for (let i = from; paragraphs[i]; i += by) {
      const found = paragraphs[i]?.mentions[0]
      if (found) return goTo(found.mention.id)
    }
  }
  return html`${
    start > 0
      ? html`<button class="window" @click=${step(start - 1, -1)}>
          ${words.earlierRows(start)}
        </button>`
      : nothing
  }
    <article class=${current ? 'reading choosing' : 'reading'} aria-label=${words.article} lang="en">
      ${part.map((paragraph) => drawParagraph(drawing, paragraph))}
    </article>
    ${
      rest > 0
        ? html`<button class="window" @click=${step(start + part.length, 1)}>
            ${words.laterRows(rest)}
          </button>`
        : nothing
    }`
}
