import type { FeedText, ReuseFile, ReuseFinding, ReuseItem } from '@modellregion/contracts'
import { speak } from '@modellregion/kernel/words'
import { pageWords, type PageT } from '../locales/index.ts'

const voice = { form: 'sie', gender: 'neutral', overrides: {} } as const
const [german, english] = [speak(pageWords, { ...voice, locale: 'de' }), speak(pageWords, { ...voice, locale: 'en' })]

/** A sentence in both languages. */
export const inBoth = (say: (t: PageT) => string): FeedText => ({ de: say(german), en: say(english) })

export const blame = (say: (t: PageT) => string, where: { readonly path?: string; readonly line?: number } = {}, level: ReuseFinding['level'] = 'error'): ReuseFinding => ({ level, message: inBoth(say), ...where })
export const isRefused = (findings: readonly ReuseFinding[]): boolean => findings.some(({ level }) => level === 'error')

export const textFile = (path: string, mediaType: string, text: string): ReuseFile => ({ path, mediaType, text })
/** The text of a file; empty when there is none. */
export const textIn = ({ files }: Pick<ReuseItem, 'files'>, path: string): string => files.find((file) => file.path === path)?.text ?? ''

/** Each of these files is there once and is a text that is not too long; there is no other. */
export function findingsOfFiles({ files }: Pick<ReuseItem, 'files'>, wanted: Readonly<Record<string, number>>): ReuseFinding[] {
  const names = Object.keys(wanted)
  return [
    ...names.filter((name) => !files.some(({ path }) => path === name)).map((name) => blame((t) => t('reuse-kind.file.missing', { name }), { path: name })),
    ...files.flatMap(({ path, text }, at): ReuseFinding[] => {
      const name = path.slice(0, 80)
      const most = wanted[path]
      if (most === undefined || files.findIndex((file) => file.path === path) !== at) return [blame((t) => t('reuse-kind.file.unknown', { name }), { path })]
      if (text === undefined) return [blame((t) => t('reuse-kind.file.no-text', { name }), { path })]
      return text.length > most || !text.isWellFormed() || text.includes('\u0000') ? [blame((t) => t('reuse-kind.file.long', { name }), { path })] : []
    }),
  ]
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** JSON with the keys of every object in the order of the alphabet, so that the same value always is the same text: it can be compared line by line. */
export const writeJson = (value: unknown): string => `${JSON.stringify(inOrder(value as Json), null, 2)}\n` // plain data: read from JSON, or from columns of JSON

const inOrder = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([key, one]) => [key, inOrder(one)]))
}

const isStorable = (value: Json): boolean => {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000')
  if (value === null || typeof value !== 'object') return true
  return Object.entries(value).every(([key, one]) => isStorable(key) && isStorable(one as Json)) // the values of JSON
}

/** Reads JSON that a database can keep. `detail`: why not, in the words of the reader. */
export function readJson(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly detail: string } {
  try {
    const value = JSON.parse(text) as Json
    return isStorable(value) ? { ok: true, value } : { ok: false, detail: 'U+0000' }
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message.slice(0, 200) : '' }
  }
}
