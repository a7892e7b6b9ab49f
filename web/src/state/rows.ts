// The two texts of a comparison in rows, so that what belongs together stands side by side.
import type { Hunk, Span } from '../core/protocol'
import type { Compared } from './differences'

/** A stretch of both texts: the same in both, or one difference. Spans are in the compared texts. */
export interface Piece {
  readonly a: Span
  readonly b: Span
  readonly hunk: Hunk | null
  /** What a moved passage is made of: it may have changed on its way. */
  readonly inner?: readonly Piece[]
}

/** About a paragraph of each text. */
export interface Row {
  readonly pieces: readonly Piece[]
}

/** A row longer than this ends at the next sentence: articles come as one line, too. */
const longRow = 600
const paragraphEnd = /\n\s*|(?<=[.!?…]["”’)\]]{0,3})[ \t]{2,}(?=\S)/g
const sentenceEnd = /(?<=[.!?…]["”’)\]]{0,3}) (?=["“”‘(]?\p{Lu})/u
const isBlank = (text: string) => text.trim() === ''
const breaksBefore = (text: string) => /^\s*\n|^\s{2}/.test(text)
const breaksAfter = (text: string) => /\n\s*$|\s{2}$/.test(text)

/** The pieces between two places of each text, in order. Hunks are in order and do not overlap. */
function piecesOf(
  hunks: readonly Hunk[],
  from: readonly [number, number],
  to: readonly [number, number],
) {
  const pieces: Piece[] = []
  let [a, b] = from
  const same = (endA: number, endB: number) => {
    if (endA > a || endB > b) pieces.push({ a: [a, endA], b: [b, endB], hunk: null })
  }
  for (const hunk of hunks) {
    same(hunk.a[0], hunk.b[0])
    pieces.push({ a: hunk.a, b: hunk.b, hunk })
    a = hunk.a[1]
    b = hunk.b[1]
  }
  same(to[0], to[1])
  return pieces
}

/** All pieces of both texts; those inside a moved passage stand in the two ends of its move. */
function allPieces({ comparison, a, b }: Compared): Piece[] {
  const inside = new Map<number, Hunk[]>()
  const plain: Hunk[] = []
  for (const hunk of comparison.hunks) {
    if (hunk.inside !== undefined) {
      const known = inside.get(hunk.inside)
      if (known) known.push(hunk)
      else inside.set(hunk.inside, [hunk])
    } else if (hunk.op !== 'move') plain.push(hunk)
  }
  const innerOf = (end: Hunk): readonly Piece[] | undefined => {
    const move = comparison.hunks[end.move ?? -1]
    if (!move) return undefined
    return piecesOf(inside.get(move.id) ?? [], [move.a[0], move.b[0]], [move.a[1], move.b[1]])
  }
  return piecesOf(plain, [0, 0], [a.length, b.length]).map((piece) => {
    const inner = piece.hunk && innerOf(piece.hunk)
    return inner ? { ...piece, inner } : piece
  })
}

export function rowsOf(compared: Compared): Row[] {
  const rows: Row[] = []
  let row: Piece[] = []
  let length = 0
  const end = () => {
    if (row.length > 0) rows.push({ pieces: row })
    row = []
    length = 0
  }
  const add = (piece: Piece) => {
    row.push(piece)
    length += Math.max(piece.a[1] - piece.a[0], piece.b[1] - piece.b[0])
  }
  const addSame = ({ a, b }: Piece) => {
    const text = compared.a.slice(...a)
    const part = (from: number, to: number) => {
      if (to > from) add({ a: [a[0] + from, a[0] + to], b: [b[0] + from, b[0] + to], hunk: null })
    }
    let done = 0
    const fill = (until: number) => {
      while (length + until - done > longRow) {
        const rest = Math.max(0, longRow - length)
        const found = sentenceEnd.exec(text.slice(done + rest, until))
        if (!found) break
        part(done, done + rest + found.index)
        end()
        done += rest + found.index + 1
      }
      part(done, until)
    }
    for (const found of text.matchAll(paragraphEnd)) {
      fill(found.index)
      end()
      done = found.index + found[0].length
    }
    fill(text.length)
  }
  for (const piece of allPieces(compared)) {
    if (piece.hunk === null) {
      addSame(piece)
      continue
    }
    const { before, after } = piece.hunk
    const blank = isBlank(before) && isBlank(after)
    if (!blank && (breaksBefore(before) || breaksBefore(after))) end()
    add(piece)
    if (breaksAfter(before) || breaksAfter(after)) end()
  }
  end()
  return rows
}
