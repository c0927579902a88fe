import { Type } from 'typebox'
import { errorsIn, get, newId, page, post, refuse, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { findEntryVersion, getEntry } from '../../shelf/queries.ts'
import { textOf, type Entry, type EntryVersion } from '../../shelf/schema.ts'
import { beginInstallation } from '../begin.ts'
import { carryOut } from '../carry-out.ts'
import { itemOfEntry } from '../item.ts'
import { findKind, type FullKind } from '../kinds.ts'
import { originName } from '../names.ts'
import { AdoptPage } from '../pages/adopt.tsx'
import { adoptionHref } from '../pages/parts.tsx'
import { findInstallationOfEntry } from '../queries/installation.ts'
import { AdoptForm } from '../schema.ts'
import { actingOf } from '../stand.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const options = { access: 'adoption.edit', params, title: title(words, 'adoption.adopt.do') } as const

type Asks = Pick<Ask<{ id: string }>, 'params' | 'read' | 'write' | 'say' | 'csrf' | 'now' | 'tenant' | 'platform' | 'actor'>
type Ready = { readonly entry: Entry; readonly version: EntryVersion; readonly kind: FullKind }

/** Taking a result of the catalogue over: first what it means, then one click. */
export const adoptRoutes = [
  get('/portfolio/reuse/:id/adopt', options, async (ask) => {
    const ready = await prepare(ask)
    return 'entry' in ready ? await form(ask, ready, newId(ask.now), {}, {}) : ready
  }),

  post('/portfolio/reuse/:id/adopt', { ...options, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const ready = await prepare(ask)
    if (!('entry' in ready)) return ready
    const t = ask.say(pageWords)
    const typed = ask.form(AdoptForm)
    if (!typed.ok) return await form(ask, ready, newId(ask.now), typed.typed, errorsIn(t, typed.errors, () => t('adoption.field.consent')))
    const begun = await ask.write((db) => beginInstallation(db, { id: typed.value.id, entry: ready.entry, version: ready.version, kind: ready.kind.kind, consent: typed.value.consent }))
    const outcome = await carryOut(actingOf(ask), ready.kind.kind, begun.id)
    if (outcome.ok) return seeOther(adoptionHref(begun.id, '?note=taken'))
    return outcome.findings.length > 0 ? await form(ask, ready, newId(ask.now), typed.typed, {}) : seeOther('/portfolio/adoption?undone=1')
  }),
]

// What stands against it is said by a page; what is there already is shown.
async function prepare(ask: Asks): Promise<Ready | Answer> {
  const t = ask.say(words)
  const { entry, version, known } = await ask.read(async (db) => {
    const found = await getEntry(db, ask.params.id)
    return { entry: found, version: found.currentVersion === null ? undefined : await findEntryVersion(db, found.id, found.currentVersion), known: await findInstallationOfEntry(db, found.id) }
  })
  const back = { label: t('adoption.back-to-entry'), href: `/portfolio/reuse/${entry.id}` }
  if (known && known.state !== 'installing') return seeOther(adoptionHref(known.id))
  if (entry.town === ask.tenant.id && entry.origin !== 'package') return refuse(409, 'portfolio.adoption.own', t('portfolio.adoption.own'), back)
  if (entry.retiredAt !== null) return refuse(410, 'portfolio.adoption.withdrawn', t('portfolio.adoption.withdrawn'), back)
  const kind = findKind(ask.platform, ask.tenant, entry.kind)
  if (!kind || !version?.files) return refuse(409, 'portfolio.adoption.not-here', t('portfolio.adoption.not-here'), back)
  return { entry, version, kind }
}

async function form(ask: Asks, { entry, version, kind }: Ready, id: string, typed: Typed, errors: FormErrors): Promise<Answer> {
  const t = ask.say(pageWords)
  const findings = await kind.kind.check(itemOfEntry(entry, version), ask.now)
  const language = t.locale === 'en' ? 'en' : 'de'
  const failed = Object.keys(errors).length > 0 || findings.some(({ level }) => level === 'error')
  return page(
    AdoptPage,
    { t, csrf: ask.csrf(), id, entry, version, from: originName(ask.platform, ask.tenant, { entry }), kind: { title: kind.kind.title[language], use: kind.kind.use[language] }, findings, typed, errors },
    { frame: 'question', private: true, noindex: true, title: t('adoption.adopt.title', { title: textOf(entry.title, t.locale) }), ...(failed && { status: 422, hasErrors: Object.keys(errors).length > 0 }) },
  )
}
