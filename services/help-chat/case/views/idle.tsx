import { useEffect, useRef, useState } from 'preact/hooks'
import { closesAfter, idleAfter } from '../rules/view.ts'
import { useHere } from './here.ts'
import { Button, Text } from './parts.tsx'

/**
 * Whoever leaves the device leaves nothing open: after some minutes without a sign of life the app asks, and closes when nobody answers. Any key,
 * touch or movement counts, and the question can be answered as often as somebody likes (WCAG 2.2.1).
 */
export function Idle({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { say } = useHere()
  const [isAsking, setAsking] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!isOpen || isAsking) return undefined
    let timer = setTimeout(() => setAsking(true), idleAfter)
    const stir = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => setAsking(true), idleAfter)
    }
    const signs = ['keydown', 'pointerdown', 'pointermove', 'scroll'] as const
    for (const sign of signs) addEventListener(sign, stir, { passive: true, capture: true })
    return () => {
      clearTimeout(timer)
      for (const sign of signs) removeEventListener(sign, stir, { capture: true })
    }
  }, [isOpen, isAsking])
  useEffect(() => {
    if (!isAsking) return undefined
    dialog.current?.showModal()
    const timer = setTimeout(onClose, closesAfter)
    return () => clearTimeout(timer)
  }, [isAsking])
  useEffect(() => {
    if (!isOpen) setAsking(false)
  }, [isOpen])
  return isAsking ? (
    <dialog class="mr-dialog" ref={dialog} aria-labelledby="idle" onClose={() => setAsking(false)}>
      <div class="mr-stack">
        <h2 id="idle" class="mr-h3">
          {say('case.idle.title')}
        </h2>
        <Text id="case.idle.text" args={{ minutes: closesAfter / 60_000 }} />
        <div class="mr-row">
          <Button onClick={() => dialog.current?.close()}>{say('case.idle.stay')}</Button>
          <Button kind="quiet" onClick={onClose}>
            {say('case.idle.close')}
          </Button>
        </div>
      </div>
    </dialog>
  ) : null
}
