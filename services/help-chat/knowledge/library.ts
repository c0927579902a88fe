import type { Tenant, UnitOfWork } from '@modellregion/kernel'
import { formatsFor, holdTogether, htmlLang, showCompounds, type Locale } from '@modellregion/kernel/words'
import { articles } from './content/articles.ts'
import { helperSteps } from './content/way-finder.ts'
import { numbers } from './content/numbers.ts'
import { questions } from './content/questions.ts'
import { formOf, plainText } from './markup.ts'
import { listHidden, listTownEntries } from './queries.ts'
import type { SearchEntry } from './rules.ts'
import type { TownEntry } from './schema.ts'
import type { ArticleView, Library, NumberView } from './view.ts'

type Voice = { locale: Locale; form: 'sie' | 'du'; checkedWords: (day: string) => string }
type Town = { hidden: ReadonlySet<string>; own: readonly TownEntry[] }

/** What the town has changed, read in one unit of work. */
export async function readTown(db: UnitOfWork): Promise<Town> {
  const [hidden, own] = [await listHidden(db), await listTownEntries(db)]
  return { hidden: new Set(hidden.map(({ id }) => id)), own: own.filter(({ isPublished }) => isPublished) }
}

/** `checkedWords` says "Geprüft am …" around a day that is already in words. */
export const voiceOf = ({ addressForm }: Pick<Tenant, 'addressForm'>, locale: Locale, checkedWords: Voice['checkedWords']): Voice => ({ locale, form: addressForm, checkedWords })

/** The knowledge of a town in one language: shipped content without what the town hides, and the town's own. */
export function libraryOf({ locale, form, checkedWords }: Voice, { hidden, own }: Town): Library {
  const speak = (text: string): string => holdTogether(showCompounds(formOf(text, form), 'hyphen'))
  const day = (checkedOn: Parameters<ReturnType<typeof formatsFor>['date']>[0]): string => checkedWords(formatsFor(locale).date(checkedOn))
  const isShown = ({ id }: { id: string }): boolean => !hidden.has(id)
  const shipped: ArticleView[] = articles.filter(isShown).map(({ id, group, sources, checkedOn, numbers: named, texts }) => {
    const { title, lead, body } = texts[locale]
    return { id, group, title: speak(title), lead: speak(lead), body: speak(body), sources, checked: day(checkedOn), numbers: named.filter((number) => !hidden.has(number)) }
  })
  const ownArticles = own.filter(({ kind }) => kind === 'article').map((entry) => townArticle(entry, locale, speak, day(entry.checkedOn)))
  const shownNumbers: NumberView[] = [
    ...numbers.filter(isShown).map(({ id, phone, isEmergency, href, texts }) => ({ id, phone, tel: telOf(phone), isEmergency, ...(href !== undefined && { href }), name: speak(texts[locale].name), what: speak(texts[locale].what), hours: speak(texts[locale].hours) })),
    ...own.filter(({ kind }) => kind === 'contact').map((entry) => townContact(entry, locale, speak)),
  ]
  const known = new Set([...shipped, ...shownNumbers].map(({ id }) => id))
  const shownQuestions = questions.filter((question) => isShown(question)).map(({ id, more, texts }) => ({ id, more: known.has(more) ? more : '', question: speak(texts[locale].question), answer: speak(texts[locale].answer) }))
  const steps = helperSteps.map((step) => ({
    id: step.id,
    title: speak(step.texts[locale].title),
    text: speak(step.texts[locale].text),
    choices: 'choices' in step ? step.choices.map(({ to, texts }) => ({ to, label: speak(texts[locale]) })) : [],
    articles: 'articles' in step ? step.articles.filter((id) => known.has(id)) : [],
    numbers: 'numbers' in step ? step.numbers.filter((id) => known.has(id)) : [],
    who: 'who' in step ? step.who : [],
  }))
  const library = { lang: htmlLang(locale), isLeicht: locale === 'de-x-leicht', articles: [...shipped, ...ownArticles], questions: shownQuestions, numbers: shownNumbers, steps }
  return { ...library, entries: entriesOf(library) }
}

const telOf = (phone: string): string => `tel:${phone.replaceAll(/[^\d+]/g, '')}`

function townArticle(entry: TownEntry, locale: Locale, speak: (text: string) => string, checked: string): ArticleView {
  const { title, text, lang } = townText(entry, locale)
  return { id: entry.id, group: 'town', title: speak(title), lead: '', body: speak(text), sources: entry.link === '' ? [] : [{ title: entry.link, href: entry.link }], checked, numbers: [], ...(lang && { lang }) }
}

function townContact(entry: TownEntry, locale: Locale, speak: (text: string) => string): NumberView {
  const { title, text } = townText(entry, locale)
  return { id: entry.id, name: speak(title), what: speak(text), hours: entry.hours, phone: entry.phone, tel: entry.phone === '' ? '' : telOf(entry.phone), isEmergency: false, ...(entry.link !== '' && { href: entry.link }) }
}

// What a town has not written in a language is shown in German and marked as German.
function townText({ texts }: TownEntry, locale: Locale): { title: string; text: string; lang?: string } {
  const own = texts[locale]
  return own ?? { ...texts.de, ...(locale !== 'de' && { lang: 'de' }) }
}

// Compounds with hyphens are several words for a search; their joined form is what people type.
function entriesOf({ articles: shown, questions: asked, numbers: dialled }: Pick<Library, 'articles' | 'questions' | 'numbers'>): SearchEntry[] {
  const joined = (text: string): string => (text.match(/\p{L}+(?:-\p{Lu}\p{L}+)+/gu) ?? []).map((word) => word.replaceAll('-', '').toLowerCase()).join(' ')
  const keywordsOf = new Map(articles.map(({ id, keywords }) => [id, keywords.join(' ')]))
  return [
    ...shown.map(({ id, group, title, lead, body }) => ({ kind: group === 'town' ? ('town' as const) : ('article' as const), id, title, lead: plainText(lead), text: plainText(body), keywords: [keywordsOf.get(id) ?? '', joined(`${title} ${lead} ${body}`)].join(' ') })),
    ...asked.map(({ id, question, answer }) => ({ kind: 'question' as const, id, title: question, lead: '', text: plainText(answer), keywords: joined(`${question} ${answer}`) })),
    ...dialled.map(({ id, name, what, hours, phone }) => ({ kind: 'number' as const, id, title: name, lead: plainText(what), text: `${hours} ${phone}`, keywords: joined(`${name} ${what}`) })),
  ]
}
