// A peer in the shape of `palimpsest batch`: JSON Lines {"id","text"} on standard input, one answer a
// line with "mentions", so that the scorer that judges this project judges the peer on the same files.
// usage: peer.mjs compromise|wink batch …   (the rest of the command line is that of `palimpsest`)
import { createInterface } from 'node:readline'

const code_point_starts = (text) => {
  const starts = new Uint32Array(text.length + 1)
  for (let i = 0, n = 0; i < text.length; ++i) {
    starts[i] = n
    const pair = text.charCodeAt(i) >= 0xd800 && text.charCodeAt(i) < 0xdc00 && i + 1 < text.length
    if (pair) starts[++i] = n
    ++n
    starts[i + 1] = n
  }
  return starts
}

async function compromise() {
  const nlp = (await import('compromise')).default
  const kinds = { people: 'person', places: 'place', organizations: 'organisation' }
  const extra = { money: 'money', percentages: 'percent' }
  return (text) => {
    const doc = nlp(text)
    const mentions = []
    for (const [call, kind] of [...Object.entries(kinds), ...Object.entries(extra)]) {
      for (const row of doc[call]().json({ offset: true, terms: false })) {
        const { start, length } = row.offset
        mentions.push([start, start + length, kind])
      }
    }
    return mentions
  }
}

async function wink() {
  const winkNLP = (await import('wink-nlp')).default
  const model = (await import('wink-eng-lite-web-model')).default
  const nlp = winkNLP(model)
  const { its } = nlp
  const kinds = { DATE: 'date', MONEY: 'money', PERCENT: 'percent', TIME: 'time', DURATION: 'duration',
    ORDINAL: 'ordinal', CARDINAL: 'number' }
  return (text) => {
    const doc = nlp.readDoc(text)
    const starts = []
    let at = 0
    doc.tokens().each((token) => {
      at += token.out(its.precedingSpaces).length
      starts.push([at, at + token.out().length])
      at = starts.at(-1)[1]
    })
    const mentions = []
    doc.entities().each((entity) => {
      const kind = kinds[entity.out(its.type)]
      const [first, last] = entity.out(its.span)
      if (kind) mentions.push([starts[first][0], starts[last][1], kind])
    })
    return mentions
  }
}

const find = await { compromise, wink }[process.argv[2]]()
const began = process.cpuUsage()
let characters = 0
for await (const line of createInterface({ input: process.stdin })) {
  const { id, text } = JSON.parse(line)
  const points = code_point_starts(text)
  characters += Buffer.byteLength(text)
  const mentions = find(text).map(([begin, end, kind], i) =>
    ({ id: i, span: [points[begin], points[end]], text: text.slice(begin, end), kind, form: 'name', entity: null }))
  console.log(JSON.stringify({ id, offsets: 'codepoint', clean: text, changes: [], mentions, entities: [], quotes: [] }))
}
const { user, system } = process.cpuUsage(began)
console.error(`${process.argv[2]}: ${(characters / 1024 / ((user + system) / 1e6)).toFixed(1)} KB per CPU second`)
