import { createHash } from 'node:crypto'
import type { UnitOfWork } from '@modellregion/kernel'
import { listChangedRules } from '../alarm/queries/rule.ts'
import { rulesByKey } from '../alarm/rules/ready.ts'
import { listSources } from '../ingest/queries/source.ts'
import type { SourceKind } from '../ingest/schema.ts'
import type { QuantityId } from '../quantity/quantity.ts'
import { listSafetySettings } from '../safety/queries.ts'
import { listSchools } from '../store/queries.ts'
import type { Audience } from '../store/schema.ts'
import { listMeasured, listQuantityDecisions, listViewDecisions, type MeasuredRow } from './queries.ts'
import { audienceOf, keepDaysOf, sealedDays, viewOf } from './rules.ts'
import { viewRoles, type Resolution, type ViewRole } from './schema.ts'

export type Measured = MeasuredRow & { readonly audience: Exclude<Audience, 'sealed'>; readonly keepDays: number | null; readonly views: readonly { readonly role: ViewRole; readonly resolution: Resolution }[]; readonly rules: readonly string[] }
export type Overview = {
  readonly measured: readonly Measured[]
  readonly schools: number
  readonly sealed: number
  readonly sealedDays: number
  readonly presence: readonly { readonly school: string; readonly reason: string; readonly councilOn: string | null }[]
  readonly sources: readonly { readonly kind: SourceKind; readonly count: number }[]
  readonly ruleKeys: readonly { readonly key: string; readonly name: string | null; readonly quantity: QuantityId | null; readonly enabled: boolean }[]
  /** Eight digits that change with the configuration: whoever keeps a printed text sees whether it still fits. */
  readonly version: string
}

/** Everything that is said about data protection, read from the configuration as it is now: series, audiences, views, times, sources, rules. */
export async function readOverview(db: UnitOfWork): Promise<Overview> {
  const decisions = await listQuantityDecisions(db)
  const views = await listViewDecisions(db)
  const schools = await listSchools(db)
  const names = new Map(schools.map(({ id, name }) => [id, name]))
  const ruleKeys = [...rulesByKey(await listChangedRules(db))].flatMap(([key, list]) => {
    const rule = list.findLast(({ schoolId }) => schoolId === null) ?? list[0]
    return rule ? [{ key, name: rule.name, quantity: rule.quantity, enabled: rule.enabled }] : []
  })
  const measured = (await listMeasured(db)).map((row): Measured => {
    const audience = audienceOf(row.quantity, decisions)
    return {
      ...row,
      audience,
      keepDays: keepDaysOf(row.quantity, decisions),
      views: viewRoles.map((role) => ({ role, resolution: rolesOf(audience).has(role) ? viewOf(role, row.quantity, views) : 'none' })),
      rules: ruleKeys.filter(({ quantity, enabled }) => enabled && quantity === row.quantity).map(({ key }) => key),
    }
  })
  const kinds = Map.groupBy((await listSources(db)).filter((source) => source.revokedAt === null), ({ kind }) => kind)
  const content = {
    measured,
    schools: schools.length,
    sealed: measured.reduce((sum, row) => sum + row.sealed, 0),
    sealedDays,
    presence: (await listSafetySettings(db)).filter(({ presence }) => presence).map(({ schoolId, presenceReason, councilOn }) => ({ school: names.get(schoolId) ?? '', reason: presenceReason ?? '', councilOn })),
    sources: [...kinds].map(([kind, list]) => ({ kind, count: list.length })),
    ruleKeys,
  }
  const configuration = measured.map(({ since: _since, ...row }) => row)
  return { ...content, version: createHash('sha256').update(JSON.stringify({ ...content, measured: configuration })).digest('hex').slice(0, 8) }
}

const ofStaff: ReadonlySet<ViewRole> = new Set<ViewRole>(['caretaker', 'school-technician'])
const everyRole: ReadonlySet<ViewRole> = new Set(viewRoles)
const rolesOf = (audience: Audience): ReadonlySet<ViewRole> => (audience === 'staff' ? ofStaff : everyRole)
