/** A thing that was asked for by its address is not there, or not for this reader. Becomes the 404 page. */
export class NotFound extends Error {
  constructor(message = 'Not found') {
    super(message)
    this.name = 'NotFound'
  }
}
