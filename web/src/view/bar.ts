// The lenses: one is chosen, and only it draws.
import { html, nothing, render } from 'lit-html'
import type { Actions } from '../state/actions'
import { analysis } from '../state/analysis'
import type { Counts } from '../state/notes'
import type { Lens, State } from '../state/store'
import { words } from '../state/words'

/** A lens whose part of the core is not there does not appear. */
function lensesOf({ catalog, lens, names }: State): readonly Lens[] {
  const has: Readonly<Record<Lens, boolean>> = {
    read: true,
    repairs: true,
    people: names && (catalog?.entities?.length ?? 0) > 0,
    differences: (catalog?.causes?.length ?? 0) > 0,
  }
  return (Object.keys(has) as Lens[]).filter((name) => has[name] || name === lens)
}

/** On a narrow screen the lenses scroll sideways: the chosen one comes into sight. */
let seen: Lens | null = null
function showLens(root: HTMLElement, lens: Lens): void {
  if (lens === seen) return
  seen = lens
  root.querySelector('[aria-checked=true]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
}

export function drawBar(
  root: HTMLElement,
  state: State,
  counts: Counts,
  more: { readonly people: number; readonly differences: number },
  actions: Actions,
): void {
  const lenses = lensesOf(state)
  const counted: Readonly<Record<Lens, number>> = { read: 0, repairs: counts.all, ...more }
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
  const lens = (name: Lens, count: number) => html`<button
    role="radio"
    aria-checked=${name === state.lens}
    tabindex=${name === state.lens ? 0 : -1}
    @click=${choose(name)}
  >
    ${words.lens[name]}${count ? html` <span class="count">${count}</span>` : nothing}
  </button>`
  const empty = state.article.doc.length === 0
  const toDecide = counts.open > 0 && state.lens === 'repairs'
  const busy = state.reading > 0 || state.comparing
  render(
    html`<div role="radiogroup" aria-label=${words.view} @keydown=${arrows}>
        ${lenses.map((name) => lens(name, counted[name]))}
      </div>
      ${
        counts.all > 0 && /^(?:repairs|differences)$/.test(state.lens)
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
                  >${words.wordCount(answer.words)}${toDecide ? ' · ' : nothing}</span
                >${toDecide ? words.toDecide(counts.open) : nothing}`
            : nothing
        }
      </p>
      <div class=${busy ? 'progress running' : 'progress'}></div>`,
    root,
  )
  showLens(root, state.lens)
}
