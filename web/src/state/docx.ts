// The text of a Word document (ECMA-376, WordprocessingML), with its tracked changes accepted. One
// paragraph is one line, as Word's own "save as text" has it.
import { readFromZip } from './zip'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** What is not part of the text: what was deleted or moved away, codes of fields, and the second
    form of a drawing. */
const skipped = new Set(['del', 'moveFrom', 'instrText', 'delText', 'pPr', 'rPr', 'Fallback'])
const signs: Readonly<{ [name: string]: string }> = {
  tab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00ad',
}

/** The end of this paragraph was deleted: it goes on in the next one. */
function hasDeletedEnd(paragraph: Element): boolean {
  const properties = [...paragraph.children].find((e) => e.localName === 'pPr')
  const mark = [...(properties?.children ?? [])].find((e) => e.localName === 'rPr')
  return [...(mark?.children ?? [])].some((e) => /^(?:del|moveFrom)$/.test(e.localName))
}

function textOf(root: Element): string {
  let text = ''
  const walk = (element: Element) => {
    for (const child of element.children) {
      const { localName: name } = child
      if (skipped.has(name)) continue
      if (name === 't') text += child.textContent
      else if (signs[name] !== undefined && child.namespaceURI === word) text += signs[name]
      else {
        walk(child)
        if (name === 'p' && child.namespaceURI === word && !hasDeletedEnd(child)) text += '\n'
      }
    }
  }
  walk(root)
  return text
}

/** Null: a zip, but no Word document. Throws in words where it is one and broken. */
export async function readDocx(bytes: Uint8Array): Promise<string | null> {
  const part = await readFromZip(bytes, 'word/document.xml')
  if (part === null) return null
  const xml = new DOMParser().parseFromString(new TextDecoder().decode(part), 'application/xml')
  const body = xml.getElementsByTagNameNS(word, 'body')[0]
  if (!body || xml.querySelector('parsererror')) throw new Error('its text is broken XML')
  return textOf(body).replace(/\n$/, '')
}
