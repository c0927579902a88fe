import { Section } from '@modellregion/ui'
import type { DataService } from '../../dcat/schema.ts'
import type { T } from '../../locales/index.ts'
import { inLanguage } from '../record.ts'

/** Interfaces that serve the dataset live. Nothing when there are none. */
export function DataServices({ t, services }: { t: T; services: readonly DataService[] }) {
  const shown = services.filter(({ endpointURL }) => endpointURL.length > 0)
  if (shown.length === 0) return null
  return (
    <Section id="services" title={t('dataset.services')}>
      <ul class="mr-list">
        {shown.map((service) => (
          <li key={service.uri ?? service.endpointURL[0]} class="mr-result">
            <h3 class="mr-h3">{inLanguage(service.title) ?? service.endpointURL[0]}</h3>
            {inLanguage(service.description) ? <p>{inLanguage(service.description)}</p> : null}
            <ul class="mr-meta">
              {service.endpointURL.map((address) => (
                <li key={address}>
                  <a href={address}>{address}</a>
                </li>
              ))}
              {service.endpointDescription.map((address) => (
                <li key={address}>
                  <a href={address}>{t('dataset.service-description')}</a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  )
}
