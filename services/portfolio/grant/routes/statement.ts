import { Type } from 'typebox'
import { body, get, NotFound, page, post, seeOther, title, typedOf, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { htmlLang } from '@modellregion/kernel/words'
import { parsePlainDate } from '@modellregion/standards'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { accountOf } from '../account.ts'
import { keepRemark } from '../book.ts'
import { accountPage, at, doneAt, DoneQuery, fresh, idOf, OfAccount, sentencesOf, Slug, viewOf, type Asks } from '../frame.ts'
import { accountHref } from '../links.ts'
import type { Done } from '../pages/parts.tsx'
import { StatementPage } from '../pages/statement.tsx'
import { StatementsPage } from '../pages/statements.tsx'
import { printStatement } from '../print.ts'
import { listRemarksOn } from '../queries/booking.ts'
import { findStatement, listStatements } from '../queries/statement.ts'
import { isPlausible } from '../rules/span.ts'
import { fullStatement, markOfText, maySubmit, openStatement, submitStatement, writeNarrative, type NarrativeRefusal } from '../statement.ts'
import { NarrativeForm, RemarkForm, StatementForm, SubmitForm } from '../schema.ts'

const OfStatement = Type.Object({ slug: Slug, number: Type.Integer({ minimum: 1, maximum: 10_000 }) })
const one = { params: OfStatement, title: title(words, 'grant.statements') } as const
const list = { params: OfAccount, title: title(words, 'grant.statements') } as const
type Place = { readonly slug: string; readonly number: number }

/** Interim and final statements: opened, written, submitted once, read by auditors, printed. */
export const statementRoutes = [
  get(`${at}/statement`, { ...list, access: 'grant.read' }, (ask) => listPage(ask, ask.params.slug, fresh(ask), {})),

  post(`${at}/statement`, { ...list, access: 'grant-statement.write' }, async (ask) => {
    const { slug } = ask.params
    const form = ask.form(StatementForm)
    if (!form.ok) return await listPage(ask, slug, form.typed, sentencesOf(ask, 'statement', form.errors))
    const [fromDay, untilDay] = [parsePlainDate(form.value.fromDay), parsePlainDate(form.value.untilDay)]
    const t = ask.say(words)
    if (!fromDay || !untilDay || untilDay < fromDay) return await listPage(ask, slug, form.typed, { untilDay: t('grant.statement.error.untilDay') })
    const strange = Object.entries({ fromDay, untilDay }).filter(([, day]) => !isPlausible(day))
    if (strange.length > 0) return await listPage(ask, slug, form.typed, Object.fromEntries(strange.map(([field]) => [field, t('grant.notice.error.year')])))
    const wish = { id: idOf(ask, form.value), project: slug, kind: form.value.kind, fromDay, untilDay, accountId: ask.actor.id ?? null }
    const number = await ask.write((db) => openStatement(db, wish))
    return seeOther(doneAt(slug, 'opened', `/statement/${number}`))
  }),

  // Before the page itself: the router reads `3.pdf` as a number otherwise.
  get(`${at}/statement/:number.pdf`, { access: 'grant.read', params: OfStatement, api: { summary: 'A statement as PDF with its list of vouchers.', tag: 'Portfolio' } }, async (ask) => {
    const { slug, number } = ask.params
    const full = await ask.read(async (db) => await fullStatement(db, await getStatement(db, ask.params)))
    const file = await printStatement(ask.say(pageWords), full, { town: ask.tenant.name, at: full.statement.submittedAt ?? ask.now, lang: htmlLang(ask.locale), brand: ask.tenant.brand })
    return body('application/pdf', file, { headers: { 'content-disposition': `attachment; filename="${full.statement.kind}-${slug}-${number}.pdf"`, 'cache-control': 'private, no-store' } })
  }),

  get(`${at}/statement/:number`, { ...one, access: 'grant.read', query: DoneQuery }, (ask) => statementPage(ask, ask.params, { done: ask.query.done })),

  post(`${at}/statement/:number/narrative`, { ...one, access: 'grant-statement.write' }, async (ask) => {
    const { slug, number } = ask.params
    const form = ask.form(NarrativeForm)
    if (!form.ok) return await statementPage(ask, ask.params, { typed: form.typed, errors: sentencesOf(ask, 'statement', form.errors) })
    const { narrative, since = '' } = form.value
    const refusal = await ask.write((db) => writeNarrative(db, { project: slug, number }, narrative, since))
    if (refusal) return await statementPage(ask, ask.params, { typed: { ...form.typed, since: '' }, errors: { narrative: narrativeSentence(ask.say(pageWords), refusal) } })
    return seeOther(doneAt(slug, 'narrative', `/statement/${number}`))
  }),

  post(`${at}/statement/:number/submit`, { ...one, access: 'grant-statement.submit' }, async (ask) => {
    const { slug, number } = ask.params
    const t = ask.say(words)
    const form = ask.form(SubmitForm)
    const refusal = await ask.write((db) => submitStatement(db, slug, number, ask.actor.id, form.ok ? (form.value.since ?? '') : ''))
    if (refusal === 'unknown') throw new NotFound()
    // The list of mistakes leads to the part of the page that each is about.
    if (refusal === 'same-person') return await statementPage(ask, ask.params, { errors: { signatures: t('grant.statement.same-person') } })
    if (refusal === 'changed') return await statementPage(ask, ask.params, { errors: { report: t('grant.statement.narrative-changed') } })
    if (refusal) return await statementPage(ask, ask.params, { errors: { narrative: t('grant.statement.narrative-missing') } })
    return seeOther(doneAt(slug, 'submitted', `/statement/${number}`))
  }),

  post(`${at}/statement/:number/remark`, { ...one, access: 'grant-remark.write', rate: { max: 300, per: 'hour' } }, async (ask) => {
    const { slug, number } = ask.params
    const form = ask.form(RemarkForm)
    const { id: accountId } = ask.actor
    if (!form.ok || accountId === undefined) return await statementPage(ask, ask.params, { typed: form.typed, errors: form.ok ? {} : sentencesOf(ask, 'remark', form.errors) })
    const id = idOf(ask, form.value)
    await ask.write(async (db) => await keepRemark(db, slug, { id, about: 'statement', aboutId: (await getStatement(db, ask.params)).id, remark: form.value.remark, accountId }))
    return seeOther(doneAt(slug, 'remark', `/statement/${number}`))
  }),
]

const narrativeSentence = (t: PageT, refusal: NarrativeRefusal): string =>
  refusal.code === 'submitted' ? t('grant.statement.narrative-submitted') : refusal.now === '' ? t('portfolio.programme.emptied-meanwhile') : t('portfolio.programme.changed-meanwhile', { text: refusal.now.length > 300 ? `${refusal.now.slice(0, 300)} …` : refusal.now })

async function getStatement(db: Parameters<typeof findStatement>[0], { slug, number }: Place) {
  const statement = await findStatement(db, slug, number)
  if (!statement) throw new NotFound()
  return statement
}

async function listPage(ask: Asks, slug: string, typed: Typed, errors: FormErrors): Promise<Answer> {
  const { account, statements } = await ask.read(async (db) => ({ account: await accountOf(db, slug), statements: await listStatements(db, slug) }))
  const t = ask.say(words)
  return page(StatementsPage, { ...viewOf(ask), typed, errors, project: slug, purpose: account.notice.purpose, statements, mayWrite: ask.may('grant-statement.write') }, accountPage(ask, [{ label: account.notice.purpose, href: accountHref(slug) }, { label: t('grant.statements') }], errors))
}

async function statementPage(ask: Asks & Pick<Ask, 'may'>, place: Place, { typed, errors = {}, done }: { typed?: Typed; errors?: FormErrors; done?: Done | undefined }): Promise<Answer> {
  const { full, remarks } = await ask.read(async (db) => {
    const full = await fullStatement(db, await getStatement(db, place))
    return { full, remarks: await listRemarksOn(db, place.slug, full.statement.id) }
  })
  const t = ask.say(words)
  const { notice } = full
  const name = t('grant.statement.title', { kind: t(`grant.statement.kind.${full.statement.kind}`), number: place.number })
  return page(
    StatementPage,
    { ...viewOf(ask), typed: { ...fresh(ask), narrative: full.statement.narrative, ...typed, since: typedOf(typed ?? {}, 'since') || markOfText(full.statement.narrative) }, errors, full, mark: markOfText(full.statement.narrative), remarks, done, samePerson: !maySubmit(full.statement, ask.actor.id), may: { write: ask.may('grant-statement.write'), submit: ask.may('grant-statement.submit'), remark: ask.may('grant-remark.write') } },
    { ...accountPage(ask, [{ label: notice.purpose, href: accountHref(place.slug) }, { label: t('grant.statements'), href: accountHref(place.slug, '/statement') }, { label: name }], errors), title: name },
  )
}
