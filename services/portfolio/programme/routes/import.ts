import { Type } from 'typebox'
import { get, newId, page, post, seeOther, title, type Answer, type Ask, type FormErrors } from '@modellregion/kernel'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { ImportPage, PreviewPage } from '../pages/import.tsx'
import { takeList } from '../take-list.ts'
import { listNames } from '../queries.ts'
import { headOf, knownAmong, projectFrom, readKdn, type KdnResult } from '../rules/kdn.ts'
import { mostProjects } from '../schema.ts'
import { failed, formFrame } from './edit.ts'
import { crumbsOf } from './read.ts'

const edit = { access: 'project.edit', title: title(words, 'programme.import.title') } as const
const rate = { max: 60, per: 'hour' } as const
const mostBytes = 500_000
const roomForForm = 3 * 1024 * 1024 // a form writes each letter that is not plain as up to nine
const Done = Type.Object({ done: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000 })) })
type Asks = Pick<Ask, 'say' | 'csrf'>

/** Taking over a list of projects in the fields of the KDN database: choose, look, apply. */
export const importRoutes = [
  get('/portfolio/programme/import', { ...edit, query: Done }, (ask) => choose(ask, {}, ask.query.done)),

  post('/portfolio/programme/import', { ...edit, rate }, async (ask) => {
    const t = ask.say(pageWords)
    const file = await readFile(ask)
    if ('code' in file) return choose(ask, { file: t(`programme.import.${file.code}`) })
    const read = readKdn(file.text)
    if (!read.ok) return choose(ask, { file: sentenceOf(t, read) })
    const isKnown = knownAmong(await ask.read(listNames))
    return page(
      PreviewPage,
      { t, csrf: ask.csrf(), text: file.text, fresh: read.projects.filter((one) => !isKnown(one)), known: read.projects.filter(isKnown), findings: read.findings },
      { ...formFrame, frame: 'text', title: t('programme.import.preview'), crumbs: crumbsOf(t, { label: t('programme.import.title'), href: '/portfolio/programme/import' }, { label: t('programme.import.preview') }) },
    )
  }),

  // The file comes again with the form and is read again: what is written is what the rules accept now, whoever sends it.
  post('/portfolio/programme/import/apply', { ...edit, rate, bodyLimit: roomForForm }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(Type.Object({ text: Type.String({ maxLength: mostBytes }) }))
    if (!form.ok) return choose(ask, { file: t('programme.import.file-missing') })
    const read = readKdn(form.value.text)
    if (!read.ok) return choose(ask, { file: sentenceOf(t, read) })
    const document = t('programme.import.source', { day: ask.now })
    const starts = read.projects.map((one) => ({ project: projectFrom(one, { document, place: t('programme.import.source-line', { line: one.line }) }), ids: { row: newId(ask.now), change: newId(ask.now) }, on: null }))
    const made = await ask.write((db) => takeList(db, starts))
    if (made === undefined) return choose(ask, { file: t('programme.import.full', { most: mostProjects }) })
    return seeOther(`/portfolio/programme/import?done=${made}`)
  }),
]

type BadFile = { readonly code: 'file-missing' | 'file-large' | 'file-encoding' }

async function readFile(ask: Pick<Ask, 'uploads'>): Promise<{ text: string } | BadFile> {
  for await (const upload of ask.uploads()) {
    const parts: Buffer[] = []
    let size = 0
    for await (const part of upload.content) {
      const bytes = Buffer.from(part as Uint8Array) // a stream of files gives bytes
      size += bytes.length
      if (size <= mostBytes) parts.push(bytes)
    }
    if (size > mostBytes) return { code: 'file-large' }
    if (size === 0) return { code: 'file-missing' }
    const text = Buffer.concat(parts).toString('utf8')
    return text.includes('\uFFFD') ? { code: 'file-encoding' } : { text }
  }
  return { code: 'file-missing' }
}

function sentenceOf(t: PageT, refusal: Extract<KdnResult, { ok: false }>): string {
  switch (refusal.code) {
    case 'quotes':
      return t('programme.import.file-quotes', { line: refusal.line })
    case 'head':
      return t('programme.import.file-head', { columns: t.format.list(refusal.missing.map(headOf)) })
    case 'long':
      return t('programme.import.file-long')
  }
}

function choose(ask: Asks, errors: FormErrors, done?: number): Answer {
  const t = ask.say(pageWords)
  return page(ImportPage, { t, csrf: ask.csrf(), errors, done }, { ...formFrame, crumbs: crumbsOf(t, { label: t('programme.import.title') }), ...failed(errors) })
}
