import type { UnitOfWork } from '@modellregion/kernel'
import { insertSchool } from '../place/queries.ts'
import type { School } from '../store/schema.ts'
import { getSchoolById, insertSensor, insertThing, takeNumbers } from '../store/queries.ts'

export type Planted = { school: School; room: number; staffRoom: number; showers: number; basins: number; sensorId: number }

/** A small school for tests: a classroom, a sealed staff room, two outlet groups. */
export async function plantSchool(db: UnitOfWork): Promise<Planted> {
  const first = await takeNumbers(db, 'thing', 5)
  const [school, room, staffRoom, showers, basins] = [first, first + 1, first + 2, first + 3, first + 4]
  const sensorId = await takeNumbers(db, 'sensor')
  await insertSensor(db, { id: sensorId, name: 'Sensor' })
  const part = { parentId: school, schoolId: school }
  await insertThing(db, { id: school, kind: 'school', parentId: null, schoolId: school, name: 'Schule am Test' })
  await insertThing(db, { id: room, kind: 'room', ...part, name: 'Raum 1', properties: { areaM2: 60 } })
  await insertThing(db, { id: staffRoom, kind: 'room', ...part, name: 'Lehrkräftezimmer', properties: { sealed: true } })
  await insertThing(db, { id: showers, kind: 'outlet-group', ...part, name: 'Duschen', properties: { outlets: 8, warm: true } })
  await insertThing(db, { id: basins, kind: 'outlet-group', ...part, name: 'Waschbecken', properties: { outlets: 6, evidence: 'school-day' } })
  await insertSchool(db, { id: school, slug: 'schule-am-test', form: 'grundschule', place: 'Ort', heatedAreaM2: 1_000, hallAreaM2: 0, pupils: 100, lessons: [{ from: '08:00', to: '08:45' }, { from: '08:45', to: '09:30' }] })
  return { school: await getSchoolById(db, school), room, staffRoom, showers, basins, sensorId }
}
