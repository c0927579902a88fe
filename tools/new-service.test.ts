import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { startTown } from '@modellregion/testing'
import { copyService, refuseName, renamed } from './new-service/copy.ts'

const root = dirname(import.meta.dirname)

test('the name is replaced in each of its spellings and in nothing else', () => {
  assert.equal(renamed(`import { exampleWords, ExamplePage } from './words.ts'; id: 'example'; '/example/notes'`, 'dog-register'), `import { dogRegisterWords, DogRegisterPage } from './words.ts'; id: 'dog-register'; '/dog-register/notes'`)
  assert.equal(renamed('create table example.note; grant to svc_example', 'dog-register', true), 'create table dog_register.note; grant to svc_dog_register')
  assert.equal(renamed('"@modellregion/example"', 'dog-register'), '"@modellregion/dog-register"')
  for (const kept of ['/** @example */', 'toni@example.org', 'mail.example.com', 'examples.tsx', 'counterexample']) assert.equal(renamed(kept, 'dog-register'), kept)
})

test('a copy carries the new name in files and file names', () => {
  const place = mkdtempSync(join(tmpdir(), 'modellregion-copy-'))
  try {
    mkdirSync(join(place, 'services/example/migrations'), { recursive: true })
    writeFileSync(join(place, 'services/example/service.ts'), `export default { id: 'example' }`)
    writeFileSync(join(place, 'services/example/migrations/0001_example.sql'), 'create table example.note ()')
    copyService(place, 'dog-register')
    assert.equal(readFileSync(join(place, 'services/dog-register/service.ts'), 'utf8'), `export default { id: 'dog-register' }`)
    assert.match(refuseName(place, 'dog-register') ?? '', /exists already/)
    assert.match(refuseName(place, 'Hunde Register') ?? '', /no name/)
    assert.equal(refuseName(place, 'tree-register'), undefined)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
})

const absent = existsSync(join(root, 'services/example/service.ts')) ? false : 'services/example has no manifest yet'
test('a service made from the template starts, answers and can be dropped', { timeout: 120_000, skip: absent }, async () => {
  // A twin of the project that shares everything but its services, so that the work tree stays as it is.
  const twin = mkdtempSync(join(tmpdir(), 'modellregion-twin-'))
  try {
    mkdirSync(join(twin, 'services'))
    for (const shared of ['node_modules', 'platform', 'app', 'dist', 'package.json', 'services/example']) if (existsSync(join(root, shared))) symlinkSync(join(root, shared), join(twin, shared))
    copyService(twin, 'dog-register')
    const town = await startTown({ root: twin, services: ['dog-register'] })
    try {
      assert.equal((await fetch(town.url(town.running.platform.registry.byId('dog-register')?.home ?? '/missing'))).status, 200)
    } finally {
      await town.close()
    }
    rmSync(join(twin, 'services/dog-register'), { recursive: true })
    const without = await startTown({ root: twin, services: [] })
    assert.equal((await fetch(without.url('/healthz'))).status, 200)
    await without.close()
  } finally {
    rmSync(twin, { recursive: true, force: true })
  }
})
