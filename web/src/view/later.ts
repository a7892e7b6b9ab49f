// A part of the page that is loaded after it can be used, so that what one begins with is small.
import type { State } from '../state/store'

type Draw = (state: State) => void
const waiting: (() => Promise<unknown>)[] = []

/** Draws with a part once it is there; what is asked of it before is drawn then. */
export function createLater<Part>(load: () => Promise<Part>, create: (part: Part) => Draw): Draw {
  let draw: Draw | null = null
  let loading: Promise<unknown> | null = null
  let asked: State | null = null
  const fetch = () => {
    loading ??= load().then(
      (part) => {
        draw = create(part)
        if (asked) draw(asked)
      },
      () => {
        // Asked for again when it is needed again.
        loading = null
      },
    )
    return loading
  }
  waiting.push(fetch)
  return (state) => {
    if (draw) draw(state)
    else {
      asked = state
      void fetch()
    }
  }
}

/** Fetches all of them: the page can be used, and using it later must ask for nothing. */
export const fetchAll = (): Promise<unknown> => Promise.all(waiting.map((fetch) => fetch()))
