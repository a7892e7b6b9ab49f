// The note of one who or what is named: where it stands in the text and, opened, what can be said of it.
import { html, nothing, svg, type TemplateResult } from 'lit-html'
import { analysis } from '../state/analysis'
import { isNamedKind, peopleOf, type Thing } from '../state/people'
import type { PeopleActions } from '../state/people_actions'
import type { State } from '../state/store'
import { words } from '../state/words'
import { sentence } from './excerpt'

/** Where in the text it stands: a line for the text, a stroke for each mention. */
function drawPlaces(state: State, thing: Thing): TemplateResult {
  const length = state.article.field(analysis).answer?.document.clean.length ?? 1
  const places = new Set(thing.mentions.map((m) => Math.round((m.span[0] / length) * 118) / 2))
  const strokes = [...places].map((x) => `M${x + 0.5} 1v8`).join('')
  return html`<svg class="places" viewBox="0 0 60 10" width="60" height="10" aria-hidden="true">
    ${svg`<path class="ground" d="M0 9.5h60"/><path d=${strokes}/>`}
  </svg>`
}

export function drawThing(
  state: State,
  thing: Thing,
  focusable: string | null,
  actions: PeopleActions,
) {
  const current = state.people.current === thing.key
  const about = [
    ...thing.roles,
    ...(thing.aliases.length > 0 ? [words.aliases(thing.aliases)] : []),
    ...(thing.said.length > 0 ? [words.saidCount(thing.said.length)] : []),
  ].join(' · ')
  return html`<li
    class=${`note thing${current ? ' current' : ''}`}
    tabindex=${focusable === thing.key ? 0 : -1}
    aria-current=${current}
    data-thing=${thing.key}
    @click=${() => actions.select(thing, current ? state.people.mention : 0)}
  >
    <div class="body">
      <p class="who">
        <span class="name">${thing.name}</span>
        ${drawPlaces(state, thing)}
        <span class="count">${thing.mentions.length}</span>
      </p>
      ${about === '' ? nothing : html`<p class="why">${about}</p>`}
      ${current ? drawOpen(state, thing, actions) : nothing}
    </div>
  </li>`
}

/** The open note: why it was taken for a name, its mentions one by one, and what can be said of it. */
function drawOpen(state: State, thing: Thing, actions: PeopleActions): TemplateResult {
  const at = state.people.mention
  const why = thing.mentions[at]?.why ?? thing.mentions[0]?.why
  const act = (run: () => void) => (event: Event) => {
    event.stopPropagation()
    run()
  }
  // What is of another kind is not the same; a wrong kind is put right first.
  const others = peopleOf(state).things.filter((t) => t.kind === thing.kind && t.key !== thing.key)
  const kinds = (state.catalog?.entities ?? []).filter((k) => isNamedKind(state, k.name))
  const chosen = (event: Event) => (event.target as HTMLSelectElement).value
  return html`${why ? html`<p class="why">${sentence(why)}</p>` : nothing}
    <p class="act">
      <button aria-label=${words.previousMention} @click=${act(() => actions.goMention(-1))}>‹</button>
      <span class="state">${words.mentionOf(at + 1, thing.mentions.length)}</span>
      <button aria-label=${words.nextMention} @click=${act(() => actions.goMention(1))}>›</button>
      ${
        thing.named
          ? html`<button @click=${act(() => actions.notAName(thing))}>${words.notAName}</button>`
          : nothing
      }
    </p>
    ${
      thing.named
        ? html`<p class="act" @click=${(event: Event) => event.stopPropagation()}>
            <select
              aria-label=${words.kindIs}
              .value=${thing.kind}
              @change=${(event: Event) => actions.kind(thing, chosen(event))}
            >
              ${kinds.map(
                ({ name, title }) =>
                  html`<option value=${name} ?selected=${name === thing.kind}>${title}</option>`,
              )}
            </select>
            ${
              others.length > 0
                ? html`<select
                    aria-label=${words.sameAs}
                    .value=${''}
                    @change=${(event: Event) => {
                      const other = others.find((t) => t.key === chosen(event))
                      if (other) actions.same(thing, other)
                    }}
                  >
                    <option value="">${words.sameAs}</option>
                    ${others.map((t) => html`<option value=${t.key}>${t.name}</option>`)}
                  </select>`
                : nothing
            }
          </p>`
        : nothing
    }
    ${
      thing.aliases.length > 0
        ? html`<p class="act apart">
            ${thing.aliases.map(
              (alias) =>
                html`<button @click=${act(() => actions.apart(thing, alias))}>
                  ${words.apart(alias)}
                </button>`,
            )}
          </p>`
        : nothing
    }`
}
