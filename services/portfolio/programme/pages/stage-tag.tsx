import { Tag, type TagKind } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Project, Stage } from '../schema.ts'

const kinds: Readonly<Record<Stage, TagKind>> = { idea: 'plain', application: 'info', notice: 'info', delivery: 'info', 'proof-of-use': 'info', transfer: 'ok', refused: 'bad', withdrawn: 'warn' }

export const StageTag = ({ t, stage }: { t: PageT; stage: Stage }) => <Tag kind={kinds[stage]}>{t(`programme.stage.${stage}`)}</Tag>

/** Whatever a reader must know before taking a project for real or public. */
export function Marks({ t, project }: { t: PageT; project: Pick<Project, 'origin' | 'isPublic'> }) {
  return (
    <>
      {project.origin === 'invented' ? <Tag kind="warn">{t('programme.project.invented')}</Tag> : null}
      {project.isPublic ? null : <Tag icon="lock">{t('programme.project.internal')}</Tag>}
    </>
  )
}
