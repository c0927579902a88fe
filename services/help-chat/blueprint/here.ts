import { htmlLang, type Ask } from '@modellregion/kernel'
import type { Locale } from '@modellregion/kernel/words'
import { plainDate } from '@modellregion/standards'
import { pageWords, words, type PageT } from '../locales/index.ts'
import type { Here } from './inline.ts'
import { localeOf, type Found } from './library.ts'

type Asks = Pick<Ask, 'tenant' | 'url' | 'say' | 'locale'>

/** What the documents say of the town that shows them. */
export function hereOf({ tenant, url, say }: Asks): Here {
  return { town: `${tenant.kind} ${tenant.name}`.trim(), service: tenant.serviceNames['help-chat'] ?? say(words)('service.title'), address: `${url.origin}/help-chat` }
}

/** `lang` of a text that is not in the language of the page. */
export const foreignOf = ({ tongue }: Pick<Found, 'tongue'>, locale: Locale): string | undefined => (localeOf(tongue) === locale ? undefined : htmlLang(localeOf(tongue)))

/** Version, state of the law and licence of a text, as the page and the PDF say them. */
export function factsOf(t: PageT, { front }: Pick<Found, 'front'>): readonly string[] {
  return [t('blueprint.version', { version: front.version, day: plainDate(front.date) }), ...(front.law ? [t('blueprint.law', { law: front.law })] : []), t('blueprint.licence')]
}

export const speakerOf = (ask: Asks): PageT => ask.say(pageWords)
