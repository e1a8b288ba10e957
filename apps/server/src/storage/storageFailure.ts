/** A full disk, an I/O error, a locked database: SQLite's own words, except for a violated constraint, which is a bug. */
export function isStorageFailure(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('SQLITE_') && !code.startsWith('SQLITE_CONSTRAINT')
}
