import type { Room } from '../room.ts'
import { useHere } from './here.ts'
import { Button } from './parts.tsx'

export type PanelProps = { room: Room; me: string; onClose: () => void }

/** The last line of an act's form: do it, or leave it. */
export function PanelEnd({ send, onClose }: { send: string; onClose: () => void }) {
  const { say } = useHere()
  return (
    <div class="mr-row">
      <Button submit>{send}</Button>
      <Button kind="bare" onClick={onClose}>
        {say('desk.act.not-now')}
      </Button>
    </div>
  )
}
