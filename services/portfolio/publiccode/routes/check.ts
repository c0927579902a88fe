import { Type } from 'typebox'
import { get, json, page, post, speak, title, type Answer, type Ask } from '@modellregion/kernel'
import { pageWords, words, type T } from '../../locales/index.ts'
import { CheckPage, type CheckProps } from '../pages/check.tsx'
import { sentenceOf } from '../pages/findings.tsx'
import { readAddress } from '../read-address.ts'
import { checkPubliccode } from '../rules/check.ts'
import { largestFile } from '../rules/read-yaml.ts'
import type { Finding } from '../schema.ts'
import { readSource, roomForFile } from './source.ts'

const open = { access: 'anyone', title: title(words, 'publiccode.check.title') } as const
const Text = Type.Optional(Type.String({ maxLength: largestFile }))
const CheckOrder = Type.Object({ text: Text, address: Type.Optional(Type.String({ maxLength: 2_000 })), draft: Type.Optional(Type.Boolean()) })
const Sentence = Type.Object({ de: Type.String(), en: Type.String() })
const CheckAnswer = Type.Object({
  valid: Type.Boolean(),
  findings: Type.Array(Type.Object({ level: Type.String(), key: Type.String(), line: Type.Integer(), column: Type.Integer(), code: Type.String(), value: Type.Optional(Type.String()), message: Sentence })),
})
const Refused = Type.Object({ code: Type.String(), message: Sentence })

/** Anybody may check a file; nothing of it is kept. */
export const checkRoutes = [
  get('/portfolio/publiccode/check', open, (ask) => show(ask, { typed: {}, errors: {}, result: undefined })),

  post('/portfolio/publiccode/check', { ...open, bodyLimit: roomForFile, rate: { max: 30, per: 'minute' } }, async (ask) => {
    const given = await readSource(ask)
    if ('errors' in given) return show(ask, { typed: given.typed, errors: given.errors, result: undefined })
    const { publiccode, findings } = checkPubliccode(given.source.bytes, { draft: given.draft })
    return show(ask, { typed: given.typed, errors: {}, result: { valid: publiccode !== undefined, findings } })
  }),

  post(
    '/portfolio/api/publiccode/check',
    {
      access: 'anyone', csrf: false, body: CheckOrder, bodyLimit: roomForFile, rate: { max: 60, per: 'minute' },
      api: { summary: 'Checks a publiccode.yml by the rules of the standard; give its text or an https address. Nothing is kept.', tag: 'publiccode.yml', answers: { 200: CheckAnswer, 422: Refused } },
    },
    async (ask) => {
      const { text, address, draft = false } = ask.body
      if (text === undefined && address === undefined) return json({ code: 'portfolio.publiccode.nothing', message: inBoth((t) => t('publiccode.check.nothing')) }, 422)
      const read = text === undefined ? await readAddress(address ?? '', { platform: ask.platform }) : { ok: true as const, bytes: new TextEncoder().encode(text) }
      if (!read.ok) return json({ code: `portfolio.publiccode.fetch.${read.refusal.reason}`, message: inBoth((t) => t(`publiccode.fetch.${read.refusal.reason}`)) }, 422)
      const { publiccode, findings } = checkPubliccode(read.bytes, { draft })
      return json({ valid: publiccode !== undefined, findings: findings.map((finding: Finding) => ({ ...finding, message: inBoth((t) => sentenceOf(t, finding)) })) })
    },
  ),
] // prettier-ignore

type Asks = Pick<Ask, 'say' | 'csrf'>

const german: T = speak(words, { locale: 'de' })
const english: T = speak(words, { locale: 'en' })
/** A sentence for programs that do not say what language their people read. */
const inBoth = (sentence: (t: T) => string) => ({ de: sentence(german), en: sentence(english) })

function show(ask: Asks, props: Omit<CheckProps, 't' | 'own' | 'csrf'>): Answer {
  const failed = Object.keys(props.errors).length > 0
  const t = ask.say(pageWords)
  return page(CheckPage, { t, own: ask.say(words), csrf: ask.csrf(), ...props }, { frame: 'text', crumbs: [{ label: t('service.title'), href: '/portfolio' }, { label: t('publiccode.check.title') }], ...(failed && { status: 422, hasErrors: true }), ...(props.result && { private: true, noindex: true }) })
}
