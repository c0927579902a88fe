export { errorsIn, type Errors as FormErrors } from './errors.ts'
export { readForm, type FieldError, type FieldErrorCode, type FormResult, type Typed } from './form.ts'
export { tickedOf, typedOf } from './typed.ts'
