import type { Platform, Tenant, UnitOfWork } from '@modellregion/kernel'
import { wordsFor } from '../follow/start.ts'
import { originOf } from '../follow/origin.ts'
import * as queries from './queries.ts'
import { brokenFrom, promises } from './rules.ts'

const shown = 15

/**
 * Writes one person how the datasets of their organisation are kept: what is late, which addresses fail, what is fine. Only datasets
 * of the town's own: what is harvested can only be mended at its source. Nothing is sent for an organisation without such datasets.
 */
export async function sendReport(db: UnitOfWork, platform: Platform, tenant: Tenant, organisationId: string, mail: string): Promise<void> {
  const organisation = await queries.organisationOf(db, organisationId)
  if (organisation.datasets === 0) return
  const late = await queries.listLate(db, promises, 500, [organisationId])
  const broken = (await queries.listBroken(db, brokenFrom, 500, [organisationId])).filter(({ harvested }) => !harvested)
  const t = wordsFor(tenant, 'de')
  const origin = originOf(platform, tenant)
  const link = (name: string) => `${origin}/open-data/dataset/${name}`
  const parts = [
    t('upkeep.mail.hello', { organisation: organisation.title, n: organisation.datasets }),
    ...(late.length === 0 && broken.length === 0 ? [t('upkeep.mail.fine')] : []),
    ...(late.length > 0 ? [t('upkeep.mail.late', { n: late.length }), ...late.slice(0, shown).map((one) => t('upkeep.mail.late-one', { title: one.title, day: one.modified, link: link(one.name) }))] : []),
    ...(broken.length > 0 ? [t('upkeep.mail.broken', { n: broken.length }), ...broken.slice(0, shown).map((one) => t('upkeep.mail.broken-one', { title: one.title, address: one.address, day: one.failingSince, link: link(one.name) }))] : []),
    ...(late.length > shown || broken.length > shown ? [t('upkeep.mail.more')] : []),
    t('upkeep.mail.end', { link: `${origin}/open-data/upkeep/work` }),
  ]
  await platform.mailer.send(db, { to: mail, subject: t('upkeep.mail.subject', { organisation: organisation.title, late: late.length, broken: broken.length }), text: parts.join('\n\n') })
}
