import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId, type Platform, type Tenant } from '@modellregion/kernel'
import { checkPubliccode } from '../publiccode/rules/check.ts'
import { keepPubliccode } from '../publiccode/keep.ts'

const files = ['hall-booking', 'tree-register', 'council-minutes'] as const

/** Three invented programs, from lively to given up, in one town. Nothing is called: the addresses do not exist. Repeatable. */
export async function seedPubliccode(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  if (tenant.id !== 'aachen') return
  for (const file of files) {
    const { publiccode, findings } = checkPubliccode(readFileSync(join(import.meta.dirname, 'publiccode', `${file}.yml`)))
    if (!publiccode) throw new Error(`${file}.yml: ${JSON.stringify(findings)}`)
    const id = newId(now)
    await platform.database.unit({ tenant: tenant.id, service: 'portfolio', access: 'write', now }, (db) => keepPubliccode(db, { id, publiccode, published: true, address: null }))
  }
}
