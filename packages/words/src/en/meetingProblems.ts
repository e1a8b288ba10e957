/** Why something in the meeting is not everybody's to do just now. Part of `problem`. */
export const meetingProblems = {
  askFacilitator: '{{name}} is facilitating. Ask them to do this, or to hand the role over to you.',
  facilitatorOnly: 'This is for whoever facilitates, and nobody does yet. You can take the role.',
  roleHeld: '{{name}} has this role and is here. They can hand it over to you.',
  roleNotYours: 'Only the person who has this role can hand it over or step down.',
  memberAbsent: '{{name}} is not on the board at the moment. The role stays with you.',
  notOnBoard: 'Your connection to the board is interrupted. As soon as it is back, try again.',
  boardLocked:
    'The facilitator has locked the board for a moment. Nothing was changed; please try again shortly.',
}
