import { Button, CodeBlock, Form, Island, Section, TextArea, TextField } from '@modellregion/ui'
import type { FormErrors, Typed } from '@modellregion/kernel/rules'
import { pairsOf } from '../selection.ts'
import type { Frame } from './frame.ts'

export type ViewsProps = Frame & {
  views: readonly { id: string; title: string; description: string; selection: string }[]
  mayKeep: boolean
  csrf: string
  typed: Typed
  errors: FormErrors
}

/** Views that are kept with a name, how to show them elsewhere, and the form that keeps this one. */
export function Views(props: ViewsProps) {
  const { t, views, mayKeep } = props
  if (views.length === 0 && !mayKeep) return null
  return (
    <Section id="views" title={t('explore.kept-views')}>
      {views.length > 0 ? (
        <ul class="mr-list">
          {views.map((view) => (
            <Kept key={view.id} {...props} view={view} />
          ))}
        </ul>
      ) : null}
      {mayKeep ? <KeepForm {...props} /> : null}
    </Section>
  )
}

function Kept({ t, path, origin, view, mayKeep, csrf }: ViewsProps & { view: ViewsProps['views'][number] }) {
  const code = `<iframe src="${origin}/open-data/embed/${view.id}" title="${view.title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" width="100%" height="560" loading="lazy"></iframe>`
  return (
    <li class="mr-result">
      <h3 class="mr-h3">
        <a href={`${path}${view.selection ? `?${view.selection}` : ''}`}>{view.title}</a>
      </h3>
      {view.description ? <p>{view.description}</p> : null}
      <details class="mr-details">
        <summary>{t('explore.embed')}</summary>
        <Island name="code-block" of={CodeBlock} props={{ code, label: t('explore.embed-label', { title: view.title }), words: { copy: t('explore.copy'), copied: t('explore.copied') } }} />
      </details>
      {mayKeep ? (
        <Form bare action={`/open-data/view/${view.id}/delete`} csrf={csrf}>
          <Button kind="danger" small>
            {t('explore.view-delete')}
          </Button>
        </Form>
      ) : null}
    </li>
  )
}

function KeepForm({ t, path, csrf, selection, typed, errors }: ViewsProps) {
  const text = (name: string): string => (typeof typed[name] === 'string' ? typed[name] : '')
  return (
    <Form action={`${path}/view`} csrf={csrf} label={t('explore.keep')} hidden={{ selection: new URLSearchParams(pairsOf({ ...selection, page: 1 })).toString() }}>
      <h3 class="mr-h3">{t('explore.keep')}</h3>
      <TextField name="title" label={t('explore.keep.title')} hint={t('explore.keep-hint')} value={text('title')} error={errors['title']} maxLength={120} />
      <TextArea name="description" label={t('explore.keep.description')} optional={t('explore.optional')} value={text('description')} error={errors['description']} rows={2} />
      <div>
        <Button kind="quiet">{t('explore.keep-apply')}</Button>
      </div>
    </Form>
  )
}
