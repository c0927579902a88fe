import { Button, Form, FormEnd, LinkButton, PageHead, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { textOf, type LocalisedText } from '../../shelf/schema.ts'
import { piecesOf } from '../rules/lines.ts'
import type { FileMerge } from '../rules/merge-files.ts'
import type { InstallationVersion } from '../schema.ts'
import { LineTable } from './compare.tsx'
import { adoptionHref, partName } from './parts.tsx'

/** `merges`: the way from the earlier state to the present one, as changes of "ours". */
export type VersionProps = { t: PageT; csrf: string; id: string; title: LocalisedText; version: InstallationVersion; merges: readonly FileMerge[]; mayEdit: boolean }

/** An earlier state of the town's own, compared with the present one, and the way back to it. */
export function VersionPage({ t, csrf, id, title, version, merges, mayEdit }: VersionProps) {
  const changed = merges.filter((merge) => merge.kind !== 'clear' || merge.from !== 'same')
  return (
    <Stack gap="l">
      <PageHead title={t('adoption.version.title', { title: textOf(title, t.locale), number: version.number })} lead={t('adoption.version.lead', { at: version.createdAt })} />
      {changed.length === 0 ? <p>{t('adoption.version.same')}</p> : null}
      {changed.map((merge, at) => (
        <Section key={merge.path} id={`file-${at}`} title={partName(t, merge.path)}>
          {merge.kind === 'whole' || merge.regions === null ? <p>{t('adoption.version.other')}</p> : <LineTable t={t} id={`lines-${at}`} path={t('adoption.version.lines-of', { path: partName(t, merge.path) })} pieces={piecesOf(merge.regions)} />}
        </Section>
      ))}
      {mayEdit ? (
        <Form action={adoptionHref(id, `/version/${version.number}/restore`)} csrf={csrf}>
          <p>{t('adoption.version.what')}</p>
          <FormEnd>
            <Button>{t('adoption.version.restore')}</Button>
            <LinkButton kind="bare" href={adoptionHref(id)}>
              {t('adoption.back')}
            </LinkButton>
          </FormEnd>
        </Form>
      ) : (
        <LinkButton kind="bare" href={adoptionHref(id)}>
          {t('adoption.back')}
        </LinkButton>
      )}
    </Stack>
  )
}
