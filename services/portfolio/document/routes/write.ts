import { Type } from 'typebox'
import type { ReuseFile } from '@modellregion/contracts'
import { consolePage, get, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Route, type Typed } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { textOf, type LocalisedText } from '../../shelf/schema.ts'
import { makeDocument, retireDocument, reviseDocument } from '../desk.ts'
import { documentHref } from '../kind.ts'
import { WriteDocumentPage } from '../pages/write.tsx'
import { getDocument, getDocumentVersion } from '../queries.ts'
import { readDocumentForm } from '../read-form.ts'
import { offeredLicences } from '../rules.ts'
import { filesLimit, mainPath, type DocumentVersion, type TownDocument } from '../schema.ts'

type Asks = Pick<Ask, 'say' | 'csrf' | 'form' | 'uploads' | 'read' | 'write' | 'tenant' | 'actor' | 'platform' | 'url'>
export const ByRef = Type.Object({ ref: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,79}$' }) })
const newTitle = title(words, 'document.new')
const bodyLimit = filesLimit + 1_000_000

/** Writing a text: every save is a version of its own. */
export const documentWriting: readonly Route[] = [
  get('/portfolio/document/new', { access: 'document.edit', title: newTitle }, (ask) => form(ask, { licence: 'CC-BY-4.0', label: '1.0' }, {})),
  post('/portfolio/document/new', { access: 'document.edit', title: newTitle, bodyLimit }, async (ask) => {
    const read = await readDocumentForm(ask)
    if (!read.ok) return await form(ask, read.typed, read.errors)
    const ref = await ask.write((db) => makeDocument(db, read.draft))
    return seeOther(`${documentHref(ref)}?saved=1`)
  }),
  get('/portfolio/document/:ref/edit', { access: 'document.edit', params: ByRef, query: Type.Object({ version: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) }, { additionalProperties: true }), title: title(words, 'document.edit') }, async (ask) => {
    const { document, version } = await ask.read(async (db) => {
      const found = await getDocument(db, ask.params.ref)
      return { document: found, version: await getDocumentVersion(db, found.ref, ask.query.version ?? found.currentVersion) }
    })
    return await form(ask, typedOf(document, version), {}, document)
  }),
  post('/portfolio/document/:ref/edit', { access: 'document.edit', params: ByRef, title: title(words, 'document.edit'), bodyLimit }, async (ask) => {
    const document = await ask.read((db) => getDocument(db, ask.params.ref))
    const read = await readDocumentForm(ask, document, (from) => filesOf(ask, document, from))
    if (!read.ok) return await form(ask, read.typed, read.errors, document)
    const done = await ask.write((db) => reviseDocument(db, document.ref, read.draft, read.base ?? 0))
    if (done === 'written') return seeOther(`${documentHref(document.ref)}?saved=1`)
    // What was typed stays; saved once more it replaces what the other person wrote, which remains as a version. Files go on from there too, unless somebody went back to earlier ones.
    const now = await ask.read((db) => getDocument(db, document.ref))
    const base = String(now.currentVersion)
    const from = read.typed['from'] === read.typed['base'] ? base : read.typed['from']
    return await form(ask, { ...read.typed, base, ...(from !== undefined && { from }) }, { text: ask.say(pageWords)('portfolio.document.outdated') }, now)
  }),
  post('/portfolio/document/:ref/retire', { access: 'document.edit', params: ByRef, title: title(words, 'document.retire') }, async (ask) => {
    const document = await ask.read((db) => getDocument(db, ask.params.ref))
    // The form says what it wants: sent twice, it still wants the same.
    const read = ask.form(Type.Object({ gone: Type.Boolean() }))
    if (read.ok) await ask.write((db) => retireDocument(db, document.ref, read.value.gone))
    return seeOther(documentHref(document.ref))
  }),
]

// What stands in both languages alike was never translated: whoever takes something over gets both.
const translated = ({ de, en }: LocalisedText): string => (en === de ? '' : (en ?? ''))

const typedOf = (document: TownDocument, { number, files, label }: DocumentVersion): Typed => ({
  title: document.title.de ?? '',
  titleEn: translated(document.title),
  summary: document.summary.de ?? '',
  summaryEn: translated(document.summary),
  class: document.class,
  licence: document.licence,
  label,
  text: files.find(({ path }) => path === mainPath)?.text ?? '',
  base: String(document.currentVersion),
  from: String(number),
})

/** Files of the version somebody goes on from, else of the newest one. */
const filesOf = ({ read }: Pick<Asks, 'read'>, { ref, currentVersion }: TownDocument, from: number | undefined): Promise<readonly ReuseFile[]> => read(async (db) => (await getDocumentVersion(db, ref, from ?? currentVersion)).files)

async function form(ask: Asks, typed: Typed, errors: FormErrors, known?: TownDocument): Promise<Answer> {
  const t = ask.say(pageWords)
  const heading = known ? t('document.edit-title', { title: textOf(known.title, t.locale) }) : t('document.new')
  const failed = Object.keys(errors).length > 0
  const kept = known ? (await filesOf(ask, known, Number(typed['from']) || undefined)).filter(({ path }) => path !== mainPath) : []
  return page(
    WriteDocumentPage,
    { t, csrf: ask.csrf(), title: heading, action: known ? `${documentHref(known.ref)}/edit` : '/portfolio/document/new', cancel: known ? documentHref(known.ref) : '/portfolio/document', typed, errors, licences: offeredLicences(known?.licence), kept },
    consolePage(ask, { title: heading, ...(failed && { status: 422, hasErrors: true }) }),
  )
}
