import { Type } from 'typebox'
import { body, deadlineClock, deadlineRuleOn, get, page, post, seeOther, title, type Deadline, type FormErrors, type Typed } from '@modellregion/kernel'
import { localDate, plainDateOf } from '@modellregion/standards'
import { csvFile, germanCsv } from '../../csv/rules.ts'
import { pageWords, words } from '../../locales/index.ts'
import { findProject, listNames } from '../../programme/queries.ts'
import { accountOf, figuresFor, lateOf, type GrantAccount } from '../account.ts'
import { grantDeadlineRules, isOwnLength } from '../deadlines.ts'
import { accountPage, at, DoneQuery, OfAccount, Slug, viewOf, type Asks } from '../frame.ts'
import { accountHref } from '../links.ts'
import { AccountPage } from '../pages/account.tsx'
import { BoardPage, type BoardRow } from '../pages/board.tsx'
import { BookingsPage } from '../pages/bookings.tsx'
import { listAccountTotals, listCurrentNotices } from '../queries/account.ts'
import { countBookings, listBookings, listNewestEvidence, listRemarks, listVouchers, type BookingFilter } from '../queries/booking.ts'
import { listRates } from '../queries/rate.ts'
import { listStatements } from '../queries/statement.ts'
import { callable } from '../rules/call.ts'
import { csvColumns, csvRow, parseDay } from '../rules/csv.ts'
import { missingHalfYear, ratesWith } from '../rules/law.ts'
import { situationOf } from '../rules/situation.ts'
import { deadlinesOf } from '../terms.ts'

const read = { access: 'grant.read' } as const
const perPage = 50
const OpenForm = Type.Object({ project: Slug })
const Text = Type.Optional(Type.String({ maxLength: 80 }))
const Filter = Type.Object({ line: Text, text: Text, from: Text, until: Text, page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) })

/** The board, an account, its bookings as a page and as CSV. */
export const readRoutes = [
  get('/portfolio/grant', { ...read, title: title(words, 'grant.title') }, (ask) => board(ask, {}, {})),

  post('/portfolio/grant', { access: 'grant.manage', title: title(words, 'grant.title') }, async (ask) => {
    const form = ask.form(OpenForm)
    const t = ask.say(pageWords)
    const known = form.ok && (await ask.read((db) => findProject(db, form.value.project))) !== undefined
    if (!form.ok || !known) return await board(ask, form.typed, { project: t('grant.open-account-choose') })
    return seeOther(accountHref(form.value.project, '/notice'))
  }),

  get(at, { ...read, params: OfAccount, query: DoneQuery, title: title(words, 'grant.link.account') }, async (ask) => {
    const { slug } = ask.params
    const today = localDate(ask.now)
    const found = await ask.read(async (db) => {
      const account = await accountOf(db, slug)
      const figures = await figuresFor(db, account, account.notice.startsOn, today)
      const deadlines = await deadlinesOf(db, account)
      return {
        account, figures, deadlines, late: await lateOf(db, account, today),
        newest: await listBookings(db, slug, {}, { from: 0, size: 8 }), evidence: await listNewestEvidence(db, slug, 12), remarks: await listRemarks(db, slug, 20),
        statements: await listStatements(db, slug), project: await findProject(db, slug),
      }
    })
    const { account, figures, deadlines, late, project, ...rest } = found
    const t = ask.say(pageWords)
    const clocks = deadlines.map((deadline) => ({ deadline, state: stateOf(deadline, ask.now), source: isOwnLength(deadline.rule, account.notice) ? t('grant.deadline.own-length', { reference: account.notice.reference }) : deadlineRuleOn(grantDeadlineRules, deadline.rule, deadline.startedOn).source }))
    const situation = situationOf({ late: late.late, deadlines: clocks.map(({ deadline, state }) => ({ rule: deadline.rule, dueOn: deadline.dueOn, state })), over: figures.lines.filter(({ overLimit }) => overLimit), limit: account.notice.lineLimitBp / 10_000, drafts: account.calls.filter(({ state }) => state === 'draft') })
    return page(
      AccountPage,
      {
        t, account, figures, situation, ...rest, deadlines: clocks, callable: callable(account.notice, account.calls), unused: late.unused, missing: late.late.length > 0 ? missingHalfYear(account.rates, today) : undefined, projectHref: project ? `/portfolio/project/${slug}` : undefined, done: ask.query.done,
        may: { book: ask.may('grant.book'), draft: ask.may('grant-call.draft'), manage: ask.may('grant.manage'), write: ask.may('grant-statement.write') },
      },
      { ...accountPage(ask, [{ label: account.notice.purpose }]), title: account.notice.purpose },
    )
  }),

  get(`${at}/booking`, { ...read, params: OfAccount, query: Filter, title: title(words, 'grant.bookings') }, async (ask) => {
    const { slug } = ask.params
    const { filter, typed, unread } = filterOf(ask.query)
    const wanted = ask.query.page ?? 1
    const { account, found, rows, pages, shown } = await ask.read(async (db) => {
      const account = await accountOf(db, slug)
      const found = await countBookings(db, slug, filter)
      const pages = Math.max(1, Math.ceil(found.count / perPage))
      const shown = Math.min(wanted, pages)
      return { account, found, pages, shown, rows: await listBookings(db, slug, filter, { from: (shown - 1) * perPage, size: perPage }) }
    })
    const query = new URLSearchParams(Object.entries(typed).filter(([, value]) => value !== ''))
    const hrefOf = (n: number): string => `${accountHref(slug, '/booking')}?${new URLSearchParams([...query, ['page', String(n)]]).toString()}`
    const t = ask.say(pageWords)
    const errors: FormErrors = Object.fromEntries(unread.map((name) => [name, t('grant.bookings.day-bad')]))
    return page(BookingsPage, { t, project: slug, purpose: account.notice.purpose, lines: account.lines, rows, found, page: shown, pages, filter: typed, errors, hrefOf, csvHref: accountHref(slug, '/bookings.csv') }, accountPage(ask, [{ label: account.notice.purpose, href: accountHref(slug) }, { label: t('grant.bookings') }]))
  }),

  get(`${at}/bookings.csv`, { ...read, params: OfAccount, api: { summary: 'All bookings of an account as CSV, as the import reads them; a counter-booking has a negative amount.', tag: 'Portfolio' } }, async (ask) => {
    const { slug } = ask.params
    const t = ask.say(pageWords)
    const { account, vouchers } = await ask.read(async (db) => ({ account: await accountOf(db, slug), vouchers: await listVouchers(db, slug, plainDateOf(1, 1, 1), plainDateOf(9999, 12, 31), 2_147_483_647) }))
    const titles = new Map(account.lines.map((line) => [line.key, line.title]))
    const rows = vouchers.map((one) => csvRow(one, titles.get(one.lineKey) ?? one.lineKey, { yes: t('grant.csv.yes'), no: t('grant.csv.no') }))
    return body('text/csv; charset=utf-8', csvFile([csvColumns.map((column) => t(`grant.booking.${column}`)), ...rows], germanCsv), { headers: { 'content-disposition': `attachment; filename="grant-${slug}.csv"`, 'cache-control': 'private, no-store' } })
  }),
]

const stateOf = (deadline: Deadline, now: Date) => deadlineClock(deadlineRuleOn(grantDeadlineRules, deadline.rule, deadline.startedOn), deadline, now).state

// What cannot be read as a day is left out, stays in its field and is told beside it.
function filterOf({ line = '', text = '', from = '', until = '' }: { line?: string; text?: string; from?: string; until?: string }): { filter: BookingFilter; typed: { line: string; text: string; from: string; until: string }; unread: readonly ('from' | 'until')[] } {
  const typed = { line: line.trim(), text: text.trim(), from: from.trim(), until: until.trim() }
  const unread = (['from', 'until'] as const).filter((name) => typed[name] !== '' && parseDay(typed[name]) === undefined)
  return { typed, unread, filter: { ...(typed.line !== '' && { line: typed.line }), ...(typed.text !== '' && { text: typed.text }), from: parseDay(typed.from), until: parseDay(typed.until) } }
}

async function board(ask: Asks, typed: Typed, errors: FormErrors) {
  const today = localDate(ask.now)
  const { rows, projects, missing } = await ask.read(async (db) => {
    const totals = await listAccountTotals(db)
    const rows: BoardRow[] = []
    for (const { project, purpose } of await listCurrentNotices(db)) {
      const mine = totals.find((one) => one.project === project)
      if (mine) rows.push(await rowOf(await accountOf(db, project), purpose, mine))
    }
    const projects = (await listNames(db)).filter(({ slug }) => !rows.some(({ project }) => project === slug))
    return { rows, projects, missing: missingHalfYear(ratesWith(await listRates(db)), today) }

    async function rowOf(account: GrantAccount, purpose: string, mine: BoardRow['totals']): Promise<BoardRow> {
      const deadlines = await deadlinesOf(db, account)
      const open = deadlines.filter(({ doneAt }) => doneAt === null)
      const { late } = await lateOf(db, account, today)
      const figures = await figuresFor(db, account, account.notice.startsOn, today)
      const situation = situationOf({ late, deadlines: open.map((one) => ({ rule: one.rule, dueOn: one.dueOn, state: stateOf(one, ask.now) })), over: figures.lines.filter(({ overLimit }) => overLimit), limit: account.notice.lineLimitBp / 10_000, drafts: account.calls.filter(({ state }) => state === 'draft') })
      return { project: account.project, purpose, situation, totals: mine, callable: callable(account.notice, account.calls), next: open[0] }
    }
  })
  return page(BoardPage, { ...viewOf(ask), typed, errors, rows, projects, missing: rows.length > 0 ? missing : undefined, mayOpen: ask.may('grant.manage') }, accountPage(ask, [], errors))
}
