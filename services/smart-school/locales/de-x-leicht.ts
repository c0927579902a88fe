import { service } from './de-x-leicht/service.ts'
import { place } from './de-x-leicht/place.ts'
import { device } from './de-x-leicht/device.ts'
import { ingest } from './de-x-leicht/ingest.ts'
import { codec } from './de-x-leicht/codec.ts'
import { sensorthings } from './de-x-leicht/sensorthings.ts'
import { meter } from './de-x-leicht/meter.ts'
import { energy } from './de-x-leicht/energy.ts'
import { air } from './de-x-leicht/air.ts'
import { water } from './de-x-leicht/water.ts'
import { safety } from './de-x-leicht/safety.ts'
import { alarm } from './de-x-leicht/alarm.ts'
import { protection } from './de-x-leicht/protection.ts'
import { lesson } from './de-x-leicht/lesson.ts'
import { lessonPlan } from './de-x-leicht/lesson-plan.ts'

export const leicht = {
  ...service,
  ...place,
  ...device,
  ...ingest,
  ...codec,
  ...sensorthings,
  ...meter,
  ...energy,
  ...air,
  ...water,
  ...safety,
  ...alarm,
  ...protection,
  ...lesson,
  ...lessonPlan,
}
