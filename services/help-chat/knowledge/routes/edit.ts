import { audit, consolePage, errorsIn, get, newId, NotFound, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { add, localDate, plainDate } from '@modellregion/standards'
import { Type } from 'typebox'
import { pageWords, words } from '../../locales/index.ts'
import { articles } from '../content/articles.ts'
import { numbers } from '../content/numbers.ts'
import { questions } from '../content/questions.ts'
import { entryOf, isStale, typedCheck, typedEntry, whyNotKeep } from '../entry-form.ts'
import { formOf } from '../markup.ts'
import { DeleteEntryPage, EditorList, EntryPage, type Shipped } from '../pages/edit.tsx'
import { deleteTownEntry, getTownEntry, hideContent, listHidden, listTownEntries, saveTownEntry, showContent } from '../queries.ts'
import { TownEntryForm, type TownEntry } from '../schema.ts'

const options = { access: 'knowledge.edit', title: title(words, 'knowledge.edit.title') } as const
const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Content = Type.Object({ id: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }), what: Type.Union([Type.Literal('hide'), Type.Literal('show')]) })
const Wish = Type.Object({ wish: Type.Union([Type.Literal('preview'), Type.Literal('draft'), Type.Literal('publish')]) })
const home = '/help-chat/editor'
const shippedIds = new Set([...articles, ...questions, ...numbers].map(({ id }) => id))

/** Where the town's editors add what only the town knows, and hide what does not fit. Shipped texts stay as they are. */
export const editingRoutes = [
  get(home, { ...options, query: Type.Object({ done: Type.Optional(Type.String({ maxLength: 20 })) }) }, async (ask) => {
    const { own, hidden } = await ask.read(async (db) => ({ own: await listTownEntries(db), hidden: new Set((await listHidden(db)).map(({ id }) => id)) }))
    const aYearAgo = add(localDate(ask.now), { years: -1 })
    const say = (text: string): string => formOf(text, ask.tenant.addressForm)
    const shipped: Shipped[] = [
      ...articles.map(({ id, texts, checkedOn }) => ({ id, kind: 'article' as const, title: say(texts.de.title), isHidden: hidden.has(id), isStale: isStale(checkedOn, aYearAgo) })),
      ...questions.map(({ id, texts, checkedOn }) => ({ id, kind: 'question' as const, title: say(texts.de.question), isHidden: hidden.has(id), isStale: isStale(checkedOn, aYearAgo) })),
      ...numbers.map(({ id, texts, checkedOn }) => ({ id, kind: 'number' as const, title: texts.de.name, isHidden: hidden.has(id), isStale: isStale(checkedOn, aYearAgo) })),
    ]
    const props = { t: ask.say(pageWords), csrf: ask.csrf(), own: own.map((entry) => ({ ...entry, isStale: isStale(entry.checkedOn, aYearAgo) })), shipped, done: ask.query.done }
    return page(EditorList, props, consolePage(ask))
  }),

  get(`${home}/new`, { ...options, query: Type.Object({ kind: Type.Optional(Type.Union([Type.Literal('article'), Type.Literal('contact')])) }) }, (ask) =>
    show(ask, `${home}/new`, { typed: { kind: ask.query.kind ?? 'article', ...typedCheck(localDate(ask.now)) } }),
  ),

  post(`${home}/new`, { ...options, rate: { max: 120, per: 'hour' } }, async (ask) => await keep(ask, `${home}/new`)),

  get(`${home}/:id`, { ...options, params: Id }, async (ask) => {
    const stored = await ask.read((db) => getTownEntry(db, ask.params.id))
    return show(ask, `${home}/${stored.id}`, { typed: typedEntry(stored), stored })
  }),

  post(`${home}/:id`, { ...options, params: Id, rate: { max: 120, per: 'hour' } }, async (ask) => await keep(ask, `${home}/${ask.params.id}`, await ask.read((db) => getTownEntry(db, ask.params.id)))),

  get(`${home}/:id/delete`, { ...options, params: Id }, async (ask) => page(DeleteEntryPage, { t: ask.say(pageWords), csrf: ask.csrf(), entry: await ask.read((db) => getTownEntry(db, ask.params.id)) }, consolePage(ask))),

  post(`${home}/:id/delete`, { ...options, params: Id }, async (ask) => {
    await ask.write(async (db) => {
      if ((await deleteTownEntry(db, ask.params.id)) === 1) await audit(db, { action: 'knowledge.delete', subject: `town-entry/${ask.params.id}` })
    })
    return seeOther(`${home}?done=deleted`)
  }),

  post(`${home}/content/:id/:what`, { ...options, params: Content }, async (ask) => {
    const { id, what } = ask.params
    if (!shippedIds.has(id)) throw new NotFound()
    await ask.write(async (db) => {
      const changed = await (what === 'hide' ? hideContent(db, id) : showContent(db, id))
      if (changed === 1) await audit(db, { action: `knowledge.${what}`, subject: `content/${id}` })
    })
    return seeOther(`${home}?done=${what === 'hide' ? 'hidden' : 'shown'}`)
  }),
]

type Asks = Pick<Ask, 'say' | 'csrf' | 'form' | 'now' | 'write'> & Parameters<typeof consolePage>[0]

async function keep(ask: Asks, action: string, stored?: TownEntry): Promise<Answer> {
  const t = ask.say(pageWords)
  const chosen = ask.form(Wish)
  const read = ask.form(TownEntryForm)
  if (!read.ok) return show(ask, action, { typed: read.typed, errors: errorsIn(t, read.errors, (field) => t.find(`knowledge.edit.field.${field}`) ?? field), stored })
  const refusal = whyNotKeep(read.value, localDate(ask.now))
  if (refusal) return show(ask, action, { typed: read.typed, errors: { [refusal.field]: t(`help-chat.knowledge.${refusal.code}`) }, stored })
  const wish = chosen.ok ? chosen.value.wish : 'draft'
  const entry = entryOf(stored?.id ?? newId(ask.now), { ...read.value, checkedOn: plainDate(read.value.checkedOn) }, wish === 'publish')
  if (wish === 'preview') return show(ask, action, { typed: read.typed, preview: entry, stored })
  await ask.write(async (db) => {
    await saveTownEntry(db, entry)
    await audit(db, { action: wish === 'publish' ? 'knowledge.publish' : 'knowledge.draft', subject: `town-entry/${entry.id}` })
  })
  return seeOther(`${home}?done=${wish === 'publish' ? 'published' : 'draft'}`)
}

function show(ask: Pick<Asks, 'say' | 'csrf'> & Parameters<typeof consolePage>[0], action: string, { typed, errors = {}, preview, stored }: { typed: Typed; errors?: FormErrors; preview?: TownEntry | undefined; stored?: TownEntry | undefined }): Answer {
  const failed = Object.keys(errors).length > 0
  return page(EntryPage, { t: ask.say(pageWords), csrf: ask.csrf(), action, typed, errors, preview, stored }, consolePage(ask, { title: stored?.texts.de.title ?? ask.say(pageWords)('knowledge.edit.new-title'), ...(failed && { status: 422, hasErrors: true }) }))
}
