/** Hands on what is said, at most once a second, so that a screen reader can keep up. */
export function createAnnouncer(say: (message: string) => void) {
  let last = ''
  let next: string | null = null
  let resting = false
  const speak = (message: string) => {
    last = message
    resting = true
    say(message)
    setTimeout(() => {
      resting = false
      if (next !== null) speak(next)
      next = null
    }, 1000)
  }
  return (message: string) => {
    if (message === (next ?? last)) return
    if (resting) next = message
    else speak(message)
  }
}
