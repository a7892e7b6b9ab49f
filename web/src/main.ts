// Puts the page together: the core in its worker, the state, the views, and what leads to what.
import damaged from '@articles/damaged.txt?raw'
import report from '@articles/report.txt?raw'
import version from '@articles/version.txt?raw'
import './view/styles'
import type { EditorState } from '@codemirror/state'
import { connect } from './core/client'
import { startWorker } from './core/start_worker'
import { start } from './start'
import { createActions, currentChange } from './state/actions'
import { readView, writeView } from './state/address'
import { analysis, changesOf, isFresh, setTyping } from './state/analysis'
import { articleText, createArticle } from './state/article'
import { createBatch, isBatch } from './state/batch'
import { createCarry } from './state/carry'
import { countDifferences } from './state/differences'
import { fromFragment, type Shared } from './state/link'
import { countNotes, decisionOf, isOpen } from './state/notes'
import { textInside } from './state/one_file'
import { peopleOf } from './state/people'
import { createReader } from './state/reader'
import { countApart, isReports } from './state/reports'
import { forget, isKept, load, save } from './state/session'
import { createStore, firstState, type State } from './state/store'
import { words } from './state/words'
import { createAnnouncer } from './view/announce'
import { ArticleText } from './view/article_text'
import { drawBar } from './view/bar'
import { onClosed } from './view/dialog'
import { createDifferenceLens } from './view/difference_lens'
import { takeFiles } from './view/files'
import { drawFirstRun, type Sample } from './view/first_run'
import { drawKeyMap } from './view/key_map'
import { type KeyTargets, listenKeys, listenNoteKeys, listenReadKeys } from './view/keys'
import { createLaterViews } from './view/later_views'
import { drawMasthead } from './view/masthead'
import { drawNotes } from './view/notes'
import { drawNotice } from './view/notice'
import { createPeopleLens } from './view/people_lens'
import { drawRead } from './view/read'
import { besideText, focusNote, nextRegion } from './view/regions'
import { createRoot } from './view/root'
import { drawStatus } from './view/status'

const samples: Record<Sample, string> = { damaged, version, report }

const root = createRoot()
const article = new ArticleText()
root.main.append(root.yours, article, root.firstRun, root.read, root.people, root.differences)
root.main.append(root.batch)

const keeps = isKept()
// What this tab holds goes before what was kept from another.
const saved = load() ?? (keeps ? load(localStorage) : null)
const core = connect(startWorker)
// A second core reads the lines around what is typed, while the first may be at the whole text.
let program: WebAssembly.Module | undefined
const quick = connect(() => startWorker(program))
async function startQuick(): Promise<void> {
  program = await core.ask('program')
  await quick.ask('catalog')
}
const asked = readView(location.hash)
const first = firstState(createArticle(''))
const store = createStore(
  {
    ...first,
    keeps,
    lens: asked.lens ?? saved?.lens ?? first.lens,
    other: saved?.other ?? first.other,
    differ: { ...first.differ, side: asked.side ?? null },
  },
  () => schedule(),
)
const reader = createReader(core, article, store, quick)
const actions = createActions(store, article)
const carry = createCarry(core, article, store, reader)
const files = takeFiles(root.main, store, (chosen) => {
  const { lens, article: now } = store.get()
  // While two texts are compared, the article is there and the other one is what comes.
  if (lens === 'differences' && now.doc.length > 0) void differences.openFiles(chosen)
  else if (isBatch(chosen)) void batch.start(chosen)
  else if (chosen[0]) {
    store.set({ batchShown: false })
    void carry.openFile(chosen[0])
  }
})
const batch = createBatch(core, store)
const differences = createDifferenceLens({
  core,
  article,
  store,
  reader,
  carry,
  root,
  samples: Object.entries(samples).map(([name, text]) => ({
    title: words.samples[name as Sample],
    text,
  })),
  openDialog: files.openDialog,
  lens: actions.lens,
})
const people = createPeopleLens({ article, store, root, lens: actions.lens })

// --- Drawing: at most once a frame, from the state alone ---

let scheduled = false
let said = ''
const announce = createAnnouncer((message) => {
  said = message
  schedule()
})

function schedule(): void {
  if (scheduled) return
  scheduled = true
  requestAnimationFrame(() => {
    scheduled = false
    draw(store.get())
  })
}

let counted: { key: readonly unknown[]; counts: ReturnType<typeof countNotes> } | null = null
function countsOf(state: State) {
  const { answer, verdicts } = state.article.field(analysis)
  const key = [answer, verdicts, state.catalog]
  if (counted === null || key.some((part, i) => part !== counted?.key[i]))
    counted = { key, counts: countNotes(state) }
  return counted.counts
}

let notesDrawn: readonly unknown[] = []
/** Who reaches for a note finds those of the text as it is, before the note hears of it. */
function drawBeforeUse(): void {
  if (!article.state.field(analysis).typing) return
  article.dispatch({ effects: setTyping.of(false) })
  draw(store.get())
}
for (const event of ['pointerdown', 'focusin', 'click'])
  root.notes.addEventListener(event, drawBeforeUse, { capture: true })
function draw(state: State): void {
  const counts = countsOf(state)
  if (document.body.dataset.lens !== state.lens) root.notes.scrollTop = 0
  document.body.dataset.lens = state.lens
  document.body.classList.toggle('dragging', state.dragging)
  document.body.classList.toggle('empty', state.article.doc.length === 0)
  announce(state.message)
  drawMasthead(root.masthead, state, counts, {
    openDialog: files.openDialog,
    files: () => store.set({ batchShown: true }),
    compare: () => store.set({ lens: 'differences', batchShown: false }),
    copy: () => void carry.copy(),
    export: openExport,
    share: () => store.set({ shareShown: true }),
    keys: () => actions.set({ keysShown: true }),
  })
  const named = peopleOf(state).things.filter((thing) => thing.named).length
  const { answer: told } = state.reports
  const apart = told && isReports(state) ? countApart(told) : countDifferences(state).all
  const more = { people: named, differences: apart }
  drawBar(root.bar, state, counts, more, actions)
  drawNotice(root.notice, state, () => store.set({ notice: null }))
  drawFirstRun(root.firstRun, state, openSample, () => actions.lens('differences'))
  drawRead(root.read, state)
  drawStatus(root.status, state, counts, said)
  if (state.exportShown || root.export.open) later.export(state)
  if (state.shareShown || root.share.open) later.share(state)
  document.body.classList.toggle('batching', state.batchShown)
  if (state.batch) later.batch(state)
  drawKeyMap(root.dialog, state.keysShown, () => store.set({ keysShown: false }))
  const { answer, verdicts, current, typing } = state.article.field(analysis)
  const empty = state.article.doc.length === 0
  differences.draw(state)
  people.draw(state)
  reader.check()
  const { filter, sheetOpen, catalog, lens } = state
  const notes = [current, empty, filter, sheetOpen, catalog, lens, state.printing, answer, verdicts]
  const differs = (part: unknown, i: number) => part !== notesDrawn[i]
  // At every key there is another answer; its notes wait for a rest of the hand.
  const waits = typing && !notes.slice(0, -2).some(differs)
  if (lens === 'differences' || lens === 'people') notesDrawn = []
  else if (notes.some(differs) && !waits) {
    drawNotes(root.notes, state, counts, actions)
    const moved = notesDrawn[0] !== current
    notesDrawn = notes
    if (moved && current !== null) besideText(root.notes, article, current)
  }
}

// --- What leads to what ---

const later = createLaterViews({ core, article, store, root, carry, batch, keepHere })
onClosed(root.export, () => store.set({ exportShown: null }))
onClosed(root.share, () => store.set({ shareShown: false }))

function openExport(): void {
  const { lens, compared, catalog, article: now } = store.get()
  if (catalog === null || now.doc.length === 0) return
  const differs = lens === 'differences' && (compared?.comparison.hunks.length ?? 0) > 0
  store.set({ exportShown: differs ? 'differences' : 'article' })
}

let hintFirst = false
function openSample(name: Sample): void {
  hintFirst = true
  carry.openText(samples[name], words.saidSample)
}

let saving: ReturnType<typeof setTimeout> | undefined
let told = false
function keepHere(on: boolean): void {
  store.set({ keeps: on, message: on ? words.saidKeeps : words.saidKeepsNot })
  if (!on) forget()
  remember()
}

function remember(): boolean {
  const state = store.get()
  const kept = save(state) && (!state.keeps || save(state, localStorage))
  if (!kept && !told) store.set({ message: words.notRemembered })
  told = !kept
  const view = writeView(store.get())
  if (view !== location.hash)
    history.replaceState(null, '', view || location.href.replace(/#.*$/, ''))
  return kept
}

function changed(state: EditorState, how: 'typed' | 'new' | 'other' | null): void {
  const before = store.get().article
  store.set({ article: state })
  // What came first, or all at once, is what came: it can be compared with later.
  if (how === 'new' || (how !== null && before.doc.length === 0))
    store.set({ opened: articleText(state) })
  if (how !== null) reader.changed(how)
  if (state.field(analysis).answer !== before.field(analysis).answer) answered()
  clearTimeout(saving)
  // To keep a million characters takes some 50 ms, in which no key is seen; leaving the page keeps them too.
  saving = setTimeout(remember, state.doc.length > 200_000 ? 3000 : 400)
}

/** After a sample was opened: the first repair that waits for the reader is current. */
function answered(): void {
  if (!hintFirst || !isFresh(article.state)) return
  hintFirst = false
  const state = store.get()
  const changes = changesOf(state.article)
  const first = changes.find((c) => isOpen(c, decisionOf(state, c))) ?? changes[0]
  // The editor is inside its own update here.
  if (first) queueMicrotask(() => actions.select(first))
  if (matchMedia('(hover: hover)').matches) store.set({ message: words.firstHint })
}

article.open('', {
  changed,
  touched: (id) => {
    const change = changesOf(article.state)[id]
    if (change) actions.select(change, false)
  },
  markup: (text) => void carry.openMarkup(text),
})
store.set({ article: article.state })

// A note takes the focus when it is drawn, at the next frame, unless the reader has gone elsewhere.
let noteFocus = 0
const targets: KeyTargets = {
  openDialog: files.openDialog,
  export: openExport,
  stop() {
    reader.stop()
    differences.stop()
  },
  go: (step) => {
    const { lens } = store.get()
    if (lens === 'differences') differences.go(step)
    else if (lens === 'people') people.go(step)
    else actions.go(step)
  },
  focusCurrent: () =>
    store.get().lens === 'people' ? people.focusNote() : differences.focusNote(),
  focusText: () => {
    cancelAnimationFrame(noteFocus)
    article.focus()
  },
  focusNote: (change) => {
    if (!change) return
    cancelAnimationFrame(noteFocus)
    noteFocus = requestAnimationFrame(() => focusNote(root.notes, change.id))
  },
  nextRegion: (step) => nextRegion(step, root, article, store.get().lens),
  atCaret: () => currentChange(article),
  focusFilter: () => root.notes.querySelector('input')?.focus(),
  search() {
    const { lens } = store.get()
    const field = root.notes.querySelector<HTMLInputElement>('input[type=search]')
    if (!field?.checkVisibility() || (lens !== 'people' && lens !== 'differences')) return false
    field.focus()
    field.select()
    return true
  },
}
listenKeys(store, actions, targets)
listenNoteKeys(root.notes, store, actions, targets)
listenReadKeys(root.read, actions)
onClosed(root.dialog, () => store.set({ keysShown: false }))
// On paper all notes are drawn, and the browser does not wait for a frame.
const setPrinting = (printing: boolean) => () => {
  store.set({ printing })
  draw(store.get())
}
addEventListener('beforeprint', setPrinting(true))
addEventListener('afterprint', setPrinting(false))
addEventListener('pagehide', remember)
addEventListener('hashchange', () => void openWhatCame())

if (saved && saved.record.source !== '') {
  openShared(saved.record, '')
  const { at = 0 } = asked
  if (at > 0 && at <= article.state.doc.length) {
    article.dispatch({ selection: { anchor: at } })
    article.reveal(at)
  }
} else article.focus()
void openWhatCame()

function openShared(shared: Shared, said: string): void {
  const { source, decisions, lexicon, other } = shared
  carry.open({ text: source, encoding: '', odd: [], decisions, lexicon }, '', said)
  if (other) store.set({ other })
}

/** A text that came with a link, or lies in the file that this page is; undo brings the last one back. */
async function openWhatCame(): Promise<void> {
  const inside = saved === null ? textInside(document) : null
  if (inside) openShared(inside, '')
  try {
    const shared = await fromFragment(location.hash)
    if (shared) openShared(shared, words.saidLink)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    store.set({ notice: { text: words.linkBroken(reason), choices: [] } })
  }
}

void start({ core, article, store, remember, startQuick })
