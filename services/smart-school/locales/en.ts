import { service } from './en/service.ts'
import { place } from './en/place.ts'
import { device } from './en/device.ts'
import { ingest } from './en/ingest.ts'
import { codec } from './en/codec.ts'
import { sensorthings } from './en/sensorthings.ts'
import { meter } from './en/meter.ts'
import { energy } from './en/energy.ts'
import { air } from './en/air.ts'
import { water } from './en/water.ts'
import { safety } from './en/safety.ts'
import { alarm } from './en/alarm.ts'
import { protection } from './en/protection.ts'
import { lesson } from './en/lesson.ts'
import { lessonPlan } from './en/lesson-plan.ts'
import { reuseKind } from './en/reuse-kind.ts'

export const en = {
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
