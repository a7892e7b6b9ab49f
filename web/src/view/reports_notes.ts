// The notes of two reports: contradictions first, then what only one says, who is quoted, what was
// copied, and what both say.
import { html, nothing, render, type TemplateResult } from 'lit-html'
import type { Reports } from '../core/reports'
import { type Finding, type FindingGroup, type ReportsActions, readReports } from '../state/reports'
import type { State } from '../state/store'
import { words } from '../state/words'
import { reportWords as w } from '../state/words_of_reports'
import { sentence } from './excerpt'

/** More findings of a group than this are shown in parts. */
const atOnce = 200

const titles: Readonly<Record<FindingGroup, string>> = {
  conflicts: w.disagree,
  onlyA: w.onlyYours,
  onlyB: w.onlyOther,
  voices: w.voices,
  borrowed: w.borrowed,
  both: w.inBoth,
}
const signs: Readonly<Partial<Record<FindingGroup, string>>> = {
  conflicts: '≠',
  onlyA: '−',
  onlyB: '+',
  both: '≡',
}
/** In the order of `findingsOf`. */
const groups = Object.keys(titles) as FindingGroup[]

export interface ReportNoteDeeds {
  readonly actions: ReportsActions
  sheetOpen(on: boolean): void
}

function titleOf({ catalog }: State, { group, fact, borrowed }: Finding): string {
  if (borrowed) return w.borrowedWords(borrowed.words, borrowed.exact)
  const rows = group === 'conflicts' ? catalog?.conflicts : catalog?.facts
  const name = fact?.slot ?? fact?.about ?? ''
  return rows?.find((row) => row.name === name)?.title ?? name
}

function drawWhat({ group, fact, borrowed }: Finding, current: boolean): unknown {
  if (borrowed) return borrowed.a.text
  const a = fact?.a?.text ?? ''
  const b = fact?.b?.text ?? ''
  if (group === 'conflicts')
    return html`<span>${a || w.notThere}</span> <b class="sign">≠</b> <span>${b || w.notThere}</span>`
  if (group === 'both' && current && a !== b) return html`${a} <b class="sign">≡</b> ${b}`
  return a || b
}

function drawFinding(state: State, finding: Finding, tabindex: number, actions: ReportsActions) {
  const { id, group, fact } = finding
  const current = state.reports.current === id
  const why = fact && (group === 'conflicts' || current) ? sentence(fact.why) : ''
  return html`<li>
    <button
      class=${current ? 'finding current' : 'finding'}
      aria-pressed=${current}
      tabindex=${tabindex}
      data-note=${id}
      @click=${() => actions.select(current ? null : id)}
    >
      <span class="sort">${titleOf(state, finding)}</span>
      <span class="told"><span>${drawWhat(finding, current)}</span></span>
      ${why ? html`<span class="why">${why}</span>` : nothing}
    </button>
  </li>`
}

/** How much of each text is somebody's words. A click shows where. */
function drawVoices(
  state: State,
  voices: readonly Finding[],
  first: number,
  deeds: ReportsActions,
) {
  const row = ({ id, voice }: Finding) => {
    if (!voice) return nothing
    const current = state.reports.current === id
    return html`<tr class=${current ? 'current' : ''}>
      <th scope="row">
        <button
          aria-pressed=${current}
          tabindex=${id === first ? 0 : -1}
          data-note=${id}
          @click=${() => deeds.select(current ? null : id)}
        >
          ${voice.speaker ?? w.nobody}
        </button>
      </th>
      <td>${w.share(voice.a.quotes.length, voice.a.share)}</td>
      <td>${w.share(voice.b.quotes.length, voice.b.share)}</td>
    </tr>`
  }
  return html`<table class="heard">
    <thead>
      <tr>
        <th scope="col">${w.speaker}</th>
        <th scope="col">${w.yours}</th>
        <th scope="col">${w.other}</th>
      </tr>
    </thead>
    <tbody>
      ${voices.map(row)}
    </tbody>
  </table>`
}

/** How the two tell it: which verbs they have for one speaker, and in what order they come. */
function drawTelling({ framing }: Reports): TemplateResult | typeof nothing {
  const orders = framing.order.ofB.length > 1
  if (framing.verbs.length === 0 && !orders) return nothing
  return html`<section class="telling">
    <h2>${w.telling}</h2>
    <ul>
      ${framing.verbs.map(({ why }) => html`<li>${sentence(why)}</li>`)}
      ${orders ? html`<li>${w.order(framing.order.same)}</li>` : nothing}
    </ul>
  </section>`
}

/** The chosen finding alone, for a narrow screen. */
function drawSheet(state: State, deeds: ReportNoteDeeds): TemplateResult {
  const { answer, current } = state.reports
  const { findings } = readReports(answer as Reports)
  const finding = findings[current ?? -1]
  const { facts } = answer as Reports
  const step = (by: 1 | -1) => html`<button
    class="step"
    aria-label=${by > 0 ? words.next : words.previous}
    @click=${() => deeds.actions.go(by)}
  >
    ${by > 0 ? '›' : '‹'}
  </button>`
  return html`<div class="sheet-head">
      ${step(-1)}
      <span>${current === null ? w.findings(findings.length) : words.noteOf(current + 1, findings.length)}</span>
      ${step(1)}
      <button
        aria-expanded=${state.sheetOpen}
        @click=${() => deeds.sheetOpen(!state.sheetOpen)}
      >
        ${state.sheetOpen ? words.oneNote : words.allNotes}
      </button>
    </div>
    <div class="one-finding">
      ${
        finding
          ? html`<h2><span class="sign">${signs[finding.group]}</span> ${titles[finding.group]}</h2>
              <p class="told">${finding.voice ? (finding.voice.speaker ?? w.nobody) : drawWhat(finding, true)}</p>
              ${finding.fact ? html`<p class="why">${sentence(finding.fact.why)}</p>` : nothing}`
          : html`<p class="quiet">
              ${w.summary(facts.conflicts.length, facts.onlyA.length, facts.onlyB.length, facts.both.length)}
            </p>`
      }
    </div>`
}

export function drawReportNotes(root: HTMLElement, state: State, deeds: ReportNoteDeeds): void {
  const { answer, current } = state.reports
  if (answer === null) return
  const { actions } = deeds
  const { findings } = readReports(answer)
  const first = current ?? 0
  const list = (group: FindingGroup) => {
    const some = findings.filter((f) => f.group === group)
    if (some.length === 0)
      return group === 'conflicts' ? html`<p class="quiet">${w.noConflict}</p>` : nothing
    const at = some.findIndex((f) => f.id === current)
    const size = state.printing ? some.length : atOnce
    const start = Math.floor(Math.max(at, 0) / size) * size
    const part = some.slice(start, start + size)
    const later = some.length - start - part.length
    const goTo = (label: string, finding: Finding | undefined) =>
      html`<button class="window" @click=${() => finding && actions.select(finding.id)}>${label}</button>`
    return html`<section class=${group}>
      <h2>
        ${signs[group] ? html`<span class="sign">${signs[group]}</span>` : nothing} ${titles[group]}
        <span class="count">${some.length}</span>
      </h2>
      ${start > 0 ? goTo(words.earlier(start), some[start - 1]) : nothing}
      ${
        group === 'voices'
          ? drawVoices(state, part, first, actions)
          : html`<ul>
              ${part.map((finding) => drawFinding(state, finding, finding.id === first ? 0 : -1, actions))}
            </ul>`
      }
      ${later > 0 ? goTo(words.later(later), some[start + size]) : nothing}
    </section>`
  }
  root.className = state.sheetOpen ? 'open' : ''
  render(
    html`${drawSheet(state, deeds)}
      <div class="report-notes">
        ${groups.map((group) =>
          group === 'both' ? html`${drawTelling(answer)} ${list(group)}` : list(group),
        )}
      </div>`,
    root,
  )
}
