/**
 * Address of the icon sprite with the hash of its content. It is a constant so that islands need not carry the shapes;
 * `sprite.test.ts` fails with the right value when the shapes change.
 */
export const spriteHref = '/assets/icons-66eeee7de3.svg'
