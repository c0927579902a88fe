import { Button, DescriptionList, Form, FormEnd, Hidden, PageHead, Panel, Radios } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { EditorHead } from './editor.tsx'

export type ConflictProps = {
  t: T
  csrf: string
  head: EditorHead
  action: string
  revision: number
  /** Everything that was typed, field by field. */
  kept: readonly (readonly [string, string | readonly string[]])[]
  by: string | undefined
  conflicts: readonly { name: string; label: string; base: string; mine: string; theirs: string; both: boolean }[]
}

/** Two people have given different answers to the same question. */
export function ConflictPage({ t, csrf, head, action, revision, kept, by, conflicts }: ConflictProps) {
  const who = by ?? t('edit.somebody')
  return (
    <>
      <p class="mr-small mr-muted">{head.title}</p>
      <PageHead title={t('edit.conflict.title')} lead={t('edit.conflict.lead', { by: who })} />
      <Form action={action} csrf={csrf} hidden={{ revision: String(revision), go: 'next' }}>
        {kept.flatMap(([name, value]) => [value].flat().map((text) => <Hidden key={`${name}${text}`} name={name} value={text} />))}
        {conflicts.map(({ name, label, base, mine, theirs, both }) => (
          <Panel key={name} title={label}>
            <DescriptionList
              entries={[
                { term: t('edit.conflict.mine'), value: mine || t('edit.no-answer') },
                { term: t('edit.conflict.theirs', { by: who }), value: theirs || t('edit.no-answer') },
                { term: t('edit.conflict.base'), value: base || t('edit.no-answer') },
              ]}
            />
            <Radios
              name={`choose-${name}`}
              label={t('edit.conflict.choose')}
              value="mine"
              choices={[{ value: 'mine', label: t('edit.conflict.take-mine') }, { value: 'theirs', label: t('edit.conflict.take-theirs', { by: who }) }, ...(both ? [{ value: 'both', label: t('edit.conflict.take-both') }] : [])]}
            />
          </Panel>
        ))}
        <FormEnd>
          <Button>{t('edit.conflict.save')}</Button>
        </FormEnd>
      </Form>
    </>
  )
}
