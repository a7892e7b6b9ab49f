// Who and what is named in the article: the entities of the core with their mentions, and who says
// what. Names that the core has put in no entity stand under their own letters.
import type { Document, Mention, Quote, Span } from '../core/protocol'
import { type Answer, analysis, replacementsInClean } from './analysis'
import { moveSpans, splice } from './splice'
import type { State } from './store'

/** An entity, or what is dated, counted or named without one. */
export interface Thing {
  /** The same for the same thing in the next answer. */
  readonly key: string
  readonly id: number | null
  readonly kind: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly roles: readonly string[]
  readonly mentions: readonly Mention[]
  /** Named, not dated or counted. */
  readonly named: boolean
  readonly said: readonly Quote[]
}

export interface People {
  readonly things: readonly Thing[]
  /** By the id of a mention. */
  readonly thingOf: ReadonlyMap<number, Thing>
  readonly quotes: readonly Said[]
}

/** A quotation, by its place in the order of the text. */
export interface Said {
  readonly index: number
  readonly quote: Quote
  readonly speaker: Thing | null
  /** Who speaks: the name, or what the text says in its place, as "a spokesman"; '' when nobody is told. */
  readonly who: string
}

const nobody: People = { things: [], thingOf: new Map(), quotes: [] }

export function isNamedKind(state: State, kind: string): boolean {
  return state.catalog?.entities?.find((row) => row.name === kind)?.named ?? true
}

export const kindTitle = (state: State, kind: string): string =>
  state.catalog?.entities?.find((row) => row.name === kind)?.title ?? kind

let known: { answer: Answer | null; catalog: unknown; people: People } | null = null

export function peopleOf(state: State): People {
  const { answer: latest } = state.article.field(analysis)
  const { catalog } = state
  // Where a part was read anew, names are those of the last answer about all of the text.
  const answer = latest?.whole ?? latest
  if (known?.answer !== answer || known.catalog !== catalog)
    known = { answer, catalog, people: answer ? gather(state, answer.document) : nobody }
  return known.people
}

function gather(state: State, document: Omit<Document, 'source'>): People {
  const { mentions = [], entities = [], quotes = [] } = document
  const said = new Map<number, Quote[]>()
  for (const quote of quotes) {
    if (quote.speaker === null) continue
    const list = said.get(quote.speaker)
    if (list) list.push(quote)
    else said.set(quote.speaker, [quote])
  }
  const things: Thing[] = entities.map((entity) => ({
    key: `${entity.kind} ${entity.name}`,
    id: entity.id,
    kind: entity.kind,
    name: entity.name,
    aliases: entity.aliases,
    roles: entity.roles,
    mentions: entity.mentions.flatMap((id) => mentions[id] ?? []),
    named: isNamedKind(state, entity.kind),
    said: said.get(entity.id) ?? [],
  }))
  const alone = new Map<string, Mention[]>()
  for (const mention of mentions) {
    // A pronoun without anybody stands for nobody here.
    if (mention.entity !== null || mention.form === 'pronoun') continue
    const key = `${mention.kind} ${mention.text.toLowerCase()}`
    const list = alone.get(key)
    if (list) list.push(mention)
    else alone.set(key, [mention])
  }
  for (const [key, list] of alone) {
    const [{ kind, text }] = list as [Mention]
    things.push({
      key,
      id: null,
      kind,
      name: text.replace(/\s+/g, ' '),
      aliases: [],
      roles: [],
      mentions: list,
      named: isNamedKind(state, kind),
      said: [],
    })
  }
  const once = new Map<string, number>()
  for (const [i, thing] of things.entries()) {
    const n = (once.get(thing.key) ?? 0) + 1
    once.set(thing.key, n)
    // Two of one name: the second is told apart by its number.
    if (n > 1) things[i] = { ...thing, key: `${thing.key} ${n}` }
  }
  things.sort((x, y) => y.mentions.length - x.mentions.length)
  const thingOf = new Map<number, Thing>()
  for (const thing of things) for (const { id } of thing.mentions) thingOf.set(id, thing)
  const byId = new Map(things.flatMap((t) => (t.id === null ? [] : [[t.id, t] as const])))
  return {
    things,
    thingOf,
    quotes: quotes.map((quote, index) => {
      const speaker = byId.get(quote.speaker ?? -1) ?? null
      const told = quote.speaker_span ? document.clean.slice(...quote.speaker_span) : ''
      return { index, quote, speaker, who: speaker?.name ?? told.replace(/\s+/g, ' ') }
    }),
  }
}

/** A query: `type:` chooses kinds by name or title, the rest are words of a name. */
function parse(query: string) {
  const types: string[] = []
  const rest = query.replace(/type:("[^"]*"?|\S*)/gi, (_all, name: string) => {
    types.push(name.replaceAll('"', '').toLowerCase())
    return ''
  })
  return { types: types.filter((t) => t !== ''), words: rest.trim().toLowerCase() }
}

/** Is this kind drawn: one that is asked for, or, when none is, what has a name. */
export function isShownKind(state: State, kind: string): boolean {
  const { types } = parse(state.people.query)
  if (types.length === 0) return isNamedKind(state, kind)
  const title = kindTitle(state, kind).toLowerCase()
  return types.some((asked) => kind.startsWith(asked) || title.includes(asked))
}

export function shownThings(state: State): readonly Thing[] {
  const { words } = parse(state.people.query)
  const kinds = new Map<string, boolean>()
  return peopleOf(state).things.filter((thing) => {
    let shown = kinds.get(thing.kind)
    if (shown === undefined) {
      shown = isShownKind(state, thing.kind)
      kinds.set(thing.kind, shown)
    }
    const names = [thing.name, ...thing.aliases, ...thing.roles]
    return shown && (words === '' || names.some((n) => n.toLowerCase().includes(words)))
  })
}

/** The longest that is taken for a name. */
const longestName = 100

/** What may be a name that was missed: words that are selected, or searched and no name. */
export function missedName(state: State): string | null {
  const { marking, query } = state.people
  if (marking !== null) return marking.length <= longestName ? marking : null
  const { words } = parse(query)
  if (words.length < 2 || shownThings(state).length > 0) return null
  const clean = state.article.field(analysis).answer?.document.clean ?? ''
  const at = clean.toLowerCase().indexOf(words)
  return at === -1 ? null : clean.slice(at, at + words.length)
}

/** The kinds that occur, those with most mentions first. */
export function kindsOf(things: readonly Thing[]): { kind: string; things: readonly Thing[] }[] {
  const kinds = new Map<string, Thing[]>()
  const weight = new Map<string, number>()
  for (const thing of things) {
    const list = kinds.get(thing.kind)
    if (list) list.push(thing)
    else kinds.set(thing.kind, [thing])
    weight.set(thing.kind, (weight.get(thing.kind) ?? 0) + thing.mentions.length)
  }
  return [...kinds]
    .map(([kind, list]) => ({ kind, things: list }))
    .sort((x, y) => (weight.get(y.kind) ?? 0) - (weight.get(x.kind) ?? 0))
}

export const currentThing = (state: State): Thing | null =>
  peopleOf(state).things.find((t) => t.key === state.people.current) ?? null

/** A paragraph of the article as it stands, with the mentions and quotes in it. */
export interface PeopleParagraph {
  readonly span: Span
  readonly mentions: readonly { readonly mention: Mention; readonly span: Span }[]
  readonly quotes: readonly Said[]
}

export interface PeopleText {
  readonly text: string
  readonly paragraphs: readonly PeopleParagraph[]
}

let drawn: { key: readonly unknown[]; text: PeopleText } | null = null

/** The article as the reader has decided it, and where its mentions are in it. */
export function peopleText(state: State): PeopleText {
  const { answer, verdicts } = state.article.field(analysis)
  const key = [answer, verdicts, peopleOf(state)]
  if (drawn === null || key.some((part, i) => part !== drawn?.key[i]))
    drawn = { key, text: placeMentions(state) }
  return drawn.text
}

/** Until all of it is read again, the text stands without its names. */
function plainLines(text: string): PeopleText {
  const lines = [...text.matchAll(/[^\n]+/g)].map(
    ({ index, 0: line }) => [index, index + line.length] as const,
  )
  return { text, paragraphs: lines.map((span) => ({ span, mentions: [], quotes: [] })) }
}

function placeMentions(state: State): PeopleText {
  const { answer } = state.article.field(analysis)
  if (!answer) return { text: '', paragraphs: [] }
  const { clean, paragraphs, mentions = [] } = answer.document
  if (answer.whole) return plainLines(splice(clean, replacementsInClean(state.article)))
  const decided = replacementsInClean(state.article)
  const people = peopleOf(state)
  const places = new Set<number>()
  for (const [from, to] of [...paragraphs, ...mentions.map((m) => m.span)]) places.add(from).add(to)
  const sorted = [...places].sort((x, y) => x - y)
  const moved = moveSpans(
    sorted.map((at) => [at, at] as const),
    decided,
  )
  const now = new Map(sorted.map((at, i) => [at, moved[i]?.[0] ?? at]))
  const move = ([from, to]: Span): Span => [now.get(from) ?? from, now.get(to) ?? to]
  let next = 0
  let quoted = 0
  return {
    text: splice(clean, decided),
    paragraphs: paragraphs.map((span) => {
      const here: { mention: Mention; span: Span }[] = []
      for (; (mentions[next]?.span[0] ?? span[1]) < span[1]; next++) {
        const mention = mentions[next]
        if (mention && mention.span[0] >= span[0] && mention.span[1] <= span[1])
          here.push({ mention, span: move(mention.span) })
      }
      // A quotation may go on over several paragraphs.
      while ((people.quotes[quoted]?.quote.span[1] ?? span[1]) < span[0]) quoted++
      const quotes: Said[] = []
      for (let i = quoted; (people.quotes[i]?.quote.span[0] ?? span[1]) < span[1]; i++) {
        const one = people.quotes[i]
        if (one && one.quote.span[1] > span[0]) quotes.push(one)
      }
      return { span: move(span), mentions: here, quotes }
    }),
  }
}
