import type { Migration } from 'kysely/migration'

/** Who facilitates and who writes down, as `Member` in JSON. */
export const meetingRoles: Migration = {
  async up(db) {
    await db.schema.alterTable('meetings').addColumn('facilitator', 'text').execute()
    await db.schema.alterTable('meetings').addColumn('scribe', 'text').execute()
  },
}
