// The lenses: one is chosen, and only it draws.
import { html, nothing, render } from 'lit-html'
import type { Actions } from '../state/actions'
import { analysis } from '../state/analysis'
import type { Counts } from '../state/notes'
import type { Lens, State } from '../state/store'
import { words } from '../state/words'

const lenses: readonly Lens[] = ['read', 'repairs']

export function drawBar(root: HTMLElement, state: State, counts: Counts, actions: Actions): void {
  const { answer, original } = state.article.field(analysis)
  const choose = (lens: Lens) => () => actions.lens(lens)
  const arrows = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = lenses.indexOf(state.lens)
    actions.lens(lenses[(at + step + lenses.length) % lenses.length] ?? 'repairs')
    root.querySelector<HTMLElement>('[role=radio][tabindex="0"]')?.focus()
  }
  const lens = (name: Lens, count: number | null) => html`<button
    role="radio"
    aria-checked=${name === state.lens}
    tabindex=${name === state.lens ? 0 : -1}
    @click=${choose(name)}
  >
    ${words.lens[name]}${count ? html` <span class="count">${count}</span>` : nothing}
  </button>`
  const empty = state.article.doc.length === 0
  render(
    html`<div role="radiogroup" aria-label=${words.view} @keydown=${arrows}>
        ${lens('read', null)} ${lens('repairs', counts.all)}
      </div>
      ${
        counts.all > 0 && state.lens === 'repairs'
          ? html`<button
              class="original"
              aria-pressed=${original}
              title=${words.originalTitle}
              @click=${() => actions.original(!original)}
            >
              ${words.original}
            </button>`
          : nothing
      }
      <p class="measure">
        ${
          answer && !empty
            ? html`<span class="words"
                  >${words.wordCount(answer.words)}${counts.open > 0 ? ' · ' : nothing}</span
                >${counts.open > 0 ? words.toDecide(counts.open) : nothing}`
            : nothing
        }
      </p>
      <div class=${state.reading > 0 ? 'progress running' : 'progress'}></div>`,
    root,
  )
}
