import { Note, Stack } from '@modellregion/ui'
import { DatasetPage, type DatasetPageProps } from '../../dataset/pages/dataset.tsx'
import { reviewPath } from '../shown.ts'

/** The public page as it will be, under a note that it is not yet. */
export function PreviewPage(props: DatasetPageProps) {
  const { t, dataset } = props
  return (
    <Stack gap="l">
      <Note level={0} kind="warn" title={t('review.preview-note')}>
        <a href={reviewPath(dataset.id)}>{t('review.back')}</a>
      </Note>
      <div>
        <DatasetPage {...props} />
      </div>
    </Stack>
  )
}
