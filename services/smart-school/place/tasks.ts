import type { UnitOfWork } from '@modellregion/kernel'
import type { PageT } from '../locales/index.ts'
import { listDevices } from '../store/queries.ts'
import type { School } from '../store/schema.ts'
import { isStaffAt, type Reach } from '../protection/rules.ts'
import { stateOfDevice } from '../device/rules/state.ts'
import { schoolHref } from './frame.ts'
import { openAlarmsOf } from './read.ts'

export type Task = { readonly label: string; readonly href: string }

/** What the people of a school should look at next; the pages behind the links say the rest. `mayDevices`: whether the list of devices may be opened. */
export async function tasksOf(db: UnitOfWork, school: School, reach: Reach, t: PageT, mayDevices: boolean): Promise<Task[]> {
  const open = (await openAlarmsOf(db, school, reach)).length
  const devices = (await listDevices(db)).filter(({ schoolId }) => schoolId === school.id).map((device) => stateOfDevice(device, db.now))
  const weak = devices.filter(({ batteryLow }) => batteryLow).length
  return [
    ...(open > 0 ? [{ label: t.count('place.task.alarms', open), href: schoolHref(school.slug, 'alarms') }] : []),
    ...(weak > 0 && isStaffAt(reach, school.id) ? [{ label: t.count('place.task.batteries', weak), href: mayDevices ? `/smart-school/device?school=${school.slug}&state=battery` : `${schoolHref(school.slug, 'alarms')}#batteries` }] : []),
  ]
}
