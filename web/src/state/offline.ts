// The service worker keeps the page for the next time, without a network; a newer page waits until the
// reader takes it.
import type { Store } from './store'

const isAllowed = () => 'serviceWorker' in navigator && /^https?:$/.test(location.protocol)

/** `keep` writes the text down; false: it would be lost, and the page is not reloaded. */
export async function keepOffline(store: Store, keep: () => boolean): Promise<void> {
  if (!isAllowed()) return
  try {
    const registration = await navigator.serviceWorker.register('sw.js')
    // Private windows and test drivers may answer with nothing.
    if (!registration) return
    const offer = () => {
      const waiting = registration.waiting
      // The first worker of all takes over by itself; WebKit names it as waiting for a moment longer.
      if (waiting?.state !== 'installed' || !navigator.serviceWorker.controller) return
      const take = () => {
        if (!keep()) return
        navigator.serviceWorker.addEventListener('controllerchange', () => location.reload())
        waiting.postMessage('take over')
      }
      store.set({ update: take })
    }
    registration.addEventListener('updatefound', () =>
      registration.installing?.addEventListener('statechange', offer),
    )
    offer()
    // Active only when every file is kept.
    await navigator.serviceWorker.ready
    store.set({ offline: true })
  } catch {
    // Without it the page works as long as there is a network.
  }
}
