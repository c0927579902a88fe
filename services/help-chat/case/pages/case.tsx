import { Island, Note, Stack } from '@modellregion/ui'
import { packWords } from '../../app/words.ts'
import type { OfficeSettings } from '../../office/schema.ts'
import type { T } from '../../locales/index.ts'
import { HelpCase } from '../help-case.island.tsx'

type Props = { t: T; office: Pick<OfficeSettings, 'phone' | 'room' | 'externalOffices'>; /** Words of an invented case, in a demonstration only. */ demoSecret: readonly string[] | undefined }

/** One page for everything, the same for everybody in one language: it can be kept offline, and its hash can be compared. */
export function CasePage({ t, office, demoSecret }: Props) {
  const lang = t.locale
  const ways = [
    ...(office.phone === null ? [] : [t('case.ways.phone').replace('{phone}', office.phone)]),
    ...(office.room === null ? [] : [t('case.ways.room').replace('{room}', office.room)]),
    office.externalOffices ?? t('case.ways.external'),
  ]
  return (
    <Stack>
      <Island name="help-case" of={HelpCase} props={{ words: packWords(t, 'case.', 'office.topic.', 'office.language.', 'attachment.', 'notification.person.', 'statistics.survey.'), lang, ways }} />
      {demoSecret === undefined ? null : (
        <div class="mr-noprint hc-demo">
          <Note level={2} title={t('office.demo-secret')}>
            <p lang="de">
              <strong>{demoSecret.join(' ')}</strong>
            </p>
          </Note>
        </div>
      )}
    </Stack>
  )
}
