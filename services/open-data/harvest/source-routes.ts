import { audit, get, kernelWords, newId, page, post, seeOther, title, type Ask, type Typed } from '@modellregion/kernel'
import { Type } from 'typebox'
import { checkMapping } from '../ckan/csv-list.ts'
import { slugOf } from '../dataset/record.ts'
import { whyNotUrl } from '../fetch/guarded-fetch.ts'
import { words } from '../locales/index.ts'
import { harvestPath } from './menu.ts'
import { staffPage } from '../staff/menu.ts'
import { NewSourcePage } from './pages/new-source.tsx'
import * as queries from './queries.ts'
import { freeSourceName, readColumns } from './rules.ts'
import { NewSource, type Source } from './schema.ts'
import { whyNotSourceAddress } from './source-address.ts'

const BySource = Type.Object({ source: Type.String({ maxLength: 120 }) })
const change = { access: 'source.change' } as const
type Asks = Pick<Ask, 'say' | 'csrf' | 'may' | 'url'>
type Errors = Readonly<Record<string, string>>

/** Adding a source, pausing it and going on with it. */
export const sourceRoutes = [
  get(`${harvestPath}/new`, { ...change, title: title(words, 'harvest.new') }, (ask) => form(ask, { kind: 'dcat', removal: 'withdraw' }, {})),

  post(harvestPath, { ...change, title: title(words, 'harvest.new') }, async (ask) => {
    const t = ask.say(words)
    const sent = ask.form(NewSource)
    if (!sent.ok) return form(ask, sent.typed, Object.fromEntries(sent.errors.map(({ field, code, limit = 0 }) => [field, sentenceOf(ask, field, code, limit)])))
    const { title: name, kind, url, removal, publisher, columns } = sent.value
    const forbidden = URL.canParse(url) ? whyNotUrl(new URL(url), ask.platform.config.harvest?.allow ?? []) : { code: 'open-data.fetch.url-invalid' as const }
    if (forbidden) return form(ask, sent.typed, { url: t.find(forbidden.code) ?? forbidden.code })
    const misplaced = whyNotSourceAddress(kind, new URL(url))
    if (misplaced) return form(ask, sent.typed, { url: t(misplaced) })
    const mapping = kind === 'csv-list' ? mappingOf(ask, columns) : undefined
    if (mapping && !mapping.ok) return form(ask, sent.typed, { columns: mapping.error })
    const stored = await ask.write(async (db) => {
      const taken = new Set((await queries.listSources(db)).map((source) => source.name))
      const source: Omit<Source, 'createdAt'> = {
        id: newId(db.now),
        name: freeSourceName(slugOf(name), taken),
        title: name,
        kind,
        url,
        removal,
        paused: false,
        options: { ...(publisher && { publisher }), ...(mapping && { mapping: mapping.value }) },
      }
      await queries.insertSource(db, source)
      await audit(db, { action: 'source.add', subject: `source/${source.name}`, detail: { url, kind, removal } })
      return source
    })
    return seeOther(`${harvestPath}/${stored.name}?saved=1`)
  }),

  ...([['pause', true], ['resume', false]] as const).map(([act, paused]) =>
    post(`${harvestPath}/:source/${act}`, { ...change, params: BySource }, async (ask) => {
      await ask.write(async (db) => {
        const source = await queries.getSource(db, ask.params.source)
        if ((await queries.setPaused(db, source.name, paused)) > 0) await audit(db, { action: `source.${act}`, subject: `source/${source.name}` })
      })
      return seeOther(`${harvestPath}/${ask.params.source}?saved=1`)
    }),
  ),
]

function mappingOf(ask: Asks, text = ''): { ok: true; value: unknown } | { ok: false; error: string } {
  const t = ask.say(words)
  const read = readColumns(text)
  if (!read.ok) return { ok: false, error: t('harvest.columns-broken', { line: read.broken }) }
  const value = { columns: read.columns }
  const checked = checkMapping(value)
  return checked.ok ? { ok: true, value } : { ok: false, error: t('harvest.columns-wrong') }
}

function sentenceOf(ask: Asks, field: string, code: string, limit: number): string {
  const t = ask.say(words)
  if (field === 'url' && code === 'wrong-form') return t('open-data.fetch.scheme-forbidden')
  return ask.say(kernelWords).find(`forms.error.${code}`, { field: t.find(`harvest.form.${field}`) ?? field, limit }) ?? field
}

function form(ask: Asks, typed: Typed, errors: Errors) {
  const say = ask.say(kernelWords)
  const count = Object.keys(errors).length
  return page(
    NewSourcePage,
    { t: ask.say(words), csrf: ask.csrf(), typed, errors, errorTitle: say.count('form.errors', count), optional: say('form.optional') },
    staffPage(ask, count > 0 ? { status: 422, hasErrors: true } : {}),
  )
}
