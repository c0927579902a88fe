import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { OperatorError, readConfig } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'modellregion-config-'))
const read = (options: Record<string, string> = {}, env: Record<string, string> = {}) => readConfig({ env, options, root: folder })
const refused = (pattern: RegExp) => (error: unknown) => error instanceof OperatorError && pattern.test(error.message)

test('without a file a demonstration starts on port 8080', () => {
  const config = read()
  assert.equal(config.demo, true)
  assert.equal(config.port, 8080)
  assert.equal(config.database, undefined)
})

test('the command line wins over the environment, the environment over the file', () => {
  writeFileSync(join(folder, 'modellregion.json'), JSON.stringify({ port: 1111, demo: false }))
  assert.equal(read().port, 1111)
  assert.equal(read({}, { PORT: '2222' }).port, 2222)
  assert.equal(read({ port: '3333' }, { PORT: '2222' }).port, 3333)
  assert.equal(read().demo, false)
})

test('each mistake ends in one sentence that says what to do', () => {
  assert.throws(() => read({ port: 'eighty' }), refused(/is no port.*--port 8081/))
  assert.throws(() => read({ role: 'king' }), refused(/--role web/))
  assert.throws(() => read({}, { DATABASE_URL: 'mysql://x' }), refused(/postgres:\/\//))
  assert.throws(() => read({ config: 'missing.json' }), refused(/does not exist.*modellregion\.example\.json/))
  writeFileSync(join(folder, 'modellregion.json'), '{ "port": ')
  assert.throws(() => read(), refused(/not valid JSON/))
  writeFileSync(join(folder, 'modellregion.json'), JSON.stringify({ prot: 80 }))
  assert.throws(() => read(), refused(/modellregion\.json.*modellregion\.example\.json/))
})

test('the example file is a valid configuration', () => {
  const example = readConfig({ env: {}, options: { config: join(import.meta.dirname, '../../../modellregion.example.json') }, root: folder })
  assert.equal(example.database?.poolSize, 10)
  assert.ok(example.metricsToken)
  assert.ok(example.identity?.eid && example.identity.bundid)
})

test('keys of identity providers may lie in files beside the deployment file; a missing or wrong one stops the start', () => {
  const bundid = { address: 'https://id.example.org', issuer: 'https://id.example.org/idp' }
  const write = (...certificates: string[]) => writeFileSync(join(folder, 'keys.json'), JSON.stringify({ identity: { bundid: { ...bundid, certificates } } }))
  const readKeys = () => read({ config: 'keys.json' }).identity?.bundid?.certificates
  writeFileSync(join(folder, 'idp.pem'), '-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n')
  write('idp.pem', '-----BEGIN CERTIFICATE-----')
  assert.deepEqual(readKeys(), ['-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----', '-----BEGIN CERTIFICATE-----'])
  write('none.pem')
  assert.throws(readKeys, refused(/none\.pem does not exist/))
  write('keys.json')
  assert.throws(readKeys, refused(/is no PEM file/))
})
