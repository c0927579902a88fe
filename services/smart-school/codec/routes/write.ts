import { Type } from 'typebox'
import { consolePage, errorsIn, get, NotFound, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { typedOf } from '@modellregion/kernel/rules'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { checkDraft, saveVersion } from '../desk.ts'
import { codecHref } from '../pages/parts.tsx'
import { WriteCodecPage } from '../pages/write.tsx'
import { findCodec, findTownCodec, findVersion, listVersions } from '../queries.ts'
import { CodecForm, idOf } from '../rules/desk.ts'
import { readExamples } from '../rules/examples.ts'
import { readMapping, writeMapping } from '../rules/mapping.ts'
import type { Codec, TownVersion } from '../schema.ts'
import { examplesOfShipped } from '../shipped.ts'
import { ById } from './read.ts'

type Asks = Pick<Ask, 'say' | 'csrf' | 'now' | 'form' | 'read' | 'write' | 'tenant' | 'actor' | 'platform' | 'url'>
const newTitle = title(words, 'codec.form.new-title')
const bodyLimit = 1_048_576

/** Writing a codec: the form, and what is done with it. Every save is a version of its own. */
export const writingRoutes = [
  get('/smart-school/codec/new', { access: 'codec.manage', query: Type.Object({ from: Type.Optional(Type.String({ maxLength: 80 })) }, { additionalProperties: true }), title: newTitle }, async (ask) => {
    const { from } = ask.query
    const source = from === undefined ? undefined : await ask.read((db) => findCodec(db, from))
    return form(ask, source ? typedFrom(source, JSON.stringify(examplesOfShipped(source.id), null, 1), '') : {}, {})
  }),

  post('/smart-school/codec/new', { access: 'codec.manage', bodyLimit, title: newTitle }, (ask) => save(ask, undefined)),

  get('/smart-school/codec/:id/edit', { access: 'codec.manage', params: ById, query: Type.Object({ version: Type.Optional(Type.Integer({ minimum: 1, maximum: 999_999 })) }, { additionalProperties: true }), title: newTitle }, async (ask) => {
    const { id } = ask.params
    const found = await ask.read(async (db) => {
      const codec = await findTownCodec(db, id)
      const number = ask.query.version ?? codec?.activeVersion ?? (await listVersions(db, id))[0]?.version
      return { codec, version: number === undefined ? undefined : await findVersion(db, id, number) }
    })
    if (!found.codec || !found.version) throw new NotFound()
    return form(ask, typedFrom({ ...found.codec, ...found.version }, JSON.stringify(found.version.examples, null, 1), writeMapping(found.version.mapping)), {}, { id, name: found.codec.name })
  }),

  post('/smart-school/codec/:id/edit', { access: 'codec.manage', params: ById, bodyLimit, title: newTitle }, async (ask) => {
    const codec = await ask.read((db) => findTownCodec(db, ask.params.id))
    if (!codec) throw new NotFound()
    return await save(ask, codec)
  }),
]

const typedFrom = ({ name, maker, model, program }: Pick<Codec, 'name' | 'maker' | 'model'> & Pick<TownVersion, 'program'>, examples: string, mapping: string): Typed => ({ name, maker, model, program, examples, mapping, note: '' })

async function save(ask: Asks, known: { id: string; name: string } | undefined): Promise<Answer> {
  const t = ask.say(pageWords)
  const read = ask.form(CodecForm)
  // Also when other fields are missing, so that all mistakes are told at once.
  const examples = readExamples(typedOf(read.typed, 'examples'))
  const mapping = readMapping(typedOf(read.typed, 'mapping').replace(/\r\n?/g, '\n'))
  if (!read.ok || !examples.ok || !mapping.ok) {
    const errors: FormErrors = {
      ...(read.ok ? {} : errorsIn(t, read.errors, (field) => t.find(`codec.form.${field}`) ?? field)),
      ...(mapping.ok ? {} : { mapping: t(`codec.form.mapped.${mapping.why}`, mapping) }),
      ...(examples.ok ? {} : { examples: sentenceOf(t, examples) }),
    }
    return form(ask, read.typed, errors, known)
  }
  const { name, maker, model, note = '' } = read.value
  const id = known?.id ?? idOf(maker, model)
  if (!known && (await ask.read((db) => findTownCodec(db, id)))) return form(ask, read.typed, { model: t('smart-school.codec.taken') })
  const draft = { id, name, maker, model, note, program: read.value.program.replace(/\r\n?/g, '\n'), examples: examples.examples, mapping: mapping.mapping }
  const checked = await checkDraft(draft, ask.now)
  const version = await ask.write((db) => saveVersion(db, draft, checked))
  return seeOther(`${codecHref(id)}?version=${version}&saved=${version}`)
}

function sentenceOf(t: PageT, { why, at = 1, detail = '' }: Extract<ReturnType<typeof readExamples>, { ok: false }>): string {
  if (why === 'no-json') return t('codec.form.bad.no-json', { detail })
  if (why === 'no-bytes' || why === 'no-expectation') return t(`codec.form.bad.${why}`, { at })
  return t(`codec.form.bad.${why}`)
}

function form(ask: Pick<Asks, 'say' | 'csrf' | 'tenant' | 'actor' | 'platform' | 'url'>, typed: Typed, errors: FormErrors, known?: { id: string; name: string }): Answer {
  const t = ask.say(pageWords)
  const heading = known ? t('codec.form.edit-title', { name: known.name }) : t('codec.form.new-title')
  const failed = Object.keys(errors).length > 0
  return page(
    WriteCodecPage,
    { t, csrf: ask.csrf(), title: heading, action: known ? `${codecHref(known.id)}/edit` : '/smart-school/codec/new', cancel: codecHref(known?.id), typed, errors, refusal: undefined },
    consolePage(ask, { title: heading, ...(failed && { status: 422, hasErrors: true }) }),
  )
}
