// LibreOffice reads our Word documents as they are meant: every repair is a tracked change with its
// comment. Skipped where LibreOffice is not installed (Debian's package libreoffice-writer-nogui).
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadModule } from './module.mjs'

const isThere = spawnSync('soffice', ['--version']).status === 0
const skip = isThere ? false : 'LibreOffice is not installed'
const article = (name) =>
  readFileSync(new URL(`../../examples/articles/${name}.txt`, import.meta.url))

const count = (text, element) => text.split(`<${element}`).length - 1

for (const name of ['damaged', 'version'])
  test(`the ${name} article has its insertions, deletions and comments`, { skip }, async () => {
    const core = await loadModule()
    const options = JSON.stringify({ format: 'text', encoding: 'utf-8', fields: ['repair'] })
    const { value } = JSON.parse(core.analyze(article(name), options))
    const changes = value.changes.filter(({ safety }) => safety !== 'suggestion')
    const folder = mkdtempSync(join(tmpdir(), 'palimpsest-'))
    try {
      writeFileSync(join(folder, 'a.docx'), core.export_document(article(name), 'docx', options))
      execFileSync(
        'soffice',
        ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'fodt']
          .concat(['--outdir', folder, join(folder, 'a.docx')]),
        { stdio: 'ignore', timeout: 120_000 },
      )
      const read = readFileSync(join(folder, 'a.fodt'), 'utf8')
      const found = {
        comments: count(read, 'office:annotation '),
        inserted: count(read, 'text:insertion>'),
        deleted: count(read, 'text:deletion>'),
      }
      console.log(`${name}: ${JSON.stringify(found)} of ${changes.length} repairs`)
      assert.equal(found.comments, changes.length)
      assert.equal(found.inserted, changes.filter(({ after }) => after !== '').length)
      assert.equal(found.deleted, changes.filter(({ before }) => before !== '').length)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
