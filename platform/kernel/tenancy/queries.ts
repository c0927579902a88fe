import { sql } from 'kysely'
import type { UnitOfWork } from '../database/index.ts'
import type { Tenant } from './tenant.ts'

// The list of towns is a shared table: it has no tenant predicate, because it is what tenants are made of.
const columns = sql`t.id, t.kind, t.name, t.ags, t.postcodes, t.locales, t.address_form as "addressForm", t.gender, t.brand, t.contact,
  t.services, t.service_names as "serviceNames", t.words, t.invented`

export const listTenants = (db: UnitOfWork): Promise<Tenant[]> =>
  db.many(sql<Tenant>`
    select ${columns}, array(select host from platform.tenant_host h where h.tenant_id = t.id order by host) as hosts
    from platform.tenant t order by t.invented, t.name`)

export async function saveTenant(db: UnitOfWork, tenant: Tenant): Promise<void> {
  await db.run(sql`
    insert into platform.tenant (id, kind, name, ags, postcodes, locales, address_form, gender, brand, contact, services, service_names, words, invented, created_at)
    values (${tenant.id}, ${tenant.kind}, ${tenant.name}, ${tenant.ags}, ${tenant.postcodes}, ${tenant.locales}, ${tenant.addressForm}, ${tenant.gender},
      ${JSON.stringify(tenant.brand)}, ${JSON.stringify(tenant.contact)}, ${tenant.services}, ${JSON.stringify(tenant.serviceNames)},
      ${JSON.stringify(tenant.words)}, ${tenant.invented}, ${db.now})
    on conflict (id) do update set kind = excluded.kind, name = excluded.name, ags = excluded.ags, postcodes = excluded.postcodes, locales = excluded.locales,
      address_form = excluded.address_form, gender = excluded.gender, brand = excluded.brand, contact = excluded.contact, services = excluded.services,
      service_names = excluded.service_names, words = excluded.words, invented = excluded.invented`)
  await db.run(sql`delete from platform.tenant_host where tenant_id = ${tenant.id} and host <> all(${tenant.hosts})`)
  for (const host of tenant.hosts) {
    await db.run(sql`insert into platform.tenant_host (host, tenant_id) values (${host}, ${tenant.id})
      on conflict (host) do update set tenant_id = excluded.tenant_id where platform.tenant_host.tenant_id = excluded.tenant_id`)
  }
  await db.run(sql`select pg_notify('tenant', ${tenant.id})`)
}
