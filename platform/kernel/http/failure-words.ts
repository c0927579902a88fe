import type { FastifyRequest } from 'fastify'
import { speak } from '../i18n/index.ts'
import { kernelWords } from '../locales/index.ts'

export type Failure = {
  status: number
  /** Refusal code `service.slice.reason`, or the kernel's `http.<status>`. */
  code: string
  /** The sentence for people; the kernel's own words when absent. */
  detail?: string
  next?: { label: string; href: string }
  incident?: string
  html: boolean
}

/** Heading, explanation and next step of a failure in the reader's language. */
export function failureWords(request: FastifyRequest, failure: Failure): { heading: string; detail: string; next: string | undefined } {
  const { tenant, locale } = request
  const say = speak(kernelWords, tenant ? { locale, form: tenant.addressForm, gender: tenant.gender, overrides: tenant.words } : { locale: locale ?? 'de' })
  const args = { incident: failure.incident ?? '', number: failure.incident ?? '' }
  const text = (part: string) => say.find(`http.${failure.status}.${part}`, args) ?? say.find(`http.${failure.status < 500 ? 400 : 500}.${part}`, args)
  return { heading: text('title') ?? `${failure.status}`, detail: failure.detail ?? text('detail') ?? '', next: text('next') }
}
