import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase } from '@modellregion/testing'
import { watchTown } from './minute.ts'
import { listOpenAlarms } from './queries/alarm.ts'
import { listRuns } from './queries/rule.ts'

const now = new Date('2026-11-09T11:00:00Z')
const schools = 10
const each = 300
const quantities = ['co2', 'temperature', 'humidity', 'motion', 'contact', 'battery'] as const

test('ten schools with 300 channels each are asked about in well under a second', async () => {
  await using temporary = await temporaryDatabase()
  const unit = <T>(access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>) => temporary.database.unit({ tenant: 'erlenau', service: 'smart-school', access, now }, work)
  const doors = { read: <T>(work: (db: UnitOfWork) => Promise<T>) => unit('read', work), write: <T>(work: (db: UnitOfWork) => Promise<T>) => unit('write', work) }
  const common = { tenant_id: 'erlenau', created_at: now }
  const series = Array.from({ length: schools * each }, (_, n) => ({ id: n + 1, device: Math.floor(n / 6) + 1, school: Math.floor(n / each) + 1, quantity: quantities[n % 6] ?? 'co2' }))
  const devices = [...new Set(series.map(({ device }) => device))].map((device) => ({ device, school: Math.floor(((device - 1) * 6) / each) + 1 }))
  const eui = (device: number): string => device.toString(16).padStart(16, '0')
  const insert = async (db: UnitOfWork, table: string, rows: readonly Record<string, unknown>[]) => {
    for (let from = 0; from < rows.length; from += 1_000) await db.insertMany(`smart_school.${table}`, rows.slice(from, from + 1_000))
  }
  await doors.write(async (db) => {
    await insert(db, 'thing', devices.map(({ device, school }) => ({ ...common, id: device, kind: 'room', school_id: school, name: `Raum ${device}`, changed_at: now })))
    await insert(db, 'sensor', devices.map(({ device }) => ({ ...common, id: device, name: `Gerät ${device}`, encoding_type: 'text/html', metadata: '""' })))
    await insert(db, 'device', devices.map(({ device, school }) => ({ ...common, dev_eui: eui(device), sensor_id: device, school_id: school, name: `Gerät ${device}` })))
    await insert(db, 'mounting', devices.map(({ device }) => ({ ...common, id: `00000000-0000-7000-8000-${eui(device).slice(4)}`, dev_eui: eui(device), channel: '*', thing_id: device, from_at: new Date('2026-01-01') })))
    await insert(db, 'series', series.map(({ id, device, school, quantity }) => ({ ...common, id, name: quantity, observation_type: '-', unit: '{}', thing_id: device, sensor_id: device, observed_property_ids: [], channel: quantity, quantity, school_id: school, audience: 'school' })))
    // Every tenth room is too cold, every twentieth device silent: work for all rules.
    await insert(db, 'latest', series.map(({ id, device, quantity }) => {
      const at = device % 20 === 0 ? new Date(now.getTime() - 86_400_000) : new Date(now.getTime() - 300_000)
      const number = quantity === 'temperature' ? (device % 10 === 1 ? 5 : 20) : quantity === 'co2' ? 900 : quantity === 'humidity' ? 50 : quantity === 'battery' ? 3.6 : 0
      return { tenant_id: 'erlenau', series_id: id, first_time: new Date('2026-01-01'), last_time: at, number, count: 40_000 }
    }))
    const cold = series.filter(({ device, quantity }) => quantity === 'temperature' && device % 10 === 1)
    await insert(db, 'observation', cold.flatMap(({ id }) => Array.from({ length: 18 }, (_, n) => ({ ...common, series_id: id, phenomenon_time: new Date(now.getTime() - 300_000 - n * 600_000), number: 5 }))))
  })
  await watchTown(doors) // plans are made, alarms raised
  await watchTown(doors)
  const open = await doors.read((db) => listOpenAlarms(db))
  assert.deepEqual([open.filter(({ kind }) => kind === 'threshold').length, open.filter(({ kind }) => kind === 'silent').length], [50, 25])
  const [run] = await doors.read((db) => listRuns(db, new Date(now.getTime() - 3_600_000), new Date(now.getTime() + 3_600_000)))
  assert.deepEqual([run?.runs, run?.series], [2, 3_000])
  const began = performance.now()
  await watchTown(doors)
  const milliseconds = performance.now() - began
  assert.ok(milliseconds < 900, `${Math.round(milliseconds)} ms`)
  if (process.env['MODELLREGION_SAY']) console.log(`3,000 channels: ${Math.round(milliseconds)} ms`)
})
