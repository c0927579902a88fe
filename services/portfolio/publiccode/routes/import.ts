import { Type } from 'typebox'
import { get, newId, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { pageWords, words } from '../../locales/index.ts'
import { findEntryOfItem } from '../../shelf/queries.ts'
import { keepPubliccode } from '../keep.ts'
import { ImportPage, PreviewPage } from '../pages/import.tsx'
import { checkPubliccode } from '../rules/check.ts'
import { entryFrom } from '../rules/entry.ts'
import { largestFile } from '../rules/read-yaml.ts'
import { withoutPeople } from '../rules/reduce.ts'
import { vitalityOf } from '../rules/vitality.ts'
import type { Finding } from '../schema.ts'
import { readSource, roomForFile } from './source.ts'

const take = { access: 'publiccode.import', title: title(words, 'publiccode.import.title'), rate: { max: 60, per: 'hour' } } as const
const path = '/portfolio/publiccode/import'
const Kept = Type.Object({ text: Type.String({ minLength: 1, maxLength: largestFile }), address: Type.Optional(Type.String({ maxLength: 2_000 })), published: Type.Optional(Type.String({ maxLength: 10 })) })
type Asks = Pick<Ask, 'say' | 'csrf'>

/** Software that describes itself becomes an entry of the catalogue: name it, look, keep. */
export const importRoutes = [
  get(path, { access: take.access, title: take.title }, (ask) => choose(ask, { typed: {}, errors: {} })),

  post(path, { ...take, bodyLimit: roomForFile }, async (ask) => {
    const given = await readSource(ask)
    if ('errors' in given) return choose(ask, { typed: given.typed, errors: given.errors })
    const { publiccode, findings } = checkPubliccode(given.source.bytes)
    if (!publiccode) return choose(ask, { typed: given.typed, errors: {}, refused: findings })
    const kept = withoutPeople(publiccode)
    const vitality = vitalityOf(kept, { today: localDate(ask.now) })
    const known = await ask.read((db) => findEntryOfItem(db, 'software', publiccode.url))
    const t = ask.say(pageWords)
    return page(
      PreviewPage,
      {
        t, own: ask.say(words), csrf: ask.csrf(), text: Buffer.from(given.source.bytes).toString('utf8'), address: given.source.address, publiccode: kept, vitality, findings, known: known !== undefined,
        entry: entryFrom(kept, { id: known?.id ?? newId(ask.now), published: true, vitality }),
      },
      { ...frameOf(ask), title: t('publiccode.import.preview') },
    ) // prettier-ignore
  }),

  // The text comes again with the form and is checked again: what is kept is what the rules accept now, whoever sends it.
  post(`${path}/keep`, { ...take, bodyLimit: roomForFile }, async (ask) => {
    const form = ask.form(Kept)
    if (!form.ok) return choose(ask, { typed: {}, errors: { text: ask.say(pageWords)('publiccode.check.nothing') } })
    const { text, address = '', published } = form.value
    const { publiccode, findings } = checkPubliccode(new TextEncoder().encode(text))
    if (!publiccode) return choose(ask, { typed: form.typed, errors: {}, refused: findings })
    const id = newId(ask.now)
    const entryId = await ask.write((db) => keepPubliccode(db, { id, publiccode, published: published !== undefined, address: /^https?:\/\//.test(address) ? address : null }))
    return seeOther(`/portfolio/reuse/${entryId}?done=kept`)
  }),
]

const frameOf = (ask: Asks) => ({ frame: 'text', private: true, noindex: true, crumbs: [{ label: ask.say(pageWords)('service.title'), href: '/portfolio' }, { label: ask.say(pageWords)('publiccode.import.title') }] }) as const

function choose(ask: Asks, { typed, errors, refused }: { typed: Typed; errors: FormErrors; refused?: readonly Finding[] }): Answer {
  const failed = refused !== undefined || Object.keys(errors).length > 0
  return page(ImportPage, { t: ask.say(pageWords), own: ask.say(words), csrf: ask.csrf(), typed, errors, refused }, { ...frameOf(ask), ...(failed && { status: 422, hasErrors: true }) })
}
