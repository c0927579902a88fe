import { Type } from 'typebox'
import { audit, del, get, json, put, refuse, type Answer } from '@modellregion/kernel'
import { dayBounds, localDate } from '@modellregion/standards'
import { words } from '../../locales/index.ts'
import { documented } from '../../thread/routes/documented.ts'
import { inTown, servingEverywhere, servingIn } from '../../thread/towns.ts'
import { deleteModule, deleteNote, listModules, listNotes, putModule, putNote } from '../queries.ts'
import { ModuleId, NoteForm, TextModule, type PrivateNote } from '../schema.ts'

const ById = Type.Object({ id: ModuleId })
const kept = { 'cache-control': 'private, no-store' }
const done = (): Answer => json({}, 200, kept)

/** What the desk keeps at the server besides the correspondence: text modules of the office, and notes that nobody but their author can read. */
export const keptRoutes = [
  get('/help-chat/desk/api/modules', { access: 'desk.see', ...documented('Text modules that the office has written or changed.') }, async (ask) => json({ modules: await ask.read(listModules) }, 200, kept)),

  put('/help-chat/desk/api/modules/:id', { access: 'text-module.edit', params: ById, body: TextModule, ...documented('Writes a text module of the office.') }, async (ask) => {
    await ask.write(async (db) => {
      await putModule(db, { id: ask.params.id, ...ask.body })
      await audit(db, { action: 'text-module.put', subject: `text-module/${ask.params.id}` })
    })
    return done()
  }),

  // An own module goes; a shipped one is hidden, or it would come back with the next look.
  del('/help-chat/desk/api/modules/:id', { access: 'text-module.edit', params: ById, query: Type.Object({ shipped: Type.Optional(Type.String()) }), ...documented('Takes a text module of the office away.') }, async (ask) => {
    await ask.write(async (db) => {
      if (ask.query.shipped === undefined) await deleteModule(db, ask.params.id)
      else await putModule(db, { id: ask.params.id, title: ask.params.id, text: ask.params.id, lane: 'any' }, true)
      await audit(db, { action: 'text-module.delete', subject: `text-module/${ask.params.id}` })
    })
    return done()
  }),

  get('/help-chat/desk/api/notes', { access: 'desk.see', ...documented('Sealed notes of the signed-in confidant.') }, async (ask) => {
    const notes: PrivateNote[] = []
    for (const { town, confidant } of await servingEverywhere(ask))
      for (const note of await inTown(ask, town, 'read', (db) => listNotes(db, confidant.id))) notes.push({ town, ...note })
    return json({ notes }, 200, kept)
  }),

  // No line in the audit: when somebody thought about a case is nobody's business.
  put('/help-chat/desk/api/notes', { access: 'private-note.keep', body: NoteForm, bodyLimit: 131_072, ...documented('Keeps a sealed note about a case, or takes it away.') }, async (ask) => {
    const { town, case: caseId, sealed } = ask.body
    const confidant = await servingIn(ask, town)
    if (!confidant) return refuse(403, 'help-chat.desk.not-served', ask.say(words)('desk.failed.not-served'))
    const day = dayBounds(localDate(ask.now)).start
    await inTown(ask, town, 'write', (db) => (sealed === null ? deleteNote(db, caseId, confidant.id) : putNote(db, { caseId, confidantId: confidant.id, sealed, day })))
    return done()
  }),
]
