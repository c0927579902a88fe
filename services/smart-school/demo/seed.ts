import type { Platform, Tenant } from '@modellregion/kernel'
import { seedAir } from './air.ts'
import { seedAlarm } from './alarm.ts'
import { seedCodec } from './codec.ts'
import { seedEnergy } from './energy.ts'
import { seedHistory } from './history.ts'
import { seedIngest } from './ingest.ts'
import { seedLesson } from './lesson.ts'
import { seedLessonPlan } from './lesson-plan.ts'
import { seedPlaces } from './places.ts'
import { measuringTown } from './towns.ts'
import { seedWater } from './water.ts'

/** The ten schools with fictional devices, and what each part of the service shows, in the town that measures. Each step is repeatable and relies on those before it. */
export async function seed(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  if (tenant.id !== measuringTown) return
  for (const step of [seedPlaces, seedCodec, seedIngest, seedHistory, seedEnergy, seedAir, seedWater, seedAlarm, seedLesson, seedLessonPlan]) await step(platform, tenant, now)
}
