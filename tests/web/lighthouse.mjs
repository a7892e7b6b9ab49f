// Lighthouse on the built page, desktop and mobile, the median of five: node tests/web/lighthouse.mjs [RUNS] [desktop|mobile]
// Fetches lighthouse by npx; not part of the tests, because a busy machine moves its figures.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '../../web/server.mjs'

const runs = Number(process.argv[2] ?? 5)
const chrome =
  process.env.CHROMIUM || execFileSync('sh', ['-c', 'command -v chromium']).toString().trim()
const site = await serve({ folder: new URL('../../build/site/', import.meta.url).pathname })
const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'))
const categories = ['performance', 'accessibility', 'best-practices', 'seo']
const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

const { spawn } = await import('node:child_process')
const run = (args) =>
  new Promise((done, failed) => {
    const child = spawn('npx', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, CHROME_PATH: chrome },
    })
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`lighthouse: ${code}`))))
  })

/** On a busy machine a trace can fail to be taken; then it is taken again. */
async function runPatiently(args, tries = 3) {
  try {
    await run(args)
  } catch (error) {
    if (tries === 1) throw error
    await runPatiently(args, tries - 1)
  }
}

const forms = ['desktop', 'mobile'].filter((form) => form === (process.argv[3] ?? form))
for (const form of forms) {
  const scores = Object.fromEntries(categories.map((name) => [name, []]))
  for (let i = 0; i < runs; i++) {
    const file = join(folder, `${form}-${i}.json`)
    await runPatiently([
      '--yes',
      'lighthouse@12.8.2',
      site.url,
      '--quiet',
      '--output=json',
      `--output-path=${file}`,
      ...(form === 'desktop' ? ['--preset=desktop'] : []),
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run',
    ])
    const report = JSON.parse(readFileSync(file, 'utf8'))
    for (const name of categories)
      scores[name].push(Math.round(report.categories[name].score * 100))
    for (const { id, score } of Object.values(report.audits))
      if (i === 0 && score === 0) console.log(`  ${form}: ${id}`)
  }
  const shown = categories.map((name) => `${name} ${median(scores[name])}`).join(', ')
  console.log(`${form}, median of ${runs}: ${shown}`)
}
rmSync(folder, { recursive: true, force: true })
await site.close()
