import { useEffect, useState } from 'preact/hooks'
import { checkWords } from '../../crypto/keys.ts'
import { sodium } from '../../crypto/sodium.ts'
import { hoursText } from '../../office/rules.ts'
import { hasKeys, holdersOf, readersOf } from '../rules/draft.ts'
import type { Confidant } from '../schema.ts'
import { useHere } from './here.ts'
import { Box, Details, errorOf, FieldError, fieldClass, Note, Text } from './parts.tsx'
import { StepPage } from './steps.tsx'

/** Who shall read: anybody on duty, or one; and who shall not. */
export function Who() {
  const { say, state, dispatch, directory } = useHere()
  const { draft } = state
  const error = errorOf(state.mistakes, 'who')
  const onDuty = readersOf(directory, { choice: 'any', excluded: draft.excluded })
  const choose = (choice: string): void => dispatch({ kind: 'edit', change: { choice, excluded: draft.excluded.filter((id) => id !== choice) } })
  return (
    <StepPage step="who" lead="case.who.lead">
      <fieldset class={fieldClass(error)}>
        <legend class="mr-legend">{say('case.who.legend')}</legend>
        <FieldError field="who" code={error} />
        <div class="hc-people">
          <Box type="radio" id="who" name="who" boxed checked={draft.choice === 'any'} label={say('case.who.any')} hint={onDuty.length > 0 ? say('case.who.any-names', { names: onDuty.map(({ name }) => name).join(', ') }) : say('case.who.any-nobody')} onChange={() => choose('any')} />
          {knowingFirst(directory.confidants, draft.topic).map((one) => (
            <Person key={one.id} one={one} isChosen={draft.choice === one.id} onChoose={() => choose(one.id)} />
          ))}
        </div>
      </fieldset>
      <fieldset class="mr-field">
        <legend class="mr-legend">{say('case.who.not')}</legend>
        <div class="mr-hint">
          <Text id="case.who.not-hint" />
        </div>
        <div>
          {directory.confidants.filter(hasKeys).map(({ id, name }) => (
            <Box
              key={id}
              type="checkbox"
              id={`not-${id}`}
              name="not"
              checked={draft.excluded.includes(id)}
              disabled={draft.choice === id}
              label={say('case.who.not-one', { name })}
              onChange={(checked) => dispatch({ kind: 'edit', change: { excluded: checked ? [...draft.excluded, id] : draft.excluded.filter((other) => other !== id) } })}
            />
          ))}
        </div>
      </fieldset>
      <Escrow excluded={draft.excluded} />
    </StepPage>
  )
}

/** Who says that they know the topic comes first; otherwise the order of the office. */
const knowingFirst = (all: readonly Confidant[], topic: string): readonly Confidant[] => [...all.filter(({ topics }) => topics.includes(topic)), ...all.filter(({ topics }) => !topics.includes(topic))]

/** What happens when nobody can read any more. */
function Escrow({ excluded }: { excluded: readonly string[] }) {
  const { say, directory } = useHere()
  const { holders, threshold } = holdersOf(directory, excluded)
  return (
    <Note title={say('case.escrow.title')}>
      {threshold > 0 ? <Text id="case.escrow.some" args={{ holders: holders.length, threshold }} /> : <Text id="case.escrow.none" />}
    </Note>
  )
}

function Person({ one, isChosen, onChoose }: { one: Confidant; isChosen: boolean; onChoose: () => void }) {
  const { say, directory, dates } = useHere()
  const isReady = hasKeys(one)
  const substitute = directory.confidants.find(({ id }) => id === one.substitute)
  const away = one.absentUntil === null ? undefined : say(substitute ? 'case.who.absent-substitute' : 'case.who.absent', { day: dates.long(one.absentUntil), name: substitute?.name ?? '' })
  return (
    <div class="hc-person">
      {one.photo ? <img class="hc-photo" src={one.photo} alt={one.photoText ?? ''} width="96" height="96" loading="lazy" /> : <span class="hc-photo hc-photo--none" aria-hidden="true">{one.name.charAt(0)}</span>}
      <div class="mr-stack-s">
        <Box type="radio" id={`who-${one.id}`} name="who" checked={isChosen} disabled={!isReady} label={<b>{one.name}</b>} {...(!isReady && { hint: say('case.who.no-keys') })} onChange={onChoose} />
        <p class="mr-small">{one.about}</p>
        <dl class="mr-dl mr-small">
          <Pair term={say('case.who.unit')} value={one.unit} />
          <Pair term={say('case.who.languages')} value={one.languages.map((code) => say(`office.language.${code}`)).join(', ')} />
          <Pair term={say('case.who.hours')} value={hoursText(one.windows, dates.dayNames)} />
        </dl>
        {away ? <p class="mr-tag mr-tag--warn hc-tag">{away}</p> : one.present ? <p class="mr-tag mr-tag--ok hc-tag">{say('case.who.present')}</p> : null}
        {isReady ? (
          <Details title={say('case.check.title')}>
            <CheckWords one={one} />
          </Details>
        ) : null}
      </div>
    </div>
  )
}

function Pair({ term, value }: { term: string; value: string }) {
  return value === '' ? null : (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** The same words stand on the poster: then nobody has swapped the keys. */
export function CheckWords({ one }: { one: Pick<Confidant, 'name' | 'statements'> }) {
  const [words, setWords] = useState('')
  useEffect(() => void sodium().then(() => setWords(checkWords(one.statements).join(' '))), [one.statements])
  return (
    <>
      <Text id="case.check.text" args={{ name: one.name }} class="mr-small" />
      <p class="hc-code" lang="de">
        {words}
      </p>
    </>
  )
}
