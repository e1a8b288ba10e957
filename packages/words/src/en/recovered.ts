/** What became of a recovered copy. */
export const recovered = {
  back_one: '{{count}} change came back.',
  back_other: '{{count}} changes came back.',
  nothing: 'The board has everything from the copy that it can take.',
  aside_one:
    '{{count}} text has been changed on the board since; your words were put on the board as a free note.',
  aside_other:
    '{{count}} texts have been changed on the board since; your words were put on the board as free notes.',
  left_one:
    '{{count}} thing stays in the copy only: changed otherwise on the board since, or too long for the server. Download the copy to keep it.',
  left_other:
    '{{count}} things stay in the copy only: changed otherwise on the board since, or too long for the server. Download the copy to keep them.',
  note: 'From a recovered copy:',
}
