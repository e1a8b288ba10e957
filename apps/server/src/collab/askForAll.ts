import { type Connection, OutgoingMessage } from '@hocuspocus/server'

/** Asks the client for everything the server lacks; its answer closes every hole. */
export function askForAll(connection: Connection): void {
  const question = new OutgoingMessage(connection.messageAddress)
    .createSyncMessage()
    .writeFirstSyncStepFor(connection.document)
  connection.send(question.toUint8Array())
}
