// Keeps the page, so that it works without a network. What is kept is one build, whole: a newer one is
// kept beside it and takes over when the reader says so.
const version = '__VERSION__'
const files = ['__FILES__']
const prefix = `palimpsest ${self.registration.scope} `

self.addEventListener('install', (event) => {
  const keep = async () => {
    const cache = await caches.open(prefix + version)
    // From the server and not from the browser's own cache, which may hold parts of another build; but
    // what has its hash in its name is the same wherever it comes from.
    const cacheOf = (file) => (file.startsWith('assets/') ? 'default' : 'reload')
    await cache.addAll(files.map((file) => new Request(file, { cache: cacheOf(file) })))
  }
  event.waitUntil(keep())
})

self.addEventListener('activate', (event) => {
  const begin = async () => {
    for (const name of await caches.keys())
      if (name.startsWith(prefix) && name !== prefix + version) await caches.delete(name)
    await self.clients.claim()
  }
  event.waitUntil(begin())
})

self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return
  const answer = async () => {
    const cache = await caches.open(prefix + version)
    const asked = request.mode === 'navigate' ? self.registration.scope : request
    const kept = await cache.match(asked, { ignoreSearch: request.mode === 'navigate' })
    return kept ?? fetch(request)
  }
  event.respondWith(answer())
})
