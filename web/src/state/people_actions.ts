// What the reader can do about names: walk through them, and say of them what the core could not
// know. What is said is a line of the reader's lexicon and one step of the history.
import type { LexiconLine } from '../core/protocol'
import { lexicon, sayOfNames, withLines } from './lexicon'
import { currentThing, kindTitle, shownThings, type Thing } from './people'
import type { Article, PeopleView, Store } from './store'
import { words } from './words'

export interface PeopleActions {
  select(thing: Thing | null, mention?: number): void
  /** The next or previous thing of the list. */
  goThing(step: 1 | -1): Thing | null
  /** The next or previous mention of the open thing; of the first one, when none is open. */
  goMention(step: 1 | -1): void
  query(query: string): void
  notAName(thing: Thing): void
  /** Words that were selected; null: none any more. */
  marking(text: string | null): void
  /** They are a name that was missed. */
  mark(text: string, kind: string): void
  kind(thing: Thing, kind: string): void
  same(thing: Thing, other: Thing): void
  apart(thing: Thing, alias: string): void
  forget(): void
}

/** All letters under which a thing is named, each once. */
const namesOf = (thing: Thing): string[] => {
  const inText = thing.mentions.filter((m) => m.form === 'name').map((m) => m.text)
  return [...new Set([thing.name, ...thing.aliases, ...inText])]
}

export function createPeopleActions(store: Store, article: Article): PeopleActions {
  const view = (change: Partial<PeopleView>) =>
    store.set({ people: { ...store.get().people, ...change } })
  const say = (message: string) => store.set({ message })
  const add = (lines: readonly LexiconLine[]) =>
    sayOfNames(article, withLines(article.state.field(lexicon), lines))

  const actions: PeopleActions = {
    select: (thing, mention = 0) => view({ current: thing?.key ?? null, mention }),
    goThing(step) {
      const shown = shownThings(store.get())
      const at = shown.findIndex((t) => t.key === store.get().people.current)
      const next = at === -1 ? (step > 0 ? 0 : shown.length - 1) : at + step
      const thing = shown[(next + shown.length) % shown.length] ?? null
      if (thing === null || thing === shown[at]) say(words.saidNoNames)
      actions.select(thing)
      return thing
    },
    goMention(step) {
      const thing = currentThing(store.get())
      if (thing === null) {
        actions.goThing(step)
        return
      }
      const n = thing.mentions.length
      const at = (store.get().people.mention + step + n) % n
      actions.select(thing, at)
      say(words.mentionOf(at + 1, n))
    },
    query: (query) => view({ query }),
    notAName(thing) {
      add(namesOf(thing).map((text) => ({ text, kind: null })))
      say(words.saidNotAName(thing.name))
    },
    marking: (text) => view({ marking: text }),
    mark(text, kind) {
      add([{ text, kind }])
      say(words.saidKind(text, kindTitle(store.get(), kind)))
      view({ current: `${kind} ${text}`, mention: 0, marking: null, query: '' })
    },
    kind(thing, kind) {
      if (kind === thing.kind) return
      add(namesOf(thing).map((text) => ({ text, kind })))
      say(words.saidKind(thing.name, kindTitle(store.get(), kind)))
      view({ current: `${kind} ${thing.name}` })
    },
    same(thing, other) {
      add([{ text: thing.name, same_as: other.name }])
      say(words.saidSame(thing.name, other.name))
      view({ current: other.key, mention: 0 })
    },
    apart(thing, alias) {
      add([{ text: alias, apart_from: thing.name }])
      say(words.saidApart(alias, thing.name))
    },
    forget() {
      sayOfNames(article, [])
      say(words.saidForgotten)
    },
  }
  return actions
}
