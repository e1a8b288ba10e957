/** The two ways to see a board. */
export const view = {
  outline: 'Outline',
  canvas: 'Board',
  toOutline: 'Read and write it as headings, tables and lists',
  toCanvas: 'See it on the canvas',
  skip: 'Skip to the outline',
}
