import { audit, get, page, post, seeOther, title, type Answer, type FormErrors, type Typed } from '@modellregion/kernel'
import { localDate, parsePlainDate } from '@modellregion/standards'
import { pageWords, words } from '../../locales/index.ts'
import { accountPage, DoneQuery, fresh, idOf, sentencesOf, viewOf, type Asks } from '../frame.ts'
import { rateHref } from '../links.ts'
import { RatePage } from '../pages/rate.tsx'
import type { Done } from '../pages/parts.tsx'
import { insertRate, listRates } from '../queries/rate.ts'
import { parseRate } from '../rules/amount.ts'
import { knownRates, missingHalfYear, ratesWith, whyNotRate } from '../rules/law.ts'
import { RateForm, rateKinds } from '../schema.ts'

const heading = title(words, 'grant.rates')

/** Rates of interest: those that came with the software, and those that the town enters when a half-year begins. */
export const rateRoutes = [
  get(rateHref, { access: 'grant.read', query: DoneQuery, title: heading }, async (ask) => await ratePage(ask, { ...fresh(ask), kind: 'base' }, {}, ask.query.done)),

  post(rateHref, { access: 'grant.manage', title: heading, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(RateForm)
    if (!form.ok) return await ratePage(ask, form.typed, sentencesOf(ask, 'rate', form.errors))
    const { kind, source } = form.value
    const id = idOf(ask, form.value)
    const [from, bp, accountId] = [parsePlainDate(form.value.from), parseRate(form.value.rate), ask.actor.id]
    if (bp === undefined) return await ratePage(ask, form.typed, { rate: t('grant.rate.error.size') })
    if (from === undefined || accountId === undefined) return await ratePage(ask, form.typed, { from: t('grant.rate.error.half-year') })
    const refusal = whyNotRate({ kind, from, bp }, localDate(ask.now))
    if (refusal) return await ratePage(ask, form.typed, { [refusal === 'size' ? 'rate' : 'from']: t(`grant.rate.error.${refusal}`) })
    await ask.write(async (db) => {
      if ((await insertRate(db, { id, kind, from, bp, source, accountId })) > 0) await audit(db, { action: 'grant.rate', subject: `grant-rate/${kind}`, detail: { from, bp } })
    })
    return seeOther(`${rateHref}?done=rate`)
  }),
]

async function ratePage(ask: Asks, typed: Typed, errors: FormErrors, done?: Done): Promise<Answer> {
  const own = await ask.read(listRates)
  const t = ask.say(pageWords)
  const known = rateKinds.flatMap((kind) => knownRates[kind].toReversed().map((rate) => ({ ...rate, kind })))
  return page(RatePage, { ...viewOf(ask), typed, errors, done, own: own.toReversed(), known, missing: missingHalfYear(ratesWith(own), localDate(ask.now)), mayWrite: ask.may('grant.manage') }, accountPage(ask, [{ label: t('grant.rates') }], errors))
}
