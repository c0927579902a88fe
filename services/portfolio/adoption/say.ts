import type { T } from '../locales/index.ts'
import type { PackageSource } from './queries/package.ts'

type Fault = { readonly code: string; readonly about: string }

/** Why a package was not kept, as a sentence. */
export function faultText(t: T, { code, about }: Fault): string {
  switch (code) {
    case 'fetch':
      return fetchText(t, about)
    case 'format':
    case 'shape':
    case 'text':
    case 'path':
    case 'twice':
    case 'licence':
    case 'source':
    case 'older':
    case 'rewritten':
      return t(`adoption.package.${code}`, { about })
    default:
      return t.find(`adoption.package.${code}`) ?? code
  }
}

// The kernel's reason and what it is about, with a blank between them.
function fetchText(t: T, about: string): string {
  const [reason = '', detail = ''] = about.split(' ')
  if (reason !== 'status') return t.find(`publiccode.fetch.${reason}`) ?? t('publiccode.fetch.unreachable')
  return isGone(about) ? t('adoption.package.gone') : t('adoption.package.status', { status: detail })
}

const isGone = (about: string): boolean => /^status (404|410)\b/.test(about)

/** What the office can do about a package that cannot be read: wait for the next night, or ask those who offer it. */
export const remedyText = (t: T, { failed, failedAbout }: Pick<PackageSource, 'failed' | 'failedAbout'>): string => t(failed === 'fetch' && !isGone(failedAbout ?? '') ? 'adoption.packages.wait' : 'adoption.packages.ask')
