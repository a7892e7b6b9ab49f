// Serves a folder of built files to this machine only, with the headers that a host should send.
// From a shell: node web/server.mjs FOLDER [PORT]. From a test: const { url, close } = await serve({ folder })
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What the page may do: run its own files and WebAssembly, and talk to nobody else. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

function headersFor(path) {
  return {
    'Content-Type': types[extname(path)] ?? 'application/octet-stream',
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    // Vite writes a hash of the content into the names under assets/, so these never change.
    'Cache-Control': path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
}

/** A file that lies packed beside a file, if the asker can unpack it. */
async function packedBeside(path, request) {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  for (const [encoding, ending] of [
    ['br', 'br'],
    ['gzip', 'gz'],
  ])
    if (new RegExp(`\\b${encoding}\\b`).test(accepted)) {
      const packed = `${path}.${ending}`
      const found = await stat(packed).catch(() => undefined)
      if (found?.isFile()) return { path: packed, encoding, size: found.size }
    }
  return undefined
}

/** The file that a request names, or undefined: nothing outside the folder is ever named. */
function fileFor(folder, base, url) {
  let path
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return undefined
  }
  if (!path.startsWith(base) || path.includes('\0')) return undefined
  const name = path.slice(base.length)
  return join(
    folder,
    normalize(`/${name === '' || name.endsWith('/') ? `${name}index.html` : name}`),
  )
}

async function answer(folder, base, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response
      .writeHead(405, { Allow: 'GET, HEAD', ...headersFor('.txt') })
      .end('Only GET and HEAD\n')
    return
  }
  const path = fileFor(folder, base, request.url)
  const found = path && (await stat(path).catch(() => undefined))
  if (!found?.isFile()) {
    response.writeHead(404, headersFor('.txt')).end('There is no such file here\n')
    return
  }
  const packed = await packedBeside(path, request)
  response.writeHead(200, {
    ...headersFor(path),
    Vary: 'Accept-Encoding',
    ...(packed && { 'Content-Encoding': packed.encoding }),
    'Content-Length': packed?.size ?? found.size,
  })
  if (request.method === 'HEAD') response.end()
  else
    createReadStream(packed?.path ?? path)
      .on('error', () => response.destroy())
      .pipe(response)
}

/**
 * Serves `folder` under the path `base` (which begins and ends with a slash). Port 0 takes a free one.
 * Only this machine is answered: the server listens on the loopback address.
 */
export function serve({ folder, port = 0, base = '/' }) {
  const root = resolve(folder)
  const server = createServer((request, response) => {
    answer(root, base, request, response).catch(() => response.destroy())
  })
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => {
      done({
        url: `http://localhost:${server.address().port}${base}`,
        close: () =>
          new Promise((closed) => {
            server.close(closed)
            server.closeAllConnections()
          }),
      })
    })
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, port = '8080'] = process.argv.slice(2)
  try {
    const { url } = await serve({ folder, port: Number(port) })
    console.log(`The page is on ${url}     (Ctrl+C ends)`)
  } catch (error) {
    console.error(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is taken by another program: try web/serve.sh --port ${Number(port) + 1}`
        : `Cannot serve on port ${port}: ${error.message}`,
    )
    process.exit(1)
  }
}
