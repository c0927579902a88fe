import { newId, openDatabase, openPool, type Database, type Platform, type UnitOfWork } from '@modellregion/kernel'
import { testTenants } from '@modellregion/testing'
import { insertDevice, insertMounting } from '../device/queries.ts'
import { insertSensor, insertThing, takeNumbers } from '../store/queries.ts'
import { hashOfSecret, newSecret } from './credentials.ts'
import { insertSource } from './queries/source.ts'
import { usualTopics } from './rules/topic.ts'
import type { Source, SourceKind } from './schema.ts'

/**
 * For tests and benches: as much of a platform as the way of a message needs, over a database that is there. Two towns measure in their schools. Hints
 * stay in the process.
 */
export function ingestPlatform(database: Database, now: () => Date, mqtt: Platform['config']['mqtt'] = { port: 0 }): Platform {
  const tenants = [testTenants.erlenau, testTenants.moorbek].map((tenant) => ({ ...tenant, services: ['smart-school'] }))
  const ears = new Set<{ onHint(text: string): void; onAgain(): void }>()
  const platform: Pick<Platform, 'database' | 'now' | 'directory' | 'live'> & { config: Pick<Platform['config'], 'mqtt' | 'host' | 'demo'> } = {
    database,
    now,
    config: { mqtt, host: '127.0.0.1', demo: false },
    directory: { all: () => tenants, byId: (id) => tenants.find((tenant) => tenant.id === id), byHost: () => tenants[0], refresh: async () => {} },
    live: {
      hear: (_service, ear) => {
        ears.add(ear)
        return () => void ears.delete(ear)
      },
      // "again": the connection over which hints come was lost and is there again.
      tell: (_service, text) => setImmediate(() => ears.forEach((ear) => (text === 'again' ? ear.onAgain() : ear.onHint(text)))),
    },
  }
  return platform as unknown as Platform // the fields that are read on this way
}

/** A database in a process of its own, by its address. */
export const databaseAt = (url: string, size = 8): Database => openDatabase(openPool(url, { name: 'ingest', size }), new Set(['platform', 'smart-school']))

export const unitOf =
  (platform: Platform, tenant = 'erlenau') =>
  <T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> =>
    platform.database.unit({ tenant, service: 'smart-school', access: 'write', now: platform.now() }, work)

/** A source with its secret. */
export async function plantSource(platform: Platform, given: Partial<Source> & { name: string; kind: SourceKind }, tenant = 'erlenau'): Promise<Source & { secret: string }> {
  const secret = newSecret()
  const source: Source = { id: newId(platform.now()), schoolId: null, mayWrite: false, audiences: ['public'], topics: usualTopics[given.kind], ...given }
  await unitOf(platform, tenant)((db) => insertSource(db, { ...source, secretHash: hashOfSecret(secret) }))
  return { ...source, secret }
}

/** Devices that hang in a room since long ago. */
export async function plantDevices(platform: Platform, devEuis: readonly string[], { codec, schoolId = null }: { codec: string | null; schoolId?: number | null }, tenant = 'erlenau'): Promise<void> {
  await unitOf(platform, tenant)(async (db) => {
    const [things, sensors] = [await takeNumbers(db, 'thing', devEuis.length), await takeNumbers(db, 'sensor', devEuis.length)]
    for (const [n, devEui] of devEuis.entries()) {
      await insertThing(db, { id: things + n, kind: 'room', parentId: null, schoolId, name: `Raum ${devEui}` })
      await insertSensor(db, { id: sensors + n, name: devEui })
      await insertDevice(db, { devEui, sensorId: sensors + n, schoolId, name: devEui, codec, expectedMinutes: 10 })
      await insertMounting(db, { id: newId(platform.now()), devEui, channel: '*', thingId: things + n, from: new Date('2015-06-01'), to: null })
    }
  })
}

/** An event `up` as ChirpStack v4 publishes it. */
export const chirpstackUp = ({ devEui, fCnt, data, at, fPort = 5, devAddr = '01a2b3c4' }: { devEui: string; fCnt: number; data: string; at: Date; fPort?: number; devAddr?: string }): string =>
  JSON.stringify({
    deduplicationId: '6f0d3c6e-5c1b-4a52-9a3e-7a3a6f1f2b11',
    time: at.toISOString(),
    deviceInfo: { tenantId: '7d1e0f6a-8a58-4a2f-8b65-1f7d3c0b2a10', tenantName: 'Stadt', applicationId: '0a4b6f9e-2c51-4e0e-9d0a-51f0b2d7c3aa', applicationName: 'Schulen', deviceProfileId: '3b8f0a92-6d0e-4b27-8f10-0d8f2c8a7e55', deviceProfileName: 'Klasse A', deviceName: 'Fühler', devEui, tags: {} },
    devAddr,
    adr: true,
    dr: 5,
    fCnt,
    fPort,
    confirmed: false,
    data,
    rxInfo: [{ gatewayId: '00800000a0001234', uplinkId: 4711, rssi: -97, snr: 8.5, context: 'AAAA', metadata: { region_common_name: 'EU868' } }],
    txInfo: { frequency: 868_100_000, modulation: { lora: { bandwidth: 125_000, spreadingFactor: 7, codeRate: 'CR_4_5' } } },
  })
export const upTopic = (devEui: string): string => `application/0a4b6f9e-2c51-4e0e-9d0a-51f0b2d7c3aa/device/${devEui}/event/up`

/** ELSYS: temperature, humidity, light, motion, CO2, battery. */
export const elsysBytes = ({ temperature, humidity, light, motion, co2, millivolts }: { temperature: number; humidity: number; light: number; motion: number; co2: number; millivolts: number }): Buffer => {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt8(1, 0)
  bytes.writeInt16BE(Math.round(temperature * 10), 1)
  bytes.writeUInt8(2, 3)
  bytes.writeUInt8(Math.round(humidity), 4)
  bytes.writeUInt8(4, 5)
  bytes.writeUInt16BE(Math.round(light), 6)
  bytes.writeUInt8(5, 8)
  bytes.writeUInt8(Math.round(motion), 9)
  bytes.writeUInt8(6, 10)
  bytes.writeUInt16BE(Math.round(co2), 11)
  bytes.writeUInt8(7, 13)
  bytes.writeUInt16BE(Math.round(millivolts), 14)
  return bytes
}
