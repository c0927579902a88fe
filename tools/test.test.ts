import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { processEnvironment } from '@modellregion/testing'
import { readCounts } from './test/counts.ts'
import { runStep } from './test/run.ts'
import { folderOf, planSteps, type Step } from './test/steps.ts'

const root = dirname(import.meta.dirname)

test('both spellings of the summary are read, the last one counts', () => {
  assert.deepEqual(readCounts('ℹ pass 1\nx\nℹ pass 7\nℹ fail 1\nℹ cancelled 2\nℹ skipped 3\nℹ todo 0\n'), { passed: 7, failed: 3, skipped: 3 })
  assert.deepEqual(readCounts('# pass 4\n# fail 0\n# cancelled 0\n# skipped 0\n# todo 1\n'), { passed: 4, failed: 0, skipped: 1 })
})

test('a room is found by the name people use', () => {
  assert.equal(folderOf(root, 'open-data'), 'services/open-data')
  assert.equal(folderOf(root, 'ui'), 'platform/ui')
  assert.equal(folderOf(root, 'database'), 'platform/kernel/database')
  assert.equal(folderOf(root, 'nowhere'), undefined)
})

test('no test file is left out of the whole run, and none of another room gets into a room’s run', () => {
  const files = planSteps(root).flatMap((step) => ('files' in step ? step.files : []))
  assert.ok(files.includes('tools/test.test.ts') && files.includes('tools/architecture.test.ts') && files.includes('platform/testing/database.test.ts'))
  const own = planSteps(root, 'platform/testing').flatMap((step) => ('files' in step ? step.files : []))
  assert.deepEqual(own.filter((file) => !file.startsWith('platform/testing/') && !/^tools\/(architecture|conventions|explain)/.test(file)), [])
})

test('a failing, a crashing and an empty test file fail the run; a passing one does not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'modellregion-runner-'))
  // Inside a test run, node's runner would report to the outer one instead of printing.
  const { NODE_TEST_CONTEXT: _, ...outside } = processEnvironment()
  const outcomeOf = async (name: string, code: string) => {
    writeFileSync(join(folder, name), code)
    const step: Step = { name, needs: 'nothing', files: [join(folder, name)] }
    return await runStep(root, step, outside as Record<string, string>, () => {}) // the environment of a process has text only
  }
  const passing = await outcomeOf('a.test.mjs', `import { test } from 'node:test'; test('x', () => {})`)
  assert.deepEqual([passing.ok, passing.passed, passing.failed], [true, 1, 0])
  assert.equal((await outcomeOf('b.test.mjs', `import { test } from 'node:test'; test('x', () => { throw new Error('no') })`)).ok, false)
  assert.equal((await outcomeOf('c.test.mjs', 'process.exit(3)')).ok, false)
  assert.equal((await outcomeOf('d.test.mjs', `import './missing.mjs'`)).ok, false)
  rmSync(folder, { recursive: true, force: true })
})
