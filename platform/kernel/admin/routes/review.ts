import { Type } from 'typebox'
import { audit } from '../../audit/index.ts'
import type { UnitOfWork } from '../../database/index.ts'
import { body, page, type Answer } from '../../http/answer.ts'
import { get, post, title, type Ask } from '../../http/route.ts'
import { countOpenRequests, endDelegation, reviewTerm, revokeRole } from '../../identity/index.ts'
import { kernelWords } from '../../locales/index.ts'
import { consolePage } from '../menu.ts'
import { heldBy, heldRole, ReviewPage } from '../pages/review.tsx'
import { countHeld, findHeld, listHeld, lockHolders, markReviewed, type Held } from '../queries.ts'
import { knownRoles, whyNotChangeRole, whyNotKeep, type KeepRefusal, type RoleRefusal } from '../roles.ts'

const perPage = 50
const mostAtOnce = 100
const day = 86_400_000
const manage = { access: 'people.manage', everyTown: true, title: title(kernelWords, 'admin.review') } as const
const Shown = Type.Object({ show: Type.Optional(Type.Union([Type.Literal('due'), Type.Literal('all')])), page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })) }, { additionalProperties: true })
const Entries = Type.Object({ entry: Type.Array(Type.String({ maxLength: 300 }), { minItems: 1, maxItems: mostAtOnce }), decision: Type.Union([Type.Literal('keep'), Type.Literal('withdraw')]) })

type Asks = Pick<Ask, 'say' | 'csrf' | 'actor' | 'platform' | 'tenant' | 'may' | 'url' | 'read' | 'write' | 'now'>
type View = { show?: 'due' | 'all' | undefined; page?: number | undefined }
type Outcome = { entry: Held; refusal?: RoleRefusal | KeepRefusal | undefined }

/** Does everybody still need what they may do? */
export const reviewRoutes = [
  get('/admin/people/review', { ...manage, query: Shown }, (ask) => list(ask, ask.query)),

  post('/admin/people/review', { ...manage, query: Shown }, async (ask) => {
    const t = ask.say(kernelWords)
    const form = ask.form(Entries)
    if (!form.ok) return await list(ask, ask.query, { entry: t('admin.review-choose-first') })
    const { entry: keys, decision } = form.value
    const outcomes = await ask.write((db) => decideAll(db, ask, keys, decision))
    const refused = outcomes.filter(({ refusal }) => refusal !== undefined)
    const errors = Object.fromEntries(refused.map(({ entry, refusal }, at) => [`entry-${at}`, t('admin.review-refused', { name: entry.name, role: heldRole(t, entry), reason: refusal ? t(refusal) : '' })]))
    const count = outcomes.length - refused.length
    return await list(ask, ask.query, errors, count === 0 ? undefined : t.count(decision === 'keep' ? 'admin.review-kept' : 'admin.review-withdrawn', count))
  }),

  get('/admin/people/review.csv', { ...manage }, async (ask) => {
    const t = ask.say(kernelWords)
    const rows: Held[] = []
    // In pieces, so that a large administration does not come in one answer of the database.
    await ask.read(async (db) => {
      for (let from = 0; rows.length === from; from += 1_000) rows.push(...(await listHeld(db, { from, size: 1_000 })))
    })
    const head = [t('admin.person'), t('admin.role'), t('admin.review-since'), t('admin.review-by'), t('admin.role-reason'), t('admin.review-until'), t('admin.person-last-seen'), t('admin.review-last'), t('admin.note')]
    const lines = rows.map((row) =>
      csvLine([row.name, heldRole(t, row), dayOf(row.since), heldBy(t, row), row.reason, row.until ? dayOf(row.until) : '', dayOf(row.lastSeenAt), row.reviewedAt ? dayOf(row.reviewedAt) : '', row.disabledAt ? t('admin.person-disabled') : '']),
    )
    // The mark at the front tells spreadsheets that the text is UTF-8.
    return body('text/csv; charset=utf-8', `\uFEFF${csvLine(head)}${lines.join('')}`, { headers: { 'content-disposition': 'attachment; filename="roles.csv"', 'cache-control': 'private, no-store' } })
  }),
]

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

// A cell that begins like a formula is run by spreadsheets: OWASP, "CSV Injection". Lines after RFC 4180, with semicolons as German spreadsheets expect.
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
const csvLine = (cells: readonly string[]): string => `${cells.map((cell) => (/[";\r\n]/.test(harmless(cell)) ? `"${harmless(cell).replaceAll('"', '""')}"` : harmless(cell))).join(';')}\r\n`

async function decideAll(db: UnitOfWork, ask: Asks, keys: readonly string[], decision: 'keep' | 'withdraw'): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const key of new Set(keys)) {
    const entry = await findHeld(db, key)
    // Gone meanwhile: nothing left to decide.
    if (!entry) continue
    outcomes.push({ entry, refusal: await (decision === 'keep' ? keep(db, ask, entry) : withdraw(db, ask, entry)) })
  }
  return outcomes
}

async function keep(db: UnitOfWork, { actor }: Asks, entry: Held): Promise<KeepRefusal | undefined> {
  const refusal = whyNotKeep(entry, actor)
  if (refusal) return refusal
  await markReviewed(db, entry.accountId, entry.role, entry.organisation)
  await audit(db, { action: 'role.review', subject: `account/${entry.accountId}`, detail: { role: entry.role, ...(entry.organisation !== '' && { organisation: entry.organisation }) } })
  return undefined
}

async function withdraw(db: UnitOfWork, { actor, platform }: Asks, entry: Held): Promise<RoleRefusal | undefined> {
  if (entry.delegationId !== null) {
    await endDelegation(db, entry.delegationId, 'console')
    return undefined
  }
  const known = [...knownRoles(platform.registry.services), entry.role] // a role of a service that is gone may go, too
  const refusal = whyNotChangeRole({ role: entry.role, revoke: entry.organisation === '', actor, known, holders: await lockHolders(db, entry.role), account: entry.accountId })
  if (refusal) return refusal
  await revokeRole(db, entry.accountId, { role: entry.role, ...(entry.organisation !== '' && { organisation: entry.organisation }) })
  return undefined
}

async function list(ask: Asks, { show = 'due', page: wanted = 1 }: View, errors: Record<string, string> = {}, done?: string): Promise<Answer> {
  const limit = new Date(ask.now.getTime() - reviewTerm)
  const { counts, waiting, rows, pages, shown } = await ask.read(async (db) => {
    const found = await countHeld(db, limit)
    const all = Math.max(1, Math.ceil((show === 'due' ? found.due : found.all) / perPage))
    const number = Math.min(wanted, all)
    return { counts: found, waiting: (await countOpenRequests(db)).n, pages: all, shown: number, rows: await listHeld(db, { ...(show === 'due' && { limit }), from: (number - 1) * perPage, size: perPage }) }
  })
  const props = { t: ask.say(kernelWords), csrf: ask.csrf(), rows, counts, waiting, show, page: shown, pages, days: reviewTerm / day, errors, done }
  return page(ReviewPage, props, consolePage(ask, Object.keys(errors).length > 0 ? { status: 422, hasErrors: true } : {}))
}
