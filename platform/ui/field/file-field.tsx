import { Icon } from '../icon/icon.tsx'
import { Tag, type TagKind } from '../tag/tag.tsx'
import { controlProps, Field, type FieldBase } from './field.tsx'

export type StoredFile = {
  name: string
  /** In words, with unit: "1,2 MB" */
  size: string
  href?: string | undefined
  /** Waiting, percent, virus check, done, refused with reason. */
  state?: { kind: TagKind; text: string } | undefined
  /** Button that takes the file away again; a submit button of the form around. */
  remove?: { name: string; value: string } | undefined
}

export type FileFieldProps = FieldBase & {
  accept?: string | undefined
  multiple?: boolean | undefined
  files?: readonly StoredFile[] | undefined
  /** "Entfernen"; the name of the file is added for screen readers. */
  removeWord?: string | undefined
}

/** Native input in a dashed frame, limits in the hint, what is stored already below. */
export function FileField(props: FileFieldProps) {
  return (
    <Field field={props}>
      <div class="mr-upload">
        <input {...controlProps(props)} type="file" accept={props.accept} multiple={props.multiple} />
      </div>
      {props.files && props.files.length > 0 ? <FileList files={props.files} removeWord={props.removeWord ?? ''} /> : null}
    </Field>
  )
}

export function FileList({ files, removeWord = '', full }: { files: readonly StoredFile[]; removeWord?: string | undefined; full?: boolean | undefined }) {
  return (
    <ul class={full ? 'mr-files mr-files--full' : 'mr-files'}>
      {files.map((file) => (
        <li key={file.name}>
          <Icon name="file" />
          <span class="mr-files__name">
            {file.href ? <a href={file.href}>{file.name}</a> : file.name} <span class="mr-muted mr-small mr-num">{file.size}</span>{' '}
            {file.state ? <Tag kind={file.state.kind}>{file.state.text}</Tag> : null}
          </span>
          {file.remove ? (
            <button class="mr-btn mr-btn--bare mr-btn--s" name={file.remove.name} value={file.remove.value} formnovalidate>
              {removeWord}
              <span class="mr-vh">: {file.name}</span>
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
