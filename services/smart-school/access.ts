import type { AccessRule } from '@modellregion/kernel'
import { placeAccess } from './place/access.ts'
import { deviceAccess } from './device/access.ts'
import { ingestAccess } from './ingest/access.ts'
import { codecAccess } from './codec/access.ts'
import { sensorthingsAccess } from './sensorthings/access.ts'
import { meterAccess } from './meter/access.ts'
import { energyAccess } from './energy/access.ts'
import { airAccess } from './air/access.ts'
import { waterAccess } from './water/access.ts'
import { safetyAccess } from './safety/access.ts'
import { alarmAccess } from './alarm/access.ts'
import { protectionAccess } from './protection/access.ts'
import { lessonAccess } from './lesson/access.ts'
import { lessonPlanAccess } from './lesson-plan/access.ts'
import { reuseKindAccess } from './reuse-kind/access.ts'

/** Who may do what. */
export const access: readonly AccessRule[] = [...placeAccess, ...deviceAccess, ...ingestAccess, ...codecAccess, ...sensorthingsAccess, ...meterAccess, ...energyAccess, ...airAccess, ...waterAccess, ...safetyAccess, ...alarmAccess, ...protectionAccess, ...lessonAccess, ...lessonPlanAccess, ...reuseKindAccess]
