import { Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Checked, Failure } from '../schema.ts'

export const codecHref = (id?: string): string => (id === undefined ? '/smart-school/codec' : `/smart-school/codec/${id}`)

/** How many examples passed, in words. */
export function ExamplesTag({ t, results }: { t: PageT; results: readonly Pick<Checked, 'ok'>[] }) {
  const failed = results.filter(({ ok }) => !ok).length
  if (results.length === 0) return <Tag>{t('codec.examples.none')}</Tag>
  return failed === 0 ? <Tag kind="ok">{t('codec.examples.passed', { n: results.length })}</Tag> : <Tag kind="bad">{t('codec.examples.failed', { failed, n: results.length })}</Tag>
}

/** What went wrong in plain words, then the program's own. */
export function failureText(t: PageT, { reason, message, line }: Failure): string {
  return [t(`codec.failure.${reason}`), line === undefined ? '' : `${t('codec.failure.line', { line })}.`, t('codec.failure.says', { message })].filter(Boolean).join(' ')
}

export function checkedText(t: PageT, { ok, difference, failure, unexpected }: Checked): string {
  if (ok) return t('codec.checked.as-expected')
  if (unexpected) return t('codec.checked.unexpected')
  if (difference) return t('codec.checked.difference', difference)
  return failure ? failureText(t, failure) : ''
}
