import type { Translation } from '@modellregion/kernel/words'
import type { level as de } from '../de/level.ts'

export const level: Translation<typeof de> = {
  'level.low': 'basic registration',
  'level.substantial': 'substantial',
  'level.high': 'high',
  'level.cause.registered': 'Account made',
  'level.cause.eid': 'Proved with the online ID card',
  'level.cause.bundid': 'Proved with BundID',
  'level.cause.wallet': 'Proved with the digital wallet',
  'level.cause.counter': 'Proved at the counter',
  'level.cause.migrated': 'Taken over from an earlier account',
  'level.cause.demo': 'Invented person of the demonstration',
  'level.cause.device-lifted': 'Pass on this device lifted',
  'level.cause.device-lost': 'Device reported lost',
  'level.cause.expired': 'Proof expired',
  'level.cause.recovered': 'Access recovered',
  'level.cause.withdrawn': 'Proof withdrawn',
}
