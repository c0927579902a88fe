import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '@modellregion/kernel'
import { temporaryDatabase, testTenants } from '@modellregion/testing'
import { openBroker } from '../ingest/broker.ts'
import { pipelineOf } from '../ingest/pipeline.ts'
import { ingestPlatform, plantDevices, unitOf } from '../ingest/town-testing.ts'
import { demoDevices } from './devices.ts'
import { seedIngest } from './ingest.ts'
import { simulateSchool } from './simulate.ts'

test('every device of a school sends once, its codec reads it, and it measures what the demonstration says it does', async () => {
  await using temporary = await temporaryDatabase()
  const now = () => new Date('2026-03-04T10:10:00Z')
  const platform = ingestPlatform(temporary.database, now)
  const devices = demoDevices.filter(({ school }) => school === 'marienschule-alsdorf')
  for (const { devEui, codec } of devices) await plantDevices(platform, [devEui], { codec })
  await seedIngest(platform, testTenants.erlenau, now())
  const broker = await openBroker(platform, { port: 0, host: '127.0.0.1' })
  try {
    const { sent } = await simulateSchool({ url: `mqtt://127.0.0.1:${broker.port}`, town: 'erlenau', school: 'marienschule-alsdorf', once: 'true' }, now, () => {}, new AbortController().signal)
    assert.equal(sent, devices.length)
    const states = await unitOf(platform)((db) => db.many(sql<{ devEui: string; state: string; channels: string[] | null }>`
      select f.dev_eui as "devEui", f.state, (select array_agg(s.channel order by s.channel) from smart_school.series s where s.tenant_id = d.tenant_id and s.sensor_id = d.sensor_id) as channels
      from smart_school.frame f join smart_school.device d on d.tenant_id = f.tenant_id and d.dev_eui = f.dev_eui where f.tenant_id = ${db.tenant} order by 1`))
    for (const { devEui, codec, channels } of devices) {
      const found = states.find((one) => one.devEui === devEui)
      assert.equal(found?.state, 'read', `${codec} ${devEui}`)
      for (const { channel } of channels) assert.ok(found?.channels?.includes(channel), `${codec} ${channel}: ${String(found?.channels)}`)
    }
    const refused = await unitOf(platform)((db) => db.many(sql`select reason, detail from smart_school.quarantine where tenant_id = ${db.tenant}`))
    assert.deepEqual(refused, [])
  } finally {
    await broker.stop()
    await pipelineOf(platform).close()
  }
})
