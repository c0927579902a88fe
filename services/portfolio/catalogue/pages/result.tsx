import { highlight } from '@modellregion/kernel/rules'
import { Result, Tag } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Entry } from '../../shelf/schema.ts'
import { entryPath } from '../rules/list-query.ts'
import { foreignLang, inReader, kindLabel, licenceLabel, originLabel, type Labels } from './say.ts'

/** One entry in a list: what it is, whether it can be installed here, where it comes from. */
export function EntryResult({ t, entry, labels, q = '', level }: { t: T; entry: Entry; labels: Labels; q?: string | undefined; level?: 2 | 3 | undefined }) {
  const summary = inReader(entry.summary, t)
  return (
    <Result
      href={entryPath(entry.id)}
      title={inReader(entry.title, t)}
      summary={summary === '' ? undefined : <span lang={foreignLang(entry.summary, t)}>{q === '' ? summary : <Marked text={summary} q={q} />}</span>}
      status={labels.here.has(entry.kind) ? <Tag kind="ok" icon="download">{t('catalogue.here')}</Tag> : undefined}
      formats={[t(`catalogue.class.${entry.class}`), kindLabel(t, labels, entry.kind)]}
      meta={[{ text: originLabel(t, labels, entry) }, { text: t('catalogue.changed', { day: entry.changedAt }), icon: 'clock' }, { text: licenceLabel(t, entry.licence) }]}
      level={level}
      lang={foreignLang(entry.title, t)}
    />
  )
}

function Marked({ text, q }: { text: string; q: string }) {
  return <>{highlight(text, q).map((segment, at) => (segment.marked ? <mark key={String(at)}>{segment.text}</mark> : segment.text))}</>
}
