import { sql, type UnitOfWork } from '@modellregion/kernel'
import { defaultSettings } from '../rules.ts'
import type { OfficeSettings } from '../schema.ts'

/** What the town has decided about its office; what nobody has decided yet is filled in. */
export const getSettings = async (db: UnitOfWork): Promise<OfficeSettings> =>
  (await db.maybe(sql<OfficeSettings>`
    select office_name as "officeName", app_name as "appName", exit_url as "exitUrl", threshold, promise_hours as "promiseHours", phone, room, external_offices as "externalOffices"
    from help_chat.office where tenant_id = ${db.tenant}`)) ?? defaultSettings

export const putSettings = (db: UnitOfWork, s: OfficeSettings): Promise<number> =>
  db.run(sql`
    insert into help_chat.office (tenant_id, office_name, app_name, exit_url, threshold, promise_hours, phone, room, external_offices, created_at, changed_at)
    values (${db.tenant}, ${s.officeName}, ${s.appName}, ${s.exitUrl}, ${s.threshold}, ${s.promiseHours}, ${s.phone}, ${s.room}, ${s.externalOffices}, ${db.now}, ${db.now})
    on conflict (tenant_id) do update set office_name = excluded.office_name, app_name = excluded.app_name, exit_url = excluded.exit_url, threshold = excluded.threshold,
      promise_hours = excluded.promise_hours, phone = excluded.phone, room = excluded.room, external_offices = excluded.external_offices, changed_at = excluded.changed_at`)
