import { Timeline } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Entry, EntryVersion } from '../../shelf/schema.ts'
import { entryPath } from '../rules/list-query.ts'

/** All versions with what has changed, the newest first. */
export function VersionList({ t, entry, versions, shown }: { t: T; entry: Entry; versions: readonly EntryVersion[]; shown: EntryVersion | undefined }) {
  return (
    <Timeline
      events={versions.map((version) => ({
        title: version.number === entry.currentVersion ? `${t('catalogue.entry.version', { label: version.label })} (${t('catalogue.entry.version-now')})` : t('catalogue.entry.version', { label: version.label }),
        when: t.format.date(version.createdAt),
        dateTime: version.createdAt.toISOString(),
        state: version.number === entry.currentVersion ? ('now' as const) : ('done' as const),
        detail: (
          <>
            {version.note === '' ? null : <p>{version.note}</p>}
            {version.files && version.number !== shown?.number ? (
              <p>
                <a href={`${entryPath(entry.id)}?version=${version.number}#files`}>{t('catalogue.entry.version-files')}</a>
              </p>
            ) : null}
          </>
        ),
      }))}
    />
  )
}
