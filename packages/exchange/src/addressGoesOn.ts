/**
 * Before one more character of an address among words: hiragana right behind ASCII is the sentence going on
 * (`https://example.com/aを参照`), behind other letters it belongs to the address (`/wiki/引き金`).
 * Source of a regular expression.
 */
export const addressGoesOn = String.raw`(?!(?<=[!-~])[\u3041-\u309f])`
