import { Type } from 'typebox'
import { defineJob } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { clearBoard } from './board.ts'

/** Takes what is over out of the search, every night in each town. Repeating it changes nothing. */
export const clearBoardJob = defineJob({
  name: 'example.clear-board',
  payload: Type.Object({}),
  schedule: '20 2 * * *',
  oneAtATime: true,
  run: async ({ now, signal, write }) => {
    const today = localDate(now)
    while ((await write((db) => clearBoard(db, today))) > 0) signal.throwIfAborted()
  },
})
