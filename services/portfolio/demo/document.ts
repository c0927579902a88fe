import { demoAccountId, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { makeDocument } from '../document/desk.ts'
import { findDocument } from '../document/queries.ts'
import { addVersion, keepEntry } from '../shelf/keep.ts'
import { findEntry } from '../shelf/queries.ts'
import { shippedId } from '../catalogue/rules/shipped.ts'
import { checklist } from './document-texts.ts'

const day = 86_400_000
const offering = 'aachen'

/** The entry under which the invented checklist is offered, for journeys and the check of pages. */
export const demoChecklistId: string = shippedId(`demo ${offering}`, 'document checklist')

/** An invented template that one town offers and others may take over. What somebody changed later stays so. */
export async function seedDocument(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  if (tenant.id !== offering) return
  const at = new Date(now.getTime() - 45 * day)
  const unit = <T>(work: (db: UnitOfWork) => Promise<T>) => platform.database.unit({ tenant: tenant.id, service: 'portfolio', access: 'write', now: at, actor: demoAccountId(tenant.id, 'petra') }, work)
  await unit(async (db) => {
    if (!(await findDocument(db, checklist.ref))) await makeDocument(db, { ...checklist, languages: ['de'], note: '' }, checklist.ref)
    if (await findEntry(db, demoChecklistId)) return
    const { title, summary, licence, files, label, problem } = checklist
    await keepEntry(db, {
      id: demoChecklistId, published: true, class: checklist.class, kind: 'portfolio.document', itemRef: checklist.ref, title, summary, problem, description: '', licence, languages: ['de'], topics: ['Verwaltung', 'Barrierefreiheit'], origin: 'own',
      sourceUrl: null, pageUrl: null, contact: { office: 'Projektbüro', email: 'projektbuero@aachen.example.org' }, effort: { daysMin: 1, daysMax: 3, note: 'Je Antrag, ohne Abstimmung mit dem Fachamt' }, cost: { onceCents: 0, yearlyCents: 0 }, service: null, project: 'wegweiser',
    })
    await addVersion(db, demoChecklistId, { label, note: '', files })
  })
}
