import { Icon, LinkButton, PageHead, Section, Stack } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Licence } from '../../dcat/schema.ts'
import { licenceLabel } from '../../dataset/labels.ts'
import { hrefOf } from '../../dataset/list-query.ts'
import type { LicenceClass } from '../../dataset/schema.ts'
import { EasyText } from '../../home/pages/easy-text.tsx'
import { labelOf, licences } from '../../vocabulary/lists.ts'

export type LicencePageProps = { t: T; counts: ReadonlyMap<string, number> }

/** Every licence of the German list in plain words, by what it allows. */
export function LicencePage({ t, counts }: LicencePageProps) {
  const groups: readonly (readonly [id: string, name: string, group: LicenceClass, of: readonly Licence[]])[] = [
    ['free', licenceLabel('free', t), 'free', licences.concepts.filter(({ open, attribution, shareAlike }) => open && !attribution && !shareAlike)],
    ['attribution', licenceLabel('attribution', t), 'attribution', licences.concepts.filter(({ open, attribution, shareAlike }) => open && attribution && !shareAlike)],
    ['share-alike', licenceLabel('share-alike', t), 'share-alike', licences.concepts.filter(({ open, shareAlike }) => open && shareAlike)],
    ['restricted', licenceLabel('restricted', t), 'restricted', licences.concepts.filter(({ open }) => !open)],
  ]
  return (
    <>
      <PageHead title={t('licence.title')} lead={t.locale === 'de-x-leicht' ? undefined : t('licence.lead')}>
        <EasyText t={t} name="licence.easy" />
      </PageHead>
      {groups.map(([id, name, group, of]) =>
        of.length === 0 ? null : (
          <Section key={id} id={id} title={name}>
            <Stack>
              <ul class="mr-list">
                {of.map((licence) => (
                  <LicenceItem key={licence.uri} t={t} licence={licence} />
                ))}
              </ul>
              <FindLink t={t} group={group} count={counts.get(group) ?? 0} />
            </Stack>
          </Section>
        ),
      )}
      <Section id="unknown" title={t('licence.unknown-group')}>
        <Stack>
          <p class="mr-text">{t('licence.unknown-text')}</p>
          <FindLink t={t} group="unknown" count={counts.get('unknown') ?? 0} />
        </Stack>
      </Section>
    </>
  )
}

function FindLink({ t, group, count }: { t: T; group: LicenceClass; count: number }) {
  if (count === 0) return null
  return (
    <p>
      <LinkButton kind="quiet" href={hrefOf({ licence: [group] })}>
        {t('licence.find', { n: count })}
      </LinkButton>
    </p>
  )
}

function permission(allowed: boolean | null, t: T): string {
  if (allowed === null) return t('licence.unsaid')
  return allowed ? t('licence.allowed') : t('licence.forbidden')
}

function LicenceItem({ t, licence }: { t: T; licence: Licence }) {
  const rules: readonly (readonly [string, string, boolean])[] = [
    [t('licence.commercial'), permission(licence.commercialUse, t), licence.commercialUse === true],
    [t('licence.changes'), permission(licence.changesAllowed, t), licence.changesAllowed === true],
    [t('licence.credit'), licence.attribution ? t('licence.needed') : t('licence.not-needed'), true],
    [t('licence.alike'), licence.shareAlike ? t('licence.needed') : t('licence.not-needed'), true],
  ]
  return (
    <li class="mr-result" id={`licence-${licence.code.replaceAll(/[^a-zA-Z0-9-]/g, '-')}`}>
      <h3 class="mr-h3">{licence.url ? <a href={licence.url}>{labelOf(licence, t.locale)}</a> : labelOf(licence, t.locale)}</h3>
      <p>{t.locale === 'en' ? licence.explanation.en : licence.explanation.de}</p>
      <ul class="mr-meta">
        {rules.map(([what, how, allowed]) => (
          <li key={what}>
            <Icon name={allowed ? 'check' : 'close'} size="s" />
            {what}: {how}
          </li>
        ))}
      </ul>
    </li>
  )
}
