import { demoAccountId, type Platform, type Tenant } from '@modellregion/kernel'
import { insertDisplay } from '../air/queries.ts'
import { getSchool, listThingsOfSchool } from '../store/queries.ts'

/** A display that is always there, for the check of the pages and for showing it. */
export const demoDisplay = { id: '0193e000-0000-7000-8000-00000000a1f0', code: 'RTGN-4X7K-2B9M', school: 'ggs-roetgen', room: '101' } as const
export const demoDisplayPath = `/smart-school/display/${demoDisplay.code}`

/** One class display, made by the teacher of the demonstration. */
export async function seedAir(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  const accountId = demoAccountId(tenant.id, 'lena')
  await platform.database.unit({ tenant: tenant.id, service: 'smart-school', access: 'write', now, actor: accountId }, async (db) => {
    const school = await getSchool(db, demoDisplay.school)
    const rooms = (await listThingsOfSchool(db, school.id)).filter(({ kind, properties }) => kind === 'room' && properties['sealed'] !== true)
    const room = rooms.find(({ properties }) => properties['code'] === demoDisplay.room) ?? rooms[0]
    if (room) await insertDisplay(db, { id: demoDisplay.id, code: demoDisplay.code, roomId: room.id, schoolId: school.id, accountId })
  })
}
