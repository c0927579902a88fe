import { app as de } from '../locales/de/app.ts'
import { app as en } from '../locales/en/app.ts'
import { app as leicht } from '../locales/de-x-leicht/app.ts'

type Words = Pick<typeof de, 'app.neutral-name' | 'app.notice' | 'app.refused-title' | 'app.refused-text' | 'app.refused-next'>
type Said = { lang: string; name: string; notice: string; title: string; text: string; next: string }

const said = (lang: string, { 'app.neutral-name': name, 'app.notice': notice, 'app.refused-title': title, 'app.refused-text': text, 'app.refused-next': next }: Words): Said => ({ lang, name, notice, title, text, next })

/** What the service worker itself can say, in every language: that it refuses a file, and that there is something new. */
export const languages: Readonly<Record<string, Said>> = {
  de: said('de', de),
  en: said('en-GB', en),
  'de-x-leicht': said('de-simple-x-leicht', { ...de, ...leicht }),
}
