import { useEffect, useState } from 'preact/hooks'

export type LessonEditorProps = { field: string; /** "Zeile {n}" */ words: { line: string } }

/**
 * Comfort for a program in a text area: says in which line the cursor stands, and keeps the indentation of the line before. The tabulator still leaves
 * the field, so that nobody is caught in it (WCAG 2.1.2). Without script the page does everything as well.
 */
export function LessonEditor({ field, words }: LessonEditorProps) {
  const [line, setLine] = useState(1)
  useEffect(() => {
    const area = document.getElementById(field)
    if (!(area instanceof HTMLTextAreaElement)) return undefined
    area.spellcheck = false
    void import('../lesson-editor.css')
    const where = (): void => setLine(area.value.slice(0, area.selectionStart).split('\n').length)
    const indent = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.isComposing) return
      const before = area.value.slice(0, area.selectionStart)
      const [blanks = ''] = /^ */.exec(before.slice(before.lastIndexOf('\n') + 1)) ?? []
      const deeper = before.trimEnd().endsWith('{') ? `${blanks}  ` : blanks
      if (deeper === '') return
      event.preventDefault()
      area.setRangeText(`\n${deeper}`, area.selectionStart, area.selectionEnd, 'end')
      where()
    }
    where()
    const events = ['keyup', 'click', 'input'] as const
    for (const name of events) area.addEventListener(name, where)
    area.addEventListener('keydown', indent)
    return () => {
      for (const name of events) area.removeEventListener(name, where)
      area.removeEventListener('keydown', indent)
    }
  }, [field])
  return (
    <p class="mr-small mr-muted mr-num" aria-hidden="true">
      {words.line.replace('{n}', String(line))}
    </p>
  )
}
