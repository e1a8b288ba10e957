/** Why a round is not opened, or does not take what is asked of it. Part of `problem`. */
export const roundProblems = {
  roundOpen: 'A round is still open on this board. Reveal its notes or cancel it first; nothing was changed.',
  roundRevealed: 'This round has been revealed already. Nothing was changed.',
  roundSigned: 'This round is signed: a note needs a name here. Nothing was sent.',
  groupTooSmall:
    'With {{n}} present, anonymity would protect nobody: at least {{least}} are needed. Nothing was changed. A signed round works.',
  votesMissing: 'Say how many votes each person has.',
  topicsMissing: 'There is nothing to vote on yet: no notes are on the board.',
  notInRound: 'You are not in this round yet. The facilitator can let you in.',
  notOnBoardNow: 'This person is not on the board at the moment. Nothing was changed.',
  dealsOver: 'Rights to post have been dealt {{limit}} times, the limit for one round.',
  dealUnknown: 'That many rights to post have not been dealt in this round.',
}
