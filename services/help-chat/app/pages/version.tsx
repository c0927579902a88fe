import { DataTable, LinkButton, PageHead, Section } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { AppManifest } from '../schema.ts'

const kinds = ['program', 'look', 'page'] as const

/** Which program runs here: digest, words, files, and how anybody can compare. */
export function VersionPage({ t, manifest }: { t: T; manifest: AppManifest | undefined }) {
  if (!manifest) return <PageHead title={t('app.version-title')} lead={t('app.not-built')} />
  return (
    <>
      <PageHead title={t('app.version-title')} lead={t('app.version-lead')} />
      <Section title={t('app.words-title')} id="words">
        <div class="mr-stack">
          <p class="mr-h3" translate={false} lang="de" data-check-words>
            {manifest.words.join(' · ')}
          </p>
          <p>
            <code>{manifest.digest}</code>
          </p>
          <p>{t('app.words-text')}</p>
        </div>
      </Section>
      <Section title={t('app.compare-title')} id="compare">
        <ol class="mr-stack-s">
          <li>{t('app.compare-device')}</li>
          <li>{t('app.compare-office')}</li>
          <li>
            {t('app.compare-release')}
            <br />
            <strong translate={false} lang="de">{manifest.program.words.join(' · ')}</strong>
            <br />
            <code>{manifest.program.digest}</code>
          </li>
        </ol>
      </Section>
      <Section title={t('app.guard-title')} id="guard">
        <div class="mr-text">
          <p>{t('app.guard-text')}</p>
          <p>{t('app.guard-limit')}</p>
        <p class="mr-row">
          <LinkButton kind="quiet" href="/help-chat/app">
            {t('app.keep')}
          </LinkButton>
        </p>
        </div>
      </Section>
      <Section title={t('app.files-title')} id="files">
        {kinds.map((kind) => (
          <details key={kind} class="mr-small">
            <summary>{`${t(`app.kind.${kind}`)} (${manifest.files.filter((file) => file.kind === kind).length})`}</summary>
            <DataTable
              id={`files-${kind}`}
              caption={t(`app.kind.${kind}`)}
              columns={[
                { key: 'url', head: t('app.file'), cell: ({ url }) => <code>{url}</code>, rowHead: true },
                { key: 'sha256', head: t('app.sha256'), cell: ({ sha256 }) => <code>{sha256}</code> },
              ]}
              rows={manifest.files.filter((file) => file.kind === kind)}
              rowKey={({ url }) => url}
            />
          </details>
        ))}
        <p>
          <a href="/help-chat/app/manifest.json">{t('app.files-json')}</a>
        </p>
      </Section>
    </>
  )
}
