// The notes of two reports: contradictions first, then what only one says, who is quoted, what was
// copied, and what both say.
import { html, nothing, render, type TemplateResult } from 'lit-html'
import type { Fact, Reports } from '../core/reports'
import { type FactGroup, factsOf, type NumberedFact, type ReportsActions } from '../state/reports'
import { reportWords as w } from '../state/reports_words'
import type { State } from '../state/store'

const titles: Readonly<Record<FactGroup, string>> = {
  conflicts: w.disagree,
  onlyA: w.onlyYours,
  onlyB: w.onlyOther,
  both: w.inBoth,
}
const signs: Readonly<Record<FactGroup, string>> = {
  conflicts: '≠',
  onlyA: '−',
  onlyB: '+',
  both: '≡',
}

function titleOf({ catalog }: State, { about, slot }: Fact): string {
  const rows = slot === undefined ? catalog?.facts : catalog?.conflicts
  return rows?.find((row) => row.name === (slot ?? about))?.title ?? slot ?? about
}

function drawFact(state: State, { id, group, fact }: NumberedFact, actions: ReportsActions) {
  const current = state.reports.current === id
  const text = (side: 'a' | 'b') => fact[side]?.text ?? w.notThere
  const shown =
    group === 'conflicts'
      ? html`<b>${text('a')}</b> ≠ <b>${text('b')}</b>`
      : group === 'both'
        ? html`${text('a')}`
        : html`${text(group === 'onlyA' ? 'a' : 'b')}`
  return html`<li>
    <button
      class=${current ? 'report-fact current' : 'report-fact'}
      aria-pressed=${current}
      data-fact-note=${id}
      @click=${() => actions.select(current ? null : id)}
    >
      <span class="about">${titleOf(state, fact)}</span> <span class="what">${shown}</span>
      ${group === 'conflicts' || group === 'both' || current ? html`<span class="why">${fact.why}</span>` : nothing}
    </button>
  </li>`
}

function drawVoices(answer: Reports): TemplateResult | typeof nothing {
  if (answer.voices.length === 0) return nothing
  return html`<section>
    <h3>${w.voices}</h3>
    <table class="voices">
      <thead>
        <tr>
          <th scope="col">${w.speaker}</th>
          <th scope="col">${w.yours}</th>
          <th scope="col">${w.other}</th>
        </tr>
      </thead>
      <tbody>
        ${answer.voices.map(
          ({ speaker, a, b }) => html`<tr>
            <th scope="row">${speaker ?? w.nobody}</th>
            <td>${w.share(a.quotes.length, a.share)}</td>
            <td>${w.share(b.quotes.length, b.share)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

function drawTelling({ borrowed, framing }: Reports): TemplateResult {
  return html`${
    borrowed.length > 0
      ? html`<section>
          <h3>${w.borrowed}</h3>
          <ul>
            ${borrowed.map(
              ({ a, words, exact }) =>
                html`<li><span class="about">${w.borrowedWords(words, exact)}</span> ${a.text}</li>`,
            )}
          </ul>
        </section>`
      : nothing
  }
  ${
    framing.verbs.length > 0
      ? html`<section>
          <h3>${w.verbs}</h3>
          <ul>
            ${framing.verbs.map(({ why }) => html`<li>${why}</li>`)}
          </ul>
        </section>`
      : nothing
  }
  ${framing.order.ofB.length > 1 ? html`<p class="quiet">${w.order(framing.order.same)}</p>` : nothing}`
}

export function drawReportNotes(root: HTMLElement, state: State, actions: ReportsActions): void {
  const { answer } = state.reports
  if (answer === null) return
  const facts = factsOf(answer)
  const list = (group: FactGroup) => {
    const some = facts.filter((f) => f.group === group)
    if (some.length === 0)
      return group === 'conflicts' ? html`<p class="quiet">${w.noConflict}</p>` : nothing
    return html`<section class=${group}>
      <h3><span class="sign">${signs[group]}</span> ${titles[group]} <span class="count">${some.length}</span></h3>
      <ul>
        ${some.map((fact) => drawFact(state, fact, actions))}
      </ul>
    </section>`
  }
  render(
    html`<div class="report-notes">
      ${list('conflicts')} ${list('onlyA')} ${list('onlyB')} ${drawVoices(answer)}
      ${drawTelling(answer)} ${list('both')}
    </div>`,
    root,
  )
}
