import { get, NotFound, page, post, seeOther, title, typedOf, type Answer, type FormErrors, type Typed, type UnitOfWork } from '@modellregion/kernel'
import { cents, parsePlainDate, sumCents, type Cents, type PlainDate } from '@modellregion/standards'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { findProject } from '../../programme/queries.ts'
import { keepNotice } from '../account.ts'
import { accountPage, at, dayFields, doneAt, OfAccount, sentencesOf, viewOf, type Asks } from '../frame.ts'
import { accountHref } from '../links.ts'
import { NoticePage } from '../pages/notice.tsx'
import { listLines, listNotices } from '../queries/account.ts'
import { amountFrom, euroText, parsePercent, percentText } from '../rules/amount.ts'
import { usualFinalMonths, usualInterimMonths, usualLineLimitBp, usualUseMonths } from '../rules/law.ts'
import { planText, readPlan, type SideWords } from '../rules/plan.ts'
import { isPlausible, isTooLong } from '../rules/span.ts'
import { NoticeForm, sides, type Line, type Notice } from '../schema.ts'

const manage = { access: 'grant.manage', params: OfAccount, title: title(words, 'grant.notice') } as const

/** The notice of a grant, the first one and its changes. */
export const noticeRoutes = [
  get(`${at}/notice`, manage, async (ask) => await noticePage(ask, ask.params.slug, undefined, {})),

  post(`${at}/notice`, { ...manage, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const { slug } = ask.params
    const t = ask.say(pageWords)
    const form = ask.form(NoticeForm)
    if (!form.ok) return await noticePage(ask, slug, form.typed, sentencesOf(ask, 'notice', form.errors))
    const { value } = form
    const known = await ask.read(async (db) => ((await hasSubject(db, slug)) ? await listLines(db, slug, 0) : undefined))
    if (!known) throw new NotFound()
    const plan = readPlan(value.plan, [sideWords(t)], known)
    const [most, retained, trifle, trifleInterest] = [amountFrom(value.most), euroOr0(value.retained), euroOr0(value.trifle), euroOr0(value.trifleInterest)]
    const rateBp = value.financing === 'share' ? parsePercent(value.rate ?? '') : null
    const lineLimitBp = parsePercent(value.lineLimit)
    const [noticedOn, startsOn, endsOn] = [parsePlainDate(value.noticedOn), parsePlainDate(value.startsOn), parsePlainDate(value.endsOn)]
    const boundUntil = value.boundUntil === undefined ? null : (parsePlainDate(value.boundUntil) ?? null)
    const errors: FormErrors = {
      ...((rateBp === undefined || rateBp === 0) && { rate: t('grant.notice.error.rate') }),
      ...((most === undefined || most <= 0) && { most: t('grant.notice.error.most') }),
      ...((retained === undefined || retained < 0 || retained > (most ?? 0)) && { retained: t('grant.notice.error.retained') }),
      ...dayErrors(t, { noticedOn, startsOn, endsOn, boundUntil }),
      ...(lineLimitBp === undefined && { lineLimit: t('grant.notice.error.limit') }),
      ...((trifle === undefined || trifle < 0) && { trifle: t('grant.notice.error.trifle') }),
      ...((trifleInterest === undefined || trifleInterest < 0) && { trifleInterest: t('grant.notice.error.trifle') }),
      ...(plan.ok && most !== undefined && grantOf(plan.lines) > most && { plan: t('grant.notice.error.plan.above-most') }),
      ...(!plan.ok && { plan: t(`grant.notice.error.plan.${plan.code}`, { line: plan.line }) }),
      ...(value.basis > 0 && value.reason === undefined && { reason: t('grant.notice.error.reason') }),
    }
    if (Object.keys(errors).length > 0 || !plan.ok || rateBp === undefined || most === undefined || retained === undefined || lineLimitBp === undefined || trifle === undefined || trifleInterest === undefined || !noticedOn || !startsOn || !endsOn) return await noticePage(ask, slug, form.typed, errors)
    const { purpose, authority, reference, terms, financing, useMonths, finalMonths, interimMonths = null, reason = '' } = value
    const wish = { project: slug, purpose, authority, reference, noticedOn, terms, financing, rateBp, mostCents: most, retainedCents: retained, startsOn, endsOn, boundUntil, lineLimitBp, useMonths, interimMonths, finalMonths, trifleCents: trifle, trifleInterestCents: trifleInterest, reason }
    const number = await ask.write((db) => keepNotice(db, wish, plan.lines, value.basis))
    if (number === undefined) return await noticePage(ask, slug, form.typed, { [value.basis === 0 ? 'purpose' : 'reason']: t('grant.notice.error.changed') })
    return seeOther(doneAt(slug, 'notice'))
  }),
]

type Days = { readonly noticedOn: PlainDate | undefined; readonly startsOn: PlainDate | undefined; readonly endsOn: PlainDate | undefined; readonly boundUntil: PlainDate | null }

function dayErrors(t: PageT, days: Days): FormErrors {
  const { startsOn, endsOn, boundUntil } = days
  return {
    ...(startsOn && endsOn && isTooLong(startsOn, endsOn) && { endsOn: t('grant.notice.error.too-long') }),
    ...(startsOn && endsOn && endsOn < startsOn && { endsOn: t('grant.notice.error.endsOn') }),
    ...(boundUntil !== null && endsOn && boundUntil < endsOn && { boundUntil: t('grant.notice.error.boundUntil') }),
    ...Object.fromEntries(Object.entries(days).flatMap(([field, day]) => (day && !isPlausible(day) ? [[field, t('grant.notice.error.year')] as const] : []))),
  }
}

/** Whether there is something to keep an account of: the account itself, or a project. */
const hasSubject = async (db: UnitOfWork, slug: string): Promise<boolean> => (await listNotices(db, slug)).length > 0 || (await findProject(db, slug)) !== undefined

const euroOr0 = (text: string | undefined): Cents | undefined => (text === undefined ? cents(0) : amountFrom(text))
const grantOf = (lines: readonly Line[]): Cents => sumCents(lines.filter(({ side }) => side === 'grant').map(({ plannedCents }) => plannedCents))

const sideWords = (t: Pick<PageT, 'find'>): SideWords => Object.fromEntries(sides.map((side) => [side, t.find(`grant.side.${side}`) ?? side])) as SideWords // every side has its word

function typedOfNotice(t: PageT, notice: Notice, lines: readonly Line[]): Typed {
  const { number, purpose, authority, reference, terms, financing, rateBp, mostCents, retainedCents, lineLimitBp, useMonths, interimMonths, finalMonths, trifleCents, trifleInterestCents } = notice
  return {
    purpose, authority, reference, terms, financing, rate: rateBp === null ? '' : percentText(rateBp), most: euroText(mostCents), retained: euroText(retainedCents), lineLimit: percentText(lineLimitBp), plan: planText(lines, sideWords(t)),
    basis: String(number), useMonths: String(useMonths), interimMonths: interimMonths === null ? '' : String(interimMonths), finalMonths: String(finalMonths), trifle: euroText(trifleCents), trifleInterest: euroText(trifleInterestCents),
    ...dayFields('noticedOn', notice.noticedOn), ...dayFields('startsOn', notice.startsOn), ...dayFields('endsOn', notice.endsOn), ...dayFields('boundUntil', notice.boundUntil),
  }
}

async function noticePage(ask: Asks, slug: string, typed: Typed | undefined, errors: FormErrors): Promise<Answer> {
  const t = ask.say(pageWords)
  const { notice, lines } = await ask.read(async (db) => {
    const [notice] = await listNotices(db, slug)
    if (!notice && !(await hasSubject(db, slug))) throw new NotFound()
    return { notice, lines: notice ? await listLines(db, slug, notice.number) : [] }
  })
  const shown: Typed = typed ?? (notice ? typedOfNotice(t, notice, lines) : { terms: 'ANBest-G', financing: 'share', lineLimit: percentText(usualLineLimitBp), basis: '0', useMonths: String(usualUseMonths), interimMonths: String(usualInterimMonths), finalMonths: String(usualFinalMonths) })
  return page(NoticePage, { ...viewOf(ask), typed: shown, errors, project: slug, first: typedOf(shown, 'basis') === '0' }, accountPage(ask, [...(notice ? [{ label: notice.purpose, href: accountHref(slug) }] : [{ label: slug }]), { label: t('grant.notice') }], errors))
}
