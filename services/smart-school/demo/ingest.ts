import { createHash } from 'node:crypto'
import { newId, type Platform, type Tenant } from '@modellregion/kernel'
import { hashOfSecret } from '../ingest/credentials.ts'
import { setVariables } from '../ingest/queries/device.ts'
import { insertSource } from '../ingest/queries/source.ts'
import { usualTopics } from '../ingest/rules/topic.ts'
import { demoDevices } from './devices.ts'

/** The source as which the simulator speaks. */
export const simulatorName = 'Simulator'
/** Of the meters' pulses: so much in the unit of the meter. */
export const perPulse = 0.01

/** Exists in demonstrations only, where everybody may be anybody. Anywhere else no source has this secret. */
export const simulatorSecret = (town: string): string => createHash('sha256').update(`demonstration simulator ${town}`).digest('base64url').slice(0, 27)

/** A network server for the simulator, and what a pulse of the demonstration's meters stands for. */
export async function seedIngest(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  await platform.database.unit({ tenant: tenant.id, service: 'smart-school', access: 'write', now }, async (db) => {
    await insertSource(db, { id: newId(now), name: simulatorName, kind: 'chirpstack', schoolId: null, mayWrite: false, audiences: ['public'], topics: usualTopics.chirpstack, secretHash: hashOfSecret(simulatorSecret(tenant.id)) })
    for (const { devEui, codec, channels } of demoDevices) {
      const counted = codec === 'milesight-em300-di' ? channels.find(({ quantity }) => quantity !== 'batteryPercent') : undefined
      if (counted) await setVariables(db, devEui, { counts: counted.quantity, perPulse: String(perPulse), channel: counted.channel })
    }
  })
}
