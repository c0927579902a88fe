import { Type } from 'typebox'
import { consolePage, get, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Route, type Typed } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { makeDocument, retireDocument, reviseDocument } from '../desk.ts'
import { documentHref } from '../kind.ts'
import { WriteDocumentPage } from '../pages/write.tsx'
import { getDocument, getDocumentVersion } from '../queries.ts'
import { readDocumentForm } from '../read-form.ts'
import { filesLimit, mainPath, type DocumentVersion, type TownDocument } from '../schema.ts'

type Asks = Pick<Ask, 'say' | 'csrf' | 'form' | 'uploads' | 'fields' | 'read' | 'write' | 'tenant' | 'actor' | 'platform' | 'url'>
export const ByRef = Type.Object({ ref: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,79}$' }) })
const newTitle = title(words, 'document.new')
const bodyLimit = filesLimit + 1_000_000

/** Writing a text: every save is a version of its own. */
export const documentWriting: readonly Route[] = [
  get('/portfolio/document/new', { access: 'document.edit', title: newTitle }, (ask) => form(ask, { licence: 'CC-BY-4.0', label: '1.0' }, {})),
  post('/portfolio/document/new', { access: 'document.edit', title: newTitle, bodyLimit }, async (ask) => {
    const read = await readDocumentForm(ask, [])
    if (!read.ok) return form(ask, read.typed, read.errors)
    const ref = await ask.write((db) => makeDocument(db, read.draft))
    return seeOther(`${documentHref(ref)}?saved=1`)
  }),
  get('/portfolio/document/:ref/edit', { access: 'document.edit', params: ByRef, query: Type.Object({ version: Type.Optional(Type.Integer({ minimum: 1 })) }, { additionalProperties: true }), title: title(words, 'document.edit') }, async (ask) => {
    const { document, version } = await ask.read(async (db) => {
      const found = await getDocument(db, ask.params.ref)
      return { document: found, version: await getDocumentVersion(db, found.ref, ask.query.version ?? found.currentVersion) }
    })
    return form(ask, typedOf(document, version), {}, { document, version })
  }),
  post('/portfolio/document/:ref/edit', { access: 'document.edit', params: ByRef, title: title(words, 'document.edit'), bodyLimit }, async (ask) => {
    const current = await ask.read(async (db) => {
      const document = await getDocument(db, ask.params.ref)
      return { document, version: await getDocumentVersion(db, document.ref, document.currentVersion) }
    })
    const read = await readDocumentForm(ask, current.version.files)
    if (!read.ok) return form(ask, read.typed, read.errors, current)
    const done = await ask.write((db) => reviseDocument(db, current.document.ref, read.draft, read.base ?? 0))
    if (done === 'written') return seeOther(`${documentHref(current.document.ref)}?saved=1`)
    // What was typed stays; saved once more it replaces what the other person wrote, which remains as a version.
    return form(ask, { ...read.typed, base: String(current.document.currentVersion) }, { text: ask.say(pageWords)('portfolio.document.outdated') }, current)
  }),
  post('/portfolio/document/:ref/retire', { access: 'document.edit', params: ByRef, title: title(words, 'document.retire') }, async (ask) => {
    const document = await ask.read((db) => getDocument(db, ask.params.ref))
    await ask.write((db) => retireDocument(db, document.ref, document.retiredAt === null))
    return seeOther(documentHref(document.ref))
  }),
]

const typedOf = (document: TownDocument, { files, label }: DocumentVersion): Typed => ({
  title: document.title.de ?? '',
  titleEn: document.title.en ?? '',
  summary: document.summary.de ?? '',
  summaryEn: document.summary.en ?? '',
  class: document.class,
  licence: document.licence,
  label,
  text: files.find(({ path }) => path === mainPath)?.text ?? '',
  base: String(document.currentVersion),
})

function form(ask: Asks, typed: Typed, errors: FormErrors, known?: { document: TownDocument; version: DocumentVersion }): Answer {
  const t = ask.say(pageWords)
  const heading = known ? t('document.edit-title', { title: known.document.title.de ?? known.document.title.en ?? '' }) : t('document.new')
  const failed = Object.keys(errors).length > 0
  return page(
    WriteDocumentPage,
    { t, csrf: ask.csrf(), title: heading, action: known ? `${documentHref(known.document.ref)}/edit` : '/portfolio/document/new', cancel: known ? documentHref(known.document.ref) : '/portfolio/document', typed, errors, kept: known?.version.files.filter(({ path }) => path !== mainPath) ?? [] },
    consolePage(ask, { title: heading, ...(failed && { status: 422, hasErrors: true }) }),
  )
}
