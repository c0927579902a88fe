import type { FastifyRequest } from 'fastify'
import type { Service } from '../boot/service.ts'
import { speak } from '../i18n/index.ts'

/** The service's name in this town: its own brand name, or the neutral one. */
export function nameOf(request: Pick<FastifyRequest, 'tenant' | 'locale'>, service: Service): string {
  const { tenant, locale } = request
  return tenant.serviceNames[service.id] ?? speak(service.title.words, { locale, form: tenant.addressForm, overrides: tenant.words }).find(service.title.key) ?? service.id
}
