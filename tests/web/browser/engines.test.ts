// The same path through the page in every engine that is installed: paste, decide, undo, compare,
// export, share, reload without a server, and the page as one file from the disk.
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from '../../../web/server.mjs'
import { type Engine, engineNames, isInstalled, openEngine } from './engines'

const folder = new URL('../../../build/site/', import.meta.url).pathname
const damaged = 'The mayor , he said ,  went 🙂 home. “ We won , ” she told Angela Merkel.'
const repaired = 'The mayor, he said, went 🙂 home. “We won,” she told Angela Merkel.'
const decided = 'The mayor , he said, went 🙂 home. “We won,” she told Angela Merkel.'

for (const name of engineNames)
  if (!isInstalled(name)) console.log(`${name} is not installed: its tests are skipped`)

/** What the page does that it must not do, from here on. */
const watch = `(() => {
  window.faults = []
  addEventListener('error', (event) => faults.push('error: ' + event.message))
  document.addEventListener('securitypolicyviolation', (event) =>
    faults.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI))
  window.loaded = performance.getEntriesByType('resource').length
  const create = URL.createObjectURL
  URL.createObjectURL = (blob) => ((window.saved = blob), create.call(URL, blob))
})()`

const seen = `[...document.querySelector('article-text').shadowRoot.querySelectorAll('.cm-line')]
  .map((line) => {
    const copy = line.cloneNode(true)
    for (const spoken of copy.querySelectorAll('.spoken')) spoken.remove()
    return copy.textContent
  }).join('\\n')`

const click = (selector: string, text = '') =>
  `[...document.querySelectorAll(${JSON.stringify(selector)})]
    .find((e) => e.textContent.includes(${JSON.stringify(text)})).click()`

describe.each(engineNames.filter(isInstalled))('in %s', (name) => {
  let server: Awaited<ReturnType<typeof serve>>
  let engine: Engine
  const file = join(tmpdir(), `palimpsest-${name}-${process.pid}.html`)
  const run = <Value>(expression: string) => engine.run<Value>(expression)
  const text = () => run<string>(seen)
  const isTrue = (expression: string) =>
    expect.poll(() => run(`Boolean(${expression})`).catch(() => false)).toBe(true)
  const ready = () => isTrue(`document.getElementById('bar')?.textContent.includes('People')`)
  const faultless = async () => {
    expect(await run('faults')).toEqual([])
    expect(
      await run(`performance.getEntriesByType('resource').slice(loaded)
      .map((entry) => entry.name).filter((name) => !/^(blob|data):/.test(name))`),
    ).toEqual([])
  }
  const axeFree = async () => {
    await run(`(() => { ${axe.source}; return true })()`)
    const violations = await run<{ id: string }[]>(
      `axe.run(document, { resultTypes: ['violations'] })
        .then(({ violations }) => violations.map(({ id }) => ({ id })))`,
    )
    expect(violations).toEqual([])
  }

  beforeAll(async () => {
    server = await serve({ folder, base: '/some/repo/' })
    engine = await openEngine(name)
    await engine.goto(server.url)
  })
  afterAll(async () => {
    rmSync(file, { force: true })
    await engine?.close()
    await server?.close()
  })

  it('the page is there, and says when it needs no network any more', async () => {
    await ready()
    // Some megabytes are written to the disk before that, which on a busy machine takes its time.
    await expect
      .poll(() => run(`document.getElementById('status').textContent`), { timeout: 150_000 })
      .toContain('works offline')
    await run(watch)
  }, 180_000)

  it('a text is pasted and repaired', async () => {
    // By the keys alone: no engine lets a page put a text into its clipboard unasked.
    await run(`(() => {
      const area = document.createElement('textarea')
      area.id = 'copied'
      area.value = ${JSON.stringify(damaged)}
      document.body.append(area)
      area.focus()
      area.select()
    })()`)
    await engine.press('Control+c')
    await run(`(() => {
      document.getElementById('copied').remove()
      document.querySelector('article-text').shadowRoot.querySelector('.cm-content').focus()
    })()`)
    await engine.press('Control+v')
    await expect.poll(text).toBe(repaired)
    await axeFree()
  })

  it('a repair is put back, undone and done again', async () => {
    await expect.poll(() => run(`document.querySelector('#note-0 button') !== null`)).toBe(true)
    await run(click('#note-0 button', 'Put back'))
    await expect.poll(text).toBe(decided)
    await engine.press('Control+z')
    await expect.poll(text).toBe(repaired)
    await engine.press('Control+Shift+z')
    await expect.poll(text).toBe(decided)
  })

  it('a thousand random edits and decisions are undone to the letter', async () => {
    const before = await text()
    const [now, steps] = await run<[string, number]>(`(async () => {
      const article = document.querySelector('article-text')
      let seed = 1
      const random = (below) => {
        seed = (seed * 1664525 + 1013904223) >>> 0
        return Math.floor((seed / 4294967296) * below)
      }
      const pieces = ['a', ' , ', '🙂', 'e\u0301', 'שלום', '\\n', '  ', '“ x ”', '']
      const key = (key, shiftKey) => document.dispatchEvent(
        new KeyboardEvent('keydown', { key, shiftKey, ctrlKey: true, bubbles: true }))
      let steps = 0
      for (let i = 0; i < 1000; i++) {
        const buttons = document.querySelectorAll('.note .act button')
        if (random(4) === 0 && buttons.length > 0) buttons[random(buttons.length)].click()
        else {
          const length = article.state.doc.length
          const from = random(length + 1)
          const to = Math.min(length, from + random(4))
          article.dispatch({ changes: { from, to, insert: pieces[random(pieces.length)] } })
        }
        if (random(20) === 0) key('z')
        // Answers come between the edits.
        if (i % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 30))
      }
      for (; steps < 2000; steps++) {
        key('z')
        if (steps % 200 === 0) await new Promise((resolve) => setTimeout(resolve, 10))
        if (document.querySelector('article-text').state.doc.toString() === '') break
      }
      return [article.state.doc.toString(), steps]
    })()`)
    // All is undone, and then the paste itself; done again, the paste stands as it was.
    expect(now).toBe('')
    expect(steps).toBeGreaterThan(100)
    await engine.press('Control+Shift+z')
    await expect
      .poll(() => run<string>(`document.querySelector('article-text').state.doc.toString()`))
      .toBe(damaged)
    await engine.press('Control+Shift+z')
    await expect.poll(text).toBe(before)
    await expect.poll(() => run(`document.querySelectorAll('.note.back').length`)).toBe(1)
  })

  it('it is compared with another text', async () => {
    await run(click('[role=radio]', 'Differences'))
    await isTrue(`document.querySelector('.differences textarea')`)
    await run(`(() => {
      const area = document.querySelector('.differences textarea')
      area.value = 'The mayor, he said, went home. “We lost,” she told Angela Merkel.'
      area.dispatchEvent(new Event('input', { bubbles: true }))
    })()`)
    await isTrue(`document.querySelector('.differences .first')`)
    await run(click('.differences .first', 'Compare'))
    await isTrue(`/won/.test(document.querySelector('.rows')?.textContent)`)
    await axeFree()
    await run(click('[role=radio]', 'People'))
    await isTrue(`/Merkel/.test(document.querySelector('aside').textContent)`)
    await axeFree()
    await run(click('[role=radio]', 'Repairs'))
  })

  it('it is exported as it was decided', async () => {
    await engine.press('Control+s')
    await isTrue(`document.querySelector('#export[open] pre')?.textContent`)
    await run(click('#export label', 'Clean text'))
    await isTrue(`document.querySelector('#export pre').textContent === ${JSON.stringify(decided)}
      && !document.querySelector('#export .first').disabled`)
    await axeFree()
    await run(click('#export .first'))
    await isTrue('window.saved')
    expect(await run('saved.text()')).toBe(decided)
    await faultless()
  })

  it('it opens from the disk as one file, is read there, and can reach nobody', async () => {
    await run('void (window.saved = null)')
    await run(click('#menu button', 'Share'))
    // A box to tick stands there before the link is made.
    await isTrue(`/^http/.test(document.querySelector('#share[open] input')?.value)`)
    const link = await run<string>(`document.querySelector('#share input').value`)
    await run(click('#share .first'))
    await isTrue('window.saved')
    writeFileSync(file, await run<string>('saved.text()'))
    await engine.goto(`file://${file}`)
    await ready()
    await run(watch)
    await expect.poll(text).toBe(decided)
    await isTrue(`document.querySelectorAll('.note').length > 3`)
    const sent = `fetch('https://example.com/').then(() => true, () => false)`
    expect(await run(sent)).toBe(false)
    await engine.goto(link)
    await ready()
    await expect.poll(text).toBe(decided)
    await expect.poll(() => run<string>('location.href')).not.toContain('d=1')
  })

  it('it is there after a reload without the server', async () => {
    await new Promise((resolve) => setTimeout(resolve, 800))
    await server.close()
    await run('void setTimeout(() => location.reload(), 10)')
    await new Promise((resolve) => setTimeout(resolve, 1000))
    await ready()
    await expect.poll(text).toBe(decided)
  })
})
