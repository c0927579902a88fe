import type { PersonalData } from '@modellregion/kernel'
import { storePrivacy } from './store/privacy.ts'
import { placePrivacy } from './place/privacy.ts'
import { devicePrivacy } from './device/privacy.ts'
import { ingestPrivacy } from './ingest/privacy.ts'
import { codecPrivacy } from './codec/privacy.ts'
import { sensorthingsPrivacy } from './sensorthings/privacy.ts'
import { meterPrivacy } from './meter/privacy.ts'
import { energyPrivacy } from './energy/privacy.ts'
import { airPrivacy } from './air/privacy.ts'
import { waterPrivacy } from './water/privacy.ts'
import { safetyPrivacy } from './safety/privacy.ts'
import { alarmPrivacy } from './alarm/privacy.ts'
import { protectionPrivacy } from './protection/privacy.ts'
import { lessonPrivacy } from './lesson/privacy.ts'
import { lessonPlanPrivacy } from './lesson-plan/privacy.ts'

/** What the service stores about people, and for how long. */
export const privacy: readonly PersonalData[] = [...storePrivacy, ...placePrivacy, ...devicePrivacy, ...ingestPrivacy, ...codecPrivacy, ...sensorthingsPrivacy, ...meterPrivacy, ...energyPrivacy, ...airPrivacy, ...waterPrivacy, ...safetyPrivacy, ...alarmPrivacy, ...protectionPrivacy, ...lessonPrivacy, ...lessonPlanPrivacy]
