// What the README shows is so: its commands print what stands below them, and the paths it names are there.
import assert from 'node:assert/strict'
import { execSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const readme = readFileSync(`${root}README.md`, 'utf8')

const sessions = [...readme.matchAll(/```console\n([\s\S]*?)```/g)].flatMap(([, session]) =>
  session
    .split(/^\$ /m)
    .slice(1)
    .map((entry) => {
      const end = entry.indexOf('\n')
      return { command: entry.slice(0, end), output: entry.slice(end + 1) }
    }),
)

test('there are commands to try', () => assert.ok(sessions.length > 0))

for (const { command, output } of sessions)
  test(command, () => {
    assert.equal(execSync(command, { cwd: root, encoding: 'utf8', shell: '/bin/bash' }), output)
  })

/** Paths in backticks or as links; not those that a build makes or that stand for many. */
const paths = [...readme.matchAll(/`([\w.-]+\/[\w./-]*)[^`]*`|\]\(([^)]+)\)/g)]
  .map(([whole, quoted, linked]) => (whole.includes('<') ? undefined : (quoted ?? linked)))
  .filter((path) => path !== undefined && !path.startsWith('build/'))

for (const path of new Set(paths))
  test(`${path} is there`, () => assert.ok(existsSync(root + path), path))
