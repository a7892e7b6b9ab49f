// Pieces of text in a note, with their blanks drawn where blanks are what matters.
import { html, type TemplateResult } from 'lit-html'
import { words } from '../state/words'

const drawBlanks = (blanks: string) =>
  [...blanks]
    .slice(0, 12)
    .map((c) => (c === '\n' ? html`<i class="break">¶</i>` : html`<i class="blank"></i>`))

/** Blanks that come or go at an edge are drawn, so that they can be seen. */
export function drawPart(text: string): TemplateResult {
  const [, left = '', middle = '', right = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  const n = left.length + right.length
  return html`${drawBlanks(left)}${middle.replace(/\n/g, '¶')}${drawBlanks(right)}${
    n > 0 ? html`<span class="spoken">${words.blank(n)}</span>` : ''
  }`
}

/** A sentence of the core, which may begin small and end without a stop. */
export const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?…]["”’]?$/.test(text) ? '' : '.'}`
