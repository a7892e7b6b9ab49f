// People and things: gathering, searching, what the reader says of names, and the text they stand in.
import { undo } from '@codemirror/commands'
import { describe, expect, it } from 'vitest'
import type { Catalog, Document, Entity, Mention, Quote } from '../../../web/src/core/protocol'
import { setAnswer } from '../../../web/src/state/analysis'
import { lexicon, withLines } from '../../../web/src/state/lexicon'
import { kindsOf, peopleOf, peopleText, shownThings } from '../../../web/src/state/people'
import { createPeopleActions } from '../../../web/src/state/people_actions'
import { firstState, type State } from '../../../web/src/state/store'
import { bareArticle, drawn } from './bare_article'

const catalog: Catalog = {
  groups: [],
  repairs: [],
  entities: [
    { name: 'person', title: 'Person', named: true },
    { name: 'place', title: 'Place', named: true },
    { name: 'date', title: 'Date', named: false },
  ],
}

/** Mentions drawn in the text: "[person 0:Ann Lee] met [pronoun 0:her]"; a kind without number is alone. */
function naming(text: string) {
  const mentions: Mention[] = []
  let clean = ''
  let done = 0
  for (const match of text.matchAll(/\[(\w+)(?: (\d+))?:([^\]]*)\]/g)) {
    clean += text.slice(done, match.index)
    done = match.index + match[0].length
    const [, kind = '', entity, words = ''] = match
    mentions.push({
      id: mentions.length,
      span: [clean.length, clean.length + words.length],
      text: words,
      kind: kind === 'pronoun' ? 'person' : kind,
      form: kind === 'pronoun' ? 'pronoun' : 'name',
      entity: entity === undefined ? null : Number(entity),
      inside: null,
      confidence: 0.9,
    })
    clean += words
  }
  return { clean: clean + text.slice(done), mentions }
}

function page(text: string, quotes: readonly Quote[] = [], repairs = '') {
  const { clean, mentions } = naming(text)
  const entities: Entity[] = []
  for (const { entity, id, kind, text: name } of mentions) {
    if (entity === null) continue
    const known = entities[entity]
    const all = [...(known?.mentions ?? []), id]
    const first = known ?? { id: entity, kind, name, aliases: [], roles: [], mentions: [] }
    entities[entity] = { ...first, mentions: all }
  }
  const document: Document = {
    ...drawn(repairs || clean),
    mentions,
    entities,
    quotes,
  }
  const bare = bareArticle(document.source)
  bare.dispatch({ effects: setAnswer.of({ answer: { document, words: 0, took: 0 } }) })
  let rest: State = { ...firstState(bare.state), catalog, names: true, lens: 'people' }
  const store = {
    get: () => ({ ...rest, article: bare.state }),
    set: (change: Partial<State>) => {
      rest = { ...rest, ...change }
    },
  }
  return { bare, store, actions: createPeopleActions(store, bare) }
}

const text =
  '[person 0:Ann Lee] was in [place:Rome] on [date:Friday]. [pronoun 0:She] likes [place:Rome], [person 0:Lee] said.'

describe('people and things', () => {
  it('are the entities, and names without one by their letters', () => {
    const { store } = page(text)
    const { things, thingOf } = peopleOf(store.get())
    expect(things.map((t) => [t.name, t.mentions.length, t.named])).toEqual([
      ['Ann Lee', 3, true],
      ['Rome', 2, true],
      ['Friday', 1, false],
    ])
    expect(thingOf.get(3)?.name).toBe('Ann Lee')
    expect(kindsOf(things).map((k) => k.kind)).toEqual(['person', 'place', 'date'])
  })

  it('of one name are still two', () => {
    const { store } = page('[person 0:Ann Lee] met [person 1:Ann Lee].')
    const { things, thingOf } = peopleOf(store.get())
    expect(new Set(things.map((t) => t.key)).size).toBe(2)
    expect(thingOf.get(0)).not.toBe(thingOf.get(1))
  })

  it.each([
    ['', ['Ann Lee', 'Rome']],
    ['type:date', ['Friday']],
    ['type:per', ['Ann Lee']],
    ['rom', ['Rome']],
    ['type:person rom', []],
  ])('the query %j shows %j', (query, names) => {
    const { store, actions } = page(text)
    actions.query(query)
    expect(shownThings(store.get()).map((t) => t.name)).toEqual(names)
  })

  it('are walked through, mention by mention and round', () => {
    const { store, actions } = page(text)
    expect(actions.goThing(1)?.name).toBe('Ann Lee')
    actions.goMention(1)
    expect(store.get().people).toMatchObject({ current: 'person Ann Lee', mention: 1 })
    actions.goMention(1)
    actions.goMention(1)
    expect(store.get().people.mention).toBe(0)
    expect(actions.goThing(-1)?.name).toBe('Rome')
  })

  it('stand where they are in the text as the reader has it', () => {
    // The repair takes a blank away before the first name; the second text is what the core gave.
    const { store, bare } = page(
      'So, [person 0:Ann Lee] went to [place:Rome].',
      [],
      'So⟦ →⟧, Ann Lee went to Rome.',
    )
    const found = () => {
      const { text: now, paragraphs } = peopleText(store.get())
      return paragraphs.flatMap((p) => p.mentions.map((m) => now.slice(...m.span)))
    }
    expect(bare.state.doc.toString()).toBe('So , Ann Lee went to Rome.')
    expect(found()).toEqual(['Ann Lee', 'Rome'])
  })

  it('are quoted: a paragraph knows who speaks in it', () => {
    const said: Quote = {
      span: [0, 7],
      text: 'Ann Lee',
      speaker: 0,
      cue: null,
      form: 'direct',
      confidence: 0.9,
    }
    const { store } = page(text, [said])
    const { paragraphs } = peopleText(store.get())
    expect(paragraphs[0]?.quotes[0]?.speaker?.name).toBe('Ann Lee')
    expect(peopleOf(store.get()).things[0]?.said).toEqual([said])
    const somebody = page(text, [{ ...said, speaker: null, speaker_span: [12, 16] }])
    expect(peopleOf(somebody.store.get()).quotes[0]?.who).toBe('in R')
  })
})

describe('the reader’s own lexicon', () => {
  it('takes lines with undo', () => {
    const { bare, store, actions } = page(text)
    const things = peopleOf(store.get()).things
    const [ann, rome] = things
    if (!ann || !rome) throw new Error('two things are named')
    actions.notAName(rome)
    expect(bare.state.field(lexicon)).toEqual([{ text: 'Rome', kind: null }])
    actions.kind(ann, 'place')
    expect(bare.state.field(lexicon).map((l) => [l.text, l.kind])).toEqual([
      ['Ann Lee', 'place'],
      ['Lee', 'place'],
      ['Rome', null],
    ])
    actions.same(ann, rome)
    expect(bare.state.field(lexicon)[0]).toEqual({ text: 'Ann Lee', same_as: 'Rome' })
    undo(bare)
    undo(bare)
    undo(bare)
    expect(bare.state.field(lexicon)).toEqual([])
  })

  it('has one line of a sort for a name, the newest', () => {
    const lines = withLines([{ text: 'Rome', kind: 'place' }], [{ text: 'Rome', kind: null }])
    expect(lines).toEqual([{ text: 'Rome', kind: null }])
    expect(withLines(lines, [{ text: 'Rome', apart_from: 'Roma' }])).toHaveLength(2)
  })
})
