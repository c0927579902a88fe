import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { body, get, type Ask } from '@modellregion/kernel'
import { holdTogether, htmlLang, showCompounds, type Locale } from '@modellregion/kernel/words'
import { Type } from 'typebox'
import { linesOf, webVtt } from '../film/captions.ts'
import { picture, posterSecond } from '../film/scenes.ts'
import { partOf, type Captions, type Film } from '../film/view.ts'

const quiet = { access: 'anyone', traceless: true } as const
const bytes = readFileSync(join(import.meta.dirname, '../film/confidential-help.webm'))
const href = '/help-chat/film/confidential-help.webm'
const poster = '/help-chat/film/poster.svg'
const labels: Record<Locale, string> = { de: 'Deutsch', en: 'English', 'de-x-leicht': 'Leichte Sprache' } // each language in itself
const speak = (text: string): string => holdTogether(showCompounds(text, 'hyphen'))
const captionsIn = (locale: Locale): Captions => ({ lang: htmlLang(locale), label: labels[locale], href: `/help-chat/film/captions/${locale}.vtt` })

/** The explainer for a reader. */
export const filmFor = ({ tenant, locale }: Pick<Ask, 'tenant' | 'locale'>): Film => ({
  href,
  type: 'video/webm',
  poster,
  captions: captionsIn(locale),
  others: tenant.locales.filter((other) => other !== locale).map(captionsIn),
  transcript: linesOf(locale, tenant.addressForm, speak),
})

/** The film, its poster and its captions: the same for everybody. */
export const filmRoutes = [
  get(href, { ...quiet, api: { summary: 'The explainer of the help chat: a silent film with captions.', tag: 'help-chat' } }, ({ headers }) => {
    const part = partOf(headers['range'], bytes.length)
    const lasting = { 'cache-control': 'public, max-age=86400', 'accept-ranges': 'bytes' }
    if (part === false) return body('text/plain; charset=utf-8', '', { status: 416, headers: { ...lasting, 'content-range': `bytes */${bytes.length}` } })
    if (!part) return body('video/webm', bytes, { headers: lasting })
    return body('video/webm', bytes.subarray(part.start, part.end + 1), { status: 206, headers: { ...lasting, 'content-range': `bytes ${part.start}-${part.end}/${bytes.length}` } })
  }),

  get(poster, { ...quiet, api: { summary: 'A still of the explainer.', tag: 'help-chat' } }, () => body('image/svg+xml', picture(posterSecond), { headers: { 'cache-control': 'public, max-age=86400' } })),

  get('/help-chat/film/captions/:file', { ...quiet, params: Type.Object({ file: Type.Union([Type.Literal('de.vtt'), Type.Literal('en.vtt'), Type.Literal('de-x-leicht.vtt')]) }), api: { summary: 'Captions of the explainer (WebVTT).', tag: 'help-chat' } }, ({ params, tenant }) =>
    body('text/vtt; charset=utf-8', webVtt(params.file.replace('.vtt', '') as Locale, tenant.addressForm, speak), { headers: { 'cache-control': 'public, max-age=300' } }), // one of the three literals
  ),
]
