import { Button, Form, FormEnd, Note, Radios, Section, Stack, TextArea } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { piecesOf } from '../rules/lines.ts'
import { openQuestions, wholeKey, type FileMerge } from '../rules/merge-files.ts'
import type { Conflict } from '../rules/merge.ts'
import { isAbout } from '../rules/parts.ts'
import { LineTable } from './compare.tsx'
import { partName } from './parts.tsx'

/** Names of the fields of a question: what is taken, and the text of one's own. */
export const choiceField = (path: string, key: string): string => `take:${path}:${key}`
export const textField = (path: string, key: string): string => `text:${path}:${key}`

/** Hashes of both sides as the reader sees them. */
export type Seen = { readonly ours: string; readonly theirs: string }
export type MergeFormProps = { t: PageT; csrf: string; action: string; merges: readonly FileMerge[]; seen: Seen; typed: Typed; errors: FormErrors; mayEdit: boolean; left: readonly string[] }

/** The comparison file by file, the questions where both sides changed the same place, and one button. */
export function MergeForm({ t, csrf, action, merges, seen, typed, errors, mayEdit, left }: MergeFormProps) {
  const questions = openQuestions(merges)
  const numberOf = (path: string) => (key: string) => questions.findIndex((one) => one.path === path && one.key === key) + 1
  const changed = merges.filter((merge) => merge.kind !== 'clear' || merge.from !== 'same')
  const form = { t, typed, errors, mayEdit }
  return (
    <Form action={action} csrf={csrf} hidden={seen} bare>
      <Stack gap="l">
        {left.length > 0 ? (
          <Note kind="info" title={t('adoption.merge.left')}>
            {left.map((text, at) => (
              <pre key={at} class="mr-code__lines" tabindex={0}>
                <code>{text}</code>
              </pre>
            ))}
          </Note>
        ) : null}
        {changed.map((merge, at) => (
          <Section key={merge.path} id={`file-${at}`} title={partName(t, merge.path)}>
            <Stack>
              <p>{saidOf(t, merge)}</p>
              {merge.kind === 'whole' ? <WholeQuestion {...form} merge={merge} number={numberOf(merge.path)(wholeKey)} /> : merge.regions === null ? null : <LineTable t={t} id={`lines-${at}`} path={t('adoption.merge.lines-of', { path: partName(t, merge.path) })} pieces={piecesOf(merge.regions)} questionOf={numberOf(merge.path)} />}
              {merge.kind === 'text' ? merge.regions.map((region) => (region.kind === 'conflict' ? <Question key={region.key} {...form} path={merge.path} conflict={region} number={numberOf(merge.path)(region.key)} total={questions.length} /> : null)) : null}
            </Stack>
          </Section>
        ))}
        {mayEdit ? (
          <FormEnd>
            <Button>{questions.length === 0 ? t('adoption.merge.take') : t('adoption.merge.take-decided')}</Button>
          </FormEnd>
        ) : null}
      </Stack>
    </Form>
  )
}

function saidOf(t: PageT, merge: FileMerge): string {
  if (merge.kind === 'whole') return t('adoption.merge.whole')
  if (merge.kind === 'clear') return merge.file === null ? t(`adoption.merge.removed.${merge.from === 'ours' ? 'ours' : 'theirs'}`) : t(`adoption.merge.clear.${merge.from}`)
  const count = merge.regions.filter(({ kind }) => kind === 'conflict').length
  return count === 0 ? t('adoption.merge.clean') : t.count('adoption.merge.conflicts', count)
}

// Two titles would be no title.
const oneOf = ['ours', 'theirs', 'own'] as const
const all = ['ours', 'theirs', 'both', 'own'] as const

type Asking = { t: PageT; typed: Typed; errors: FormErrors; mayEdit: boolean; number: number }

function Question({ t, typed, errors, mayEdit, number, path, conflict, total }: Asking & { path: string; conflict: Conflict; total: number }) {
  const { key, at, base, ours, theirs } = conflict
  const field = choiceField(path, key)
  const own = textField(path, key)
  return (
    <section class="mr-panel mr-panel--act" aria-labelledby={`question-${number}`}>
      <header>
        <h3 id={`question-${number}`}>{t('adoption.merge.question', { number, total })}</h3>
        <span class="mr-small mr-muted">{base.length > 0 ? t('adoption.merge.place', { from: at + 1, to: at + base.length }) : t('adoption.merge.place-after', { line: at })}</span>
      </header>
      <div class="mr-stack">
        <Side label={t('adoption.merge.before')} empty={t('adoption.merge.nothing')} lines={base} />
        <Side label={t('adoption.merge.ours')} empty={t('adoption.merge.nothing')} lines={ours} />
        <Side label={t('adoption.merge.theirs')} empty={t('adoption.merge.nothing')} lines={theirs} />
        {mayEdit ? (
          <>
            <Radios name={field} label={t('adoption.merge.which')} value={typedOf(typed, field)} error={errors[field]} choices={(isAbout(path) ? oneOf : all).map((one) => ({ value: one, label: t(`adoption.merge.choice.${one}`) }))} />
            <TextArea name={own} label={t('adoption.merge.own')} hint={t('adoption.merge.own-hint')} value={own in typed ? typedOf(typed, own) : [...ours, ...theirs].join('\n')} error={errors[own]} rows={Math.min(16, Math.max(3, ours.length + theirs.length))} />
          </>
        ) : null}
      </div>
    </section>
  )
}

function Side({ label, lines, empty }: { label: string; lines: readonly string[]; empty: string }) {
  return (
    <div class="mr-stack-s">
      <p>
        <strong>{label}</strong>
      </p>
      {lines.length === 0 ? (
        <p class="mr-muted">{empty}</p>
      ) : (
        <pre class="mr-code__lines" role="region" aria-label={label} tabindex={0}>
          <code>{lines.join('\n')}</code>
        </pre>
      )}
    </div>
  )
}

function WholeQuestion({ t, typed, errors, mayEdit, number, merge }: Asking & { merge: Extract<FileMerge, { kind: 'whole' }> }) {
  const field = choiceField(merge.path, wholeKey)
  if (!mayEdit) return null
  const label = (side: 'ours' | 'theirs') => (merge[side] === null ? t(`adoption.merge.whole-removed.${side}`) : t(`adoption.merge.whole-choice.${side}`))
  return (
    <div id={`question-${number}`}>
      <Radios name={field} label={t('adoption.merge.which')} value={typedOf(typed, field)} error={errors[field]} choices={(['ours', 'theirs'] as const).map((one) => ({ value: one, label: label(one) }))} />
    </div>
  )
}
