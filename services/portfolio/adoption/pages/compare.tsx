import { DataTable, Tag, type TagKind } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Piece, ShownLine } from '../rules/lines.ts'

type Row = { readonly key: string; readonly line?: ShownLine; readonly skipped?: number; readonly question?: number }

/** The lines of one file: what stays, what goes, what comes, and by whom. A word says it in each row; colour only repeats it. */
export function LineTable({ t, id, path, pieces, questionOf }: { t: PageT; id: string; path: string; pieces: readonly Piece[]; questionOf?: ((key: string) => number) | undefined }) {
  const rows = pieces.flatMap((piece, at): Row[] =>
    piece.kind === 'lines' ? piece.lines.map((line, n) => ({ key: `${at}.${n}`, line })) : piece.kind === 'skipped' ? [{ key: String(at), skipped: piece.count }] : [{ key: String(at), question: questionOf?.(piece.key) ?? 0 }],
  )
  return (
    <DataTable
      id={id}
      caption={path}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'what', head: t('adoption.line.what'), nowrap: true, cell: (row) => <What t={t} row={row} /> },
        { key: 'text', head: t('adoption.line.text'), cell: ({ line, skipped, question }) => (line ? <LineText t={t} line={line} /> : skipped === undefined ? <a href={`#question-${question}`}>{t('adoption.line.question', { number: question ?? 0 })}</a> : <span class="mr-muted">{t.count('adoption.line.skipped', skipped)}</span>) },
        { key: 'old', head: t('adoption.line.old'), align: 'end', cell: ({ line }) => line?.old ?? '' },
        { key: 'fresh', head: t('adoption.line.fresh'), align: 'end', cell: ({ line }) => line?.fresh ?? '' },
      ]}
    />
  )
}

const tones: Readonly<Record<ShownLine['mark'], TagKind>> = { same: 'plain', added: 'ok', removed: 'bad' }
function What({ t, row: { line, question } }: { t: PageT; row: Row }) {
  if (question !== undefined) return <Tag kind="warn">{t('adoption.line.conflict')}</Tag>
  if (!line || line.by === null || line.mark === 'same') return line ? <span class="mr-muted">{t('adoption.line.same')}</span> : null
  return (
    <Tag kind={tones[line.mark]} icon={line.mark === 'added' ? 'plus' : 'minus'}>
      {t(`adoption.line.${line.mark}.${line.by}`)}
    </Tag>
  )
}

function LineText({ t, line: { mark, text } }: { t: PageT; line: ShownLine }) {
  if (text === '') return <span class="mr-muted">{t('adoption.line.empty')}</span>
  const code = <code>{spaced(text)}</code>
  return mark === 'removed' ? <del>{code}</del> : mark === 'added' ? <ins>{code}</ins> : code
}

// Blanks at the beginning and in rows keep their width; lines still wrap between words.
const spaced = (text: string): string => text.replace(/\t/g, '\u00A0\u00A0').replace(/^ +| {2,}/g, (blanks) => '\u00A0'.repeat(blanks.length))
