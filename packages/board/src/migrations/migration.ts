import type * as Y from 'yjs'

/** Brings a document from the version before to `version`. Runs on the server, alone, before anybody joins. */
export type Migration = { readonly version: number; migrate(doc: Y.Doc): void }
