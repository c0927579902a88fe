import { errorsIn, get, newId, page, post, refuse, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { typedOf } from '@modellregion/kernel/rules'
import { partsOf } from '@modellregion/standards'
import { csvStyleOf, decimalText } from '../../csv/rules.ts'
import { pageWords, words } from '../../locales/index.ts'
import { keepFacts } from '../facts.ts'
import { FactsPage } from '../pages/facts-form.tsx'
import { findProgramme, listProgrammeChanges } from '../queries.ts'
import { factsFrom, isAmount, monthText, placeOf } from '../rules/facts.ts'
import { factFigures, FactsForm, type Programme } from '../schema.ts'
import { failed, formFrame, sentencesOf, type Asks } from './edit.ts'
import { crumbsOf } from './read.ts'

const facts = { access: 'programme.edit', title: title(words, 'programme.facts.title') } as const

/** The programme of a town that has no report: its name, its time, its figures and their sources. */
export const factsRoutes = [
  get('/portfolio/programme/facts', facts, async (ask) => {
    const programme = await ask.read(findProgramme)
    return programme?.origin === 'report' ? fromReport(ask) : await factsForm(ask, programme ? typedOfFacts(programme, ask.say(pageWords).format.locale) : {}, {})
  }),
  post('/portfolio/programme/facts', { ...facts, rate: { max: 120, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(FactsForm)
    if (!form.ok) return await factsForm(ask, form.typed, errorsIn(t, form.errors, (field) => t.find(`programme.facts.${field}`) ?? field))
    const read = factsFrom(form.value)
    if (!read.ok) return await factsForm(ask, form.typed, Object.fromEntries(Object.entries(read.faults).map(([field, fault]) => [field, t(`programme.facts.fault.${fault}`)])))
    const change = newId(ask.now)
    const refusal = await ask.write((db) => keepFacts(db, read.programme, { change, since: form.value.since ?? '' }))
    if (!refusal) return seeOther('/portfolio/programme?done=facts')
    return refusal.code === 'from-report' ? fromReport(ask) : await factsForm(ask, { ...form.typed, since: '' }, sentencesOf(t, refusal))
  }),
]

/** The facts as their form shows them; `locale` decides about the decimal mark. */
function typedOfFacts(programme: Programme, locale: string): Typed {
  const { name, startedIn, endedOn, region, lead, partner, regions, remarks } = programme
  const end = endedOn === null ? undefined : partsOf(endedOn)
  const figures = factFigures.flatMap((figure) => {
    const sourced = programme[figure]
    return sourced ? [[figure, isAmount(figure) ? decimalText(sourced.value, csvStyleOf(locale).decimal) : String(sourced.value)], [placeOf(figure), sourced.source.place]] : []
  })
  return {
    name,
    startedIn: startedIn === null ? '' : monthText(startedIn),
    'endedOn-day': String(end?.day ?? ''),
    'endedOn-month': String(end?.month ?? ''),
    'endedOn-year': String(end?.year ?? ''),
    region,
    lead,
    partner,
    regions: regions.join('\n'),
    remarks: remarks.join('\n'),
    document: factFigures.map((figure) => programme[figure]?.source.document).find((document) => document !== undefined) ?? '',
    ...(Object.fromEntries(figures) as Typed), // pairs of name and text
  }
}

async function factsForm(ask: Asks, typed: Typed, errors: FormErrors): Promise<Answer> {
  const t = ask.say(pageWords)
  const since = typedOf(typed, 'since') || ((await ask.read(listProgrammeChanges))[0]?.id ?? '')
  return page(FactsPage, { t, csrf: ask.csrf(), typed, errors, since }, { ...formFrame, crumbs: crumbsOf(t, { label: t('programme.facts.title') }), ...failed(errors) })
}

function fromReport(ask: Pick<Ask, 'say'>): Answer {
  const t = ask.say(pageWords)
  return refuse(409, 'portfolio.programme.from-report', t('portfolio.programme.from-report'), { label: t('portfolio.programme.not-public-next'), href: '/portfolio/programme' })
}
