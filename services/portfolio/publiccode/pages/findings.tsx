import { DataTable, Note, Stack, Tag, type TagKind } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Finding, FindingLevel } from '../schema.ts'

const tags: Readonly<Record<FindingLevel, TagKind>> = { error: 'bad', warning: 'warn', hint: 'info' }

/** What a finding means and what to do, in the reader's language. */
export const sentenceOf = (t: T, { code, value = '', limit = 0 }: Finding): string => t.find(`publiccode.finding.${code}`, { value, limit }) ?? code

/** Whether a file is valid, and everything that was found in it, line by line. */
export function Findings({ t, valid, findings }: { t: T; valid: boolean; findings: readonly Finding[] }) {
  const count = (level: FindingLevel) => findings.filter((finding) => finding.level === level).length
  const [errors, warnings, hints] = [count('error'), count('warning'), count('hint')]
  const sums = [errors > 0 && t.count('publiccode.check.errors', errors), warnings > 0 && t.count('publiccode.check.warnings', warnings), hints > 0 && t.count('publiccode.check.hints', hints)].filter((part) => part !== false)
  const title = valid ? t(warnings > 0 ? 'publiccode.check.valid-warnings' : 'publiccode.check.good') : t('publiccode.check.invalid')
  return (
    <Stack>
      <Note kind={valid ? (warnings > 0 ? 'warn' : 'ok') : 'bad'} title={title} role="status">
        {sums.length > 0 ? sums.join(', ') : t('publiccode.check.good-text')}
      </Note>
      {findings.length > 0 ? (
        <DataTable
          id="findings"
          caption={t('publiccode.check.findings')}
          rows={findings}
          columns={[
            { key: 'line', head: t('publiccode.check.line'), align: 'end', cell: ({ line }) => String(line) },
            { key: 'level', head: t('publiccode.check.level'), cell: ({ level }) => <Tag kind={tags[level]}>{t(`publiccode.level.${level}`)}</Tag> },
            { key: 'key', head: t('publiccode.check.key'), rowHead: true, cell: ({ key }) => (key === '' ? '–' : <code>{key}</code>) },
            { key: 'message', head: t('publiccode.check.message'), cell: (finding) => sentenceOf(t, finding) },
          ]}
        />
      ) : null}
    </Stack>
  )
}
