import { service } from './de/service.ts'
import { place } from './de/place.ts'
import { device } from './de/device.ts'
import { ingest } from './de/ingest.ts'
import { codec } from './de/codec.ts'
import { sensorthings } from './de/sensorthings.ts'
import { meter } from './de/meter.ts'
import { energy } from './de/energy.ts'
import { air } from './de/air.ts'
import { water } from './de/water.ts'
import { safety } from './de/safety.ts'
import { alarm } from './de/alarm.ts'
import { protection } from './de/protection.ts'
import { lesson } from './de/lesson.ts'
import { lessonPlan } from './de/lesson-plan.ts'
import { reuseKind } from './de/reuse-kind.ts'

export const de = {
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
  ...reuseKind,
}
