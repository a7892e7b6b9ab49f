// The Differences lens: what the two texts have in common, which groups of differences are drawn,
// and the texts themselves.
import { html, nothing, render, type TemplateResult } from 'lit-html'
import type { DifferenceActions } from '../state/difference_actions'
import { countDifferences, isSide } from '../state/differences'
import { isReports, type ReportsActions } from '../state/reports'
import type { SecondText } from '../state/second_text'
import type { State } from '../state/store'
import { words } from '../state/words'
import { reportWords } from '../state/words_of_reports'
import { drawRows } from './difference_rows'
import { drawReportRows } from './reports'
import { drawSecondText, type Offer } from './second_text'

export interface DifferencesDeeds {
  readonly actions: DifferenceActions
  readonly second: SecondText
  readonly reports: ReportsActions
  readonly offers: readonly Offer[]
  /** Wide enough for two columns. */
  readonly wide: boolean
  openDialog(): void
}

/** Both texts lie open, because one is missing or the reader writes in them. */
export const isWriting = ({ differ, other, article }: State): boolean =>
  differ.writing || other.text.trim() === '' || article.doc.length === 0

export function drawDifferences(root: HTMLElement, state: State, deeds: DifferencesDeeds): void {
  if (state.lens !== 'differences') render(nothing, root)
  else if (isWriting(state)) render(drawSecondText(state, deeds), root)
  else
    render(
      html`${drawHead(state, deeds)}
        <div class="scroll" tabindex="0" @click=${select(state, deeds)}>${drawBody(state, deeds)}</div>`,
      root,
    )
}

function drawBody(state: State, { actions, wide, reports }: DifferencesDeeds): TemplateResult {
  const { compared } = state
  const quiet = (text: string) => html`<p class="quiet">${text}</p>`
  if (state.core === 'failed') return quiet(words.cannotCompare)
  if (compared === null) return quiet(words.comparing)
  if (isReports(state)) return drawReportRows(state, reports)
  const narrow = wide ? state : { ...state, differ: { ...state.differ, side: false } }
  const hunks = compared.comparison.hunks
  return html`${hunks.length === 0 ? quiet(words.nothingDiffers) : nothing}
    ${drawRows(narrow, compared, (id) => {
      const hunk = hunks[id]
      if (hunk) actions.select(hunk)
    })}`
}

/** A click on a difference opens its note. */
const select =
  ({ compared }: State, { actions, reports }: DifferencesDeeds) =>
  ({ target }: Event) => {
    const finding = (target as Element).closest<HTMLElement>('[data-finding]')?.dataset.finding
    if (finding !== undefined) return reports.select(Number(finding))
    const id = (target as Element).closest<HTMLElement>('[data-id]')?.dataset.id
    const hunk = compared?.comparison.hunks[Number(id ?? -1)]
    if (hunk) actions.select(hunk)
  }

function drawHead(state: State, deeds: DifferencesDeeds): TemplateResult {
  const { compared, differ } = state
  const { actions, second } = deeds
  const side = isSide(state)
  const percent = Math.floor((compared?.comparison.similarity ?? 0) * 100)
  const verdict = compared?.comparison.summary.verdict
  const differs = (compared?.comparison.hunks.length ?? 0) > 0
  const asReports = isReports(state)
  const groups = asReports ? [] : countDifferences(state).groups.filter(({ n }) => n > 0)
  const answer = asReports ? state.reports.answer : null
  const facts = answer?.facts
  return html`<div class="compare-head">
    ${
      asReports
        ? nothing
        : html`<div class="groups" role="group" aria-label=${words.differenceNotes}>
      ${groups.map(({ name, title, n }) => {
        const on = !differ.hidden.has(name)
        return html`<button
          aria-pressed=${on}
          title=${on ? words.groupShown(title) : words.groupHidden(title)}
          @click=${() => actions.showGroup(name, !on)}
        >
          <span class="sign">${words.groupSign(name)}</span> ${title} <span class="count">${n}</span>
        </button>`
      })}
    </div>`
    }
    <p class="verdict">
      ${facts ? reportWords.summary(facts.conflicts.length, facts.onlyA.length, facts.onlyB.length, facts.both.length) : nothing}
      ${facts ? nothing : verdict && differs ? html`${words.verdict(verdict)} · ` : nothing}
      ${!facts && compared && differs ? words.inCommon(percent) : nothing}
      ${compared?.comparison.precision === 'reduced' ? words.reducedPrecision : nothing}
    </p>
    <div class="tools">
      ${
        deeds.wide && differs && !asReports
          ? html`<button @click=${() => actions.side(!side)}>
              ${side ? words.oneColumn : words.sideBySide}
            </button>`
          : nothing
      }
      ${
        differs
          ? html`<button @click=${() => deeds.reports.choose(asReports ? 'versions' : 'reports')}>
              ${asReports ? reportWords.asVersions : reportWords.asReports}
            </button>`
          : nothing
      }
      <button @click=${() => second.writing(true)}>${words.writeTexts}</button>
      <button @click=${() => second.swap()}>${words.swap}</button>
      <button
        aria-pressed=${state.restoring}
        title=${words.restoreFromHint}
        @click=${() => second.restore(!state.restoring)}
      >
        ${words.restoreFrom}
      </button>
      <button @click=${() => second.remove()}>${words.removeOther}</button>
    </div>
  </div>`
}
