import type { Service } from '../boot/service.ts'
import type { Title } from '../http/route.ts'
import type { Say } from '../i18n/index.ts'
import type { KernelWords } from '../locales/index.ts'
import { isPersonal, type Personal, type Retention } from './personal-data.ts'

/** One line of the register of processing activities, in the reader's words. */
export type RegisterLine = { service: string; purpose: string; data: string; legalBasis: string; retention: string; recipients: string }

/** How the register reads a title, and what it calls a service in this town. */
export type Voice = { t: Say<KernelWords>; read: (title: Title) => string; nameOf: (service: Service) => string }

/** The register of the given services (Art. 30 GDPR). */
export const registerOf = (services: readonly Service[], voice: Voice): RegisterLine[] =>
  services.flatMap((service) => service.privacy.filter(isPersonal).map((data) => lineOf(service, data, voice)))

function lineOf(service: Service, data: Personal, { t, read, nameOf }: Voice): RegisterLine {
  return {
    service: nameOf(service),
    purpose: read(data.purpose),
    data: data.data ? read(data.data) : t.format.list([...data.columns]),
    legalBasis: data.legalBasis,
    retention: retentionInWords(data.retention, t, read),
    recipients: data.recipients.length === 0 ? t('privacy.recipients-none') : t.format.list(data.recipients.map(read)),
  }
}

export function retentionInWords(retention: Retention, t: Say<KernelWords>, read: (title: Title) => string): string {
  if (retention === 'account') return t('privacy.retention-account')
  if ('otherwise' in retention) return read(retention.otherwise)
  if ('until' in retention) return retention.words ? read(retention.words) : t('privacy.retention-end')
  return t.count('privacy.retention-days', retention.days)
}

/** Comma-separated values as spreadsheets read them: RFC 4180, UTF-8 with mark; a cell never begins like a formula. */
export function registerCsv(head: readonly string[], lines: readonly RegisterLine[]): string {
  const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  const rows = [head, ...lines.map((line) => [line.service, line.purpose, line.data, line.legalBasis, line.retention, line.recipients])]
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
