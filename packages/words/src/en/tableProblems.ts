/** What a table, a file's encoding or a web page could not say. Part of the problems of an import. */
export const tableProblems = {
  tableTooLarge:
    'The table has {{size, number}} bytes; {{limit, number}} is the limit. Nothing was read: import a part of it.',
  tooManyColumns:
    'The table has {{count, number}} columns; {{limit, number}} is the limit. Nothing was read: leave out columns that no event needs.',
  timeColumnMissing: 'No column of times was found. Choose the column that holds the time.',
  headerMissing:
    'The table has no header row; its columns were told by what they hold. Check which column is which.',
  aboveHeader: 'This line stands above the table and was not read as an event: “{{text}}”.',
  columnsUnused: 'Not read: {{names}} ({{count, number}} in all). They stay in the original of each row.',
  quoteUnclosed: 'A quotation mark opens here and does not close properly; the lines were read one by one.',
  rowRagged:
    'This row has {{count, number}} cells, the table {{expected, number}} columns. Check that each cell is where it belongs.',
  textMissing: 'This row says no words; only its time was read.',
  cellCut: '“{{text}}…” is longer than {{limit, number}} characters; the end was left out.',
  linkRefused:
    '“{{text}}” is not a link to a page (http, https) or an address (mailto). It stays in the original, as plain text.',
  kindUnknown: '“{{text}}” is no known kind of event; it was read as an observation.',
  milestoneUnknown: '“{{text}}” is no known milestone.',
  milestoneTwice: '“{{text}}” stands on line {{previousLine}} already; a milestone is set once.',
  certaintyUnknown: '“{{text}}” does not say how certain this is; it was read as a fact.',

  charactersReplaced:
    'This line has {{count, number}} characters that could not be read ({{encoding}}); they show as �.',
  encodingMixed:
    '{{count, number}} lines are written in another encoding than the rest ({{encoding}}); each was read in its own.',
  lineEncoding: 'This line was read as {{encoding}}, unlike the rest.',
  encodingUnknown: '“{{encoding}}” is not an encoding that can be read; it was found from the text instead.',

  personUnread: 'This does not read as a person (name, department); it was left out: “{{text}}”.',

  pageNested:
    'The page is nested too deep; what lies deeper than {{limit, number}} levels was read as plain text.',
  pageTooDeep:
    'More than {{limit, number}} tags of the page are open at once. Nothing was read: paste its text instead.',
}
