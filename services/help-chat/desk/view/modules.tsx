import { useState } from 'preact/hooks'
import { newModuleId } from '../module-id.ts'
import { isShipped, useModules } from '../modules.ts'
import { moduleTextLimit, moduleTitleLimit, type TextModule } from '../schema.ts'
import { failureOf } from '../store.ts'
import { useHere } from './here.ts'
import { Typed } from './lines.tsx'
import { Button, Form, Head, Select, TextField } from './parts.tsx'

/** Texts of the office: read, change, add, take away. They are not sealed, so nothing about a case belongs into them. */
export function Modules() {
  const { say, store } = useHere()
  const [edited, setEdited] = useState<TextModule>()
  const modules = useModules()
  const reload = async (): Promise<void> => {
    const answer = await store.client.modules()
    if (answer.ok) store.set({ modules: answer.value.modules })
  }
  const keep = async (module: TextModule): Promise<void> => {
    const answer = await store.client.putModule(module)
    if (!answer.ok) return store.set({ failure: failureOf(answer) })
    await reload()
    setEdited(undefined)
    store.set({ said: { key: 'desk.said.module' } })
  }
  const remove = async (id: string): Promise<void> => {
    const answer = await store.client.deleteModule(id, isShipped(id))
    if (!answer.ok) return store.set({ failure: failureOf(answer) })
    await reload()
    store.set({ said: { key: 'desk.said.module-removed' } })
  }
  return (
    <div class="mr-stack">
      <Head title={say('desk.modules.title')}>
        <p>{say('desk.modules.lead')}</p>
      </Head>
      {edited ? (
        <EditModule key={edited.id} module={edited} onKeep={(module) => void keep(module)} onClose={() => setEdited(undefined)} />
      ) : (
        <p>
          <Button onClick={() => setEdited({ id: newModuleId(), title: '', text: '', lane: 'any' })}>{say('desk.modules.new')}</Button>
        </p>
      )}
      <ul class="mr-list mr-stack">
        {modules.map((module) => (
          <li key={module.id} class="mr-card mr-stack-s">
            <h2 class="mr-h3">{module.title}</h2>
            <p class="mr-small mr-muted">{say(`desk.modules.lane.${module.lane}`)}</p>
            <Typed text={module.text} />
            <div class="mr-row">
              <Button kind="quiet" small onClick={() => setEdited(module)}>
                {say('desk.modules.edit')}
                <span class="mr-vh">: {module.title}</span>
              </Button>
              <Button kind="bare" small onClick={() => void remove(module.id)}>
                {say('desk.modules.remove')}
                <span class="mr-vh">: {module.title}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

function EditModule({ module, onKeep, onClose }: { module: TextModule; onKeep: (module: TextModule) => void; onClose: () => void }) {
  const { say } = useHere()
  const [now, setNow] = useState(module)
  const [errors, setErrors] = useState<{ title?: string; text?: string }>({})
  const send = (): void => {
    const found = { ...(now.title.trim() === '' && { title: say('desk.modules.title-missing') }), ...(now.text.trim() === '' && { text: say('desk.modules.text-missing') }) }
    setErrors(found)
    if (Object.keys(found).length === 0) onKeep({ ...now, title: now.title.trim(), text: now.text.trim() })
  }
  return (
    <section class="mr-card mr-stack" aria-label={say('desk.modules.edit')}>
      <Form onSend={send}>
        <TextField id="module-title" label={say('desk.modules.field-title')} maxLength={moduleTitleLimit} value={now.title} error={errors.title} onInput={(title) => setNow({ ...now, title })} />
        <TextField id="module-text" label={say('desk.modules.field-text')} hint={say('desk.modules.hint')} rows={6} maxLength={moduleTextLimit} value={now.text} error={errors.text} onInput={(text) => setNow({ ...now, text })} />
        <Select id="module-lane" label={say('desk.modules.field-lane')} value={now.lane} choices={(['any', 'counsel', 'report'] as const).map((lane) => ({ value: lane, label: say(`desk.modules.lane.${lane}`) }))} onPick={(lane) => setNow({ ...now, lane: lane === 'counsel' || lane === 'report' ? lane : 'any' })} />
        <div class="mr-row">
          <Button submit>{say('desk.modules.keep')}</Button>
          <Button kind="bare" onClick={onClose}>
            {say('desk.act.not-now')}
          </Button>
        </div>
      </Form>
    </section>
  )
}
