import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startCompanions, type Companion } from './companion.ts'
import type { Platform } from './platform.ts'

function companions(role: 'web' | 'worker' | 'all', ...names: readonly string[]) {
  const told: string[] = []
  const one = (name: string): Companion => ({
    name,
    role: name.startsWith('web') ? 'web' : 'worker',
    start: async () => {
      if (name.endsWith('broken')) throw new Error('the port is taken')
      told.push(`+${name}`)
      return { stop: async () => void told.push(`-${name}`) }
    },
  })
  const platform = { config: { role }, registry: { services: [{}, { companions: names.map(one) }] } } as unknown as Platform // the two fields that are read
  return { told, platform }
}

test('each process runs those of its role, and stops the last first', async () => {
  for (const [role, expected] of [['all', ['+web', '+worker', '-worker', '-web']], ['web', ['+web', '-web']], ['worker', ['+worker', '-worker']]] as const) {
    const { told, platform } = companions(role, 'web', 'worker')
    await (await startCompanions(platform)).stop()
    assert.deepEqual(told, expected)
  }
})

test('when one fails, those before it are stopped', async () => {
  const { told, platform } = companions('all', 'web', 'worker-broken')
  await assert.rejects(startCompanions(platform), /the port is taken/)
  assert.deepEqual(told, ['+web', '-web'])
})
