import { DescriptionList, PageHead, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

export type InterfaceClass = { readonly name: string; readonly word: string; readonly requirements: readonly string[]; readonly tests: readonly { readonly file: string; readonly says: string }[] }
export type InterfaceProps = {
  t: PageT
  base: string
  oldBase: string
  limits: { usual: number; most: number; exact: number; seconds: number }
  examples: readonly { what: string; address: string }[]
  classes: readonly InterfaceClass[]
}

/** What the interface is, questions to try, and which classes of the standard are proved by which tests. */
export function InterfacePage({ t, base, oldBase, limits, examples, classes }: InterfaceProps) {
  const { number } = t.format
  return (
    <>
      <PageHead title={t('sensorthings.title')} lead={t('sensorthings.lead')} />
      <Stack>
        <Section id="start" title={t('sensorthings.start')}>
          <DescriptionList
            entries={[
              { term: t('sensorthings.address'), value: <a href={base}>{base}</a> },
              { term: t('sensorthings.address-old'), value: <a href={oldBase}>{oldBase}</a> },
              { term: t('sensorthings.limits'), value: t('sensorthings.limits-text', { usual: number(limits.usual), most: number(limits.most), exact: number(limits.exact), seconds: number(limits.seconds) }) },
              { term: t('sensorthings.access'), value: t('sensorthings.access-text') },
            ]}
          />
        </Section>
        <Section id="examples" title={t('sensorthings.examples')}>
          <DescriptionList entries={examples.map(({ what, address }) => ({ term: what, value: <a href={`${base}/${address.replaceAll(' ', '%20')}`}><code>{address}</code></a> }))} />
        </Section>
        <Section id="conformance" title={t('sensorthings.conformance')}>
          <p>{t('sensorthings.conformance-text', { classes: classes.length, tests: new Set(classes.flatMap(({ tests }) => tests.map(({ file, says }) => `${file} ${says}`))).size })}</p>
          <DescriptionList
            entries={classes.map(({ name, word, requirements, tests }) => ({
              term: word,
              value: (
                <>
                  <p>
                    <code>{name}</code> · {t.count('sensorthings.requirements', requirements.length)}
                  </p>
                  <ul lang="en">
                    {tests.map(({ file, says }) => (
                      <li key={says}>
                        <code>{file}</code>: {says}
                      </li>
                    ))}
                  </ul>
                </>
              ),
            }))}
          />
        </Section>
      </Stack>
    </>
  )
}
