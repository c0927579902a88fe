import { Type } from 'typebox'
import { consolePage, errorsIn, newId, type Ask, type Typed, type FieldError, type FormErrors, type PageOptions } from '@modellregion/kernel'
import { partsOf, type PlainDate } from '@modellregion/standards'
import { pageWords, words, type PageT } from '../locales/index.ts'
import { accountHref } from './links.ts'
import { doneWords, type Done } from './pages/parts.tsx'
import { keyed } from './rules/key.ts'

export const Slug = Type.String({ pattern: '^[a-z0-9][a-z0-9-]*$', maxLength: 60 })
export const OfAccount = Type.Object({ slug: Slug })
export const OfThing = Type.Object({ slug: Slug, id: Type.String({ format: 'uuid' }) })
export const DoneQuery = Type.Object({ done: Type.Optional(Type.Union(doneWords.map((word) => Type.Literal(word)))) })
export const at = '/portfolio/grant/:slug'

export type Asks = Pick<Ask, 'say' | 'csrf' | 'read' | 'write' | 'url' | 'may' | 'platform' | 'tenant' | 'actor' | 'locale' | 'now'>

/** A page of an account: the console of the staff, and the way to it. */
export function accountPage(ask: Asks, way: readonly { label: string; href?: string }[], errors: FormErrors = {}): PageOptions {
  const t = ask.say(words)
  const failed = Object.keys(errors).length > 0
  return consolePage(ask, { crumbs: [{ label: t('service.title'), href: '/portfolio' }, ...(way.length === 0 ? [{ label: t('grant.title') }] : [{ label: t('grant.title'), href: '/portfolio/grant' }, ...way])], ...(failed && { status: 422, hasErrors: true }) })
}

/** Sentences for what is wrong with a form; fields are called as in `grant.<part>.<field>`. */
export const sentencesOf = (ask: Pick<Ask, 'say'>, part: 'call' | 'booking' | 'notice' | 'statement' | 'remark' | 'import' | 'rate', errors: readonly FieldError[]): FormErrors => {
  const t = ask.say(pageWords)
  return errorsIn(t, errors, (field) => t.find(`grant.${part}.${field}`) ?? t.find(`grant.call.${field}`) ?? field)
}

/** What a form view needs of a request. */
export const viewOf = (ask: Pick<Ask, 'say' | 'csrf'>): { t: PageT; csrf: string } => ({ t: ask.say(pageWords), csrf: ask.csrf() })

export const doneAt = (project: string, done: Done, more = ''): string => `${accountHref(project, more)}?done=${done}`

/** Who writes. */
export const byOf = (ask: Pick<Ask, 'actor'>): { accountId: string | null } => ({ accountId: ask.actor.id ?? null })

/** What a new form begins with: the key of the id under which it will be kept, so that a form sent twice is kept once. */
export const fresh = (ask: Pick<Ask, 'now'>): Typed => ({ key: newId(ask.now) })

/** A day as a form's fields show it. */
export function dayFields(name: string, day: PlainDate | null): Typed {
  if (day === null) return {}
  const parts = partsOf(day)
  return { [`${name}-day`]: String(parts.day), [`${name}-month`]: String(parts.month), [`${name}-year`]: String(parts.year) }
}

/** The id of what a form keeps; see `keyed`. */
export const idOf = ({ now }: Pick<Ask, 'now'>, contents: { readonly key?: string }): string => (contents.key === undefined ? newId(now) : keyed(contents.key, contents))

/** The way to a page of bookings. */
export const wayTo = (t: PageT, purpose: string, slug: string, here: string) => [{ label: purpose, href: accountHref(slug) }, { label: t('grant.bookings'), href: accountHref(slug, '/booking') }, { label: here }]
