import type { Platform, Tenant, UnitOfWork } from '@modellregion/kernel'
import { checkDraft, saveVersion, type Draft } from '../codec/desk.ts'
import { findTownCodec, setActiveVersion } from '../codec/queries.ts'
import type { Example } from '../codec/schema.ts'

// A sensor that a school's workshop built for its garden, read in the old form; the first version took the frost for heat.
const program = (temperature: string): string => `// Bodenfühler der Schulwerkstatt: Feuchte in Prozent, Temperatur in Zehntelgrad, Batterie in Millivolt
function Decoder(bytes, port) {
  var raw = (bytes[1] << 8) | bytes[2];
  return {
    feuchte: bytes[0],
    temperatur: ${temperature},
    batterie_mv: (bytes[3] << 8) | bytes[4]
  };
}
`
const examples: readonly Example[] = [
  { name: 'Sommer', kind: 'uplink', bytes: [38, 0, 215, 14, 16], fPort: 2, data: { feuchte: 38, temperatur: 21.5, batterie_mv: 3600 } },
  { name: 'Frost', kind: 'uplink', bytes: [20, 255, 226, 13, 172], fPort: 2, data: { feuchte: 20, temperatur: -3, batterie_mv: 3500 } },
]
const versions: readonly Omit<Draft, 'id' | 'name' | 'maker' | 'model'>[] = [
  { program: program('raw / 10'), note: 'Erste Fassung', mapping: { feuchte: { quantity: 'soilMoisture' }, temperatur: { quantity: 'soilTemperature' } }, examples },
  { program: program('(raw > 32767 ? raw - 65536 : raw) / 10'), note: 'Temperaturen unter null stimmen; Batterie wird gelesen', mapping: { feuchte: { quantity: 'soilMoisture' }, temperatur: { quantity: 'soilTemperature' }, batterie_mv: { quantity: 'battery', factor: 0.001 } }, examples },
]
const codec = { id: 'schulwerkstatt-bodenfuehler', name: 'Bodenfühler der Schulwerkstatt', maker: 'Schulwerkstatt', model: 'Bodenfühler' } as const

/** A codec of the town's own with two versions; the second is in use. */
export async function seedCodec(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  const unit = <T>(access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform.database.unit({ tenant: tenant.id, service: 'smart-school', access, now }, work)
  if (await unit('read', (db) => findTownCodec(db, codec.id))) return
  const drafts = await Promise.all(versions.map(async (version) => ({ draft: { ...codec, ...version }, checked: await checkDraft({ ...codec, ...version }, now) })))
  await unit('write', async (db) => {
    let last = 0
    for (const { draft, checked } of drafts) last = await saveVersion(db, draft, checked)
    await setActiveVersion(db, codec.id, last)
  })
}
