import { Type } from 'typebox'
import { fileAnswer, findFile, get, NotFound } from '@modellregion/kernel'

/** Downloads of the copies this portal keeps. */
export const copyRoutes = [
  get(
    '/open-data/file/:id',
    { access: 'anyone', params: Type.Object({ id: Type.String({ format: 'uuid' }) }), api: { summary: 'A file of a dataset, as the portal keeps it; ranges are answered.' } },
    async (ask) => {
      const file = await ask.read((db) => findFile(db, ask.params.id))
      if (!file) throw new NotFound()
      return await fileAnswer(ask.platform.files, file, ask.headers, { cacheControl: 'public, no-cache' })
    },
  ),
]
