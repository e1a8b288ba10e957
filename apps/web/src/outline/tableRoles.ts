/**
 * The roles that these elements have by themselves, said once more: a table drawn as a grid or as cards (CSS `display`) is
 * no table any more to some browsers unless its roles are written out.
 */
export const tableRoles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const
