import { Tag, type MatterItem } from '@modellregion/ui'
import type { Matter } from '../../boot/service.ts'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'

/** A matter as one entry of a list: what it is, where it stands, by when. */
export function matterOf(t: Say<KernelWords>, matter: Matter): MatterItem {
  return {
    href: matter.href,
    title: matter.title,
    text: matter.note ?? (matter.due ? t('portal.matter-due', { date: matter.due }) : ''),
    status: <Tag kind={matter.tone}>{matter.status}</Tag>,
  }
}
