export { readForm, type FieldError, type FieldErrorCode, type FormResult, type Typed } from './form.ts'
