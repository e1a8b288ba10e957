/** Why a hidden note, a vote or a token is not taken. Keys are problem codes. */
export const anonymityProblems = {
  roundUnknown: 'This board has no such round.',
  roundOver: 'The round is over. Nothing was sent; your text is still here.',
  tokenInvalid: 'This was not taken: it carries no right to post in this round. Nobody was told who tried.',
  tokenSpent: 'This right to post has already been used for another note.',
  tokensDealt:
    'Your rights to post in this round went to another tab or were lost with its data. Ask the facilitator for another deal.',
  blindedInvalid: 'The rights to post could not be made: the request does not fit the round.',
  tokenKeyForeign:
    'The server dealt under another key than the one everybody sees. It could tell your notes from those of others, so nothing was sent. Tell the facilitator.',
  tokensUsedUp: 'You have used all your rights to post in this round. The facilitator can deal more.',
  noteTooLong: 'The note is longer than {{limit, number}} bytes, the limit. Shorten it, or split it in two.',
  noteEmpty: 'The note is still empty.',
  noteUnknown: 'This note is no longer there, or cannot be changed this way.',
  signatureInvalid: 'Only the browser that wrote this note can change it.',
  changeStale: 'A later change to this note has already been taken.',
  topicUnknown: 'This is not among the topics of the vote.',
  anonymousSize: 'An anonymous post has exactly {{size, number}} bytes.',
  anonymousNamed: 'This post said who sends it ({{header}}), so it was not read. Nothing was kept of it.',
  anonymousCrowded:
    'Many posts are arriving at this moment. Nothing is lost; yours is sent again in a few seconds.',
}
