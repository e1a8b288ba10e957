/** Advice before finalizing: `what` is the case, `why` it matters. Never a scolding, never about a person. */
export const findings = {
  severity: { info: 'Hint', warning: 'Worth mending', error: 'Before finalizing' },
  incident: {
    ownerMissing: {
      what: 'No owner is named.',
      why: 'The owner prepares the meeting and sees the actions through.',
    },
    summaryMissing: {
      what: 'There is no summary.',
      why: 'Most readers will read nothing else.',
    },
    summaryTooLong: {
      what: 'Sentences in the summary: {{count}}; {{most}} are enough.',
      why: 'A short summary is read, and remembered.',
    },
    impactMissing: {
      what: 'The impact is not described.',
      why: 'How much was felt, by whom and for how long decides how much to change.',
    },
    impactWithoutNumber: {
      what: 'The impact has no number.',
      why: 'How many, how long, how large a share: a number can be compared later.',
    },
    meetingLate: {
      what: 'The meeting comes {{count}} working days after the resolution; {{most}} are usual.',
      why: 'Memories fade within days. What people saw and believed is worth writing down before the meeting.',
    },
    publicationLate: {
      what: 'The incident was resolved {{count}} days ago; within {{most}} days others learn the most from it.',
      why: 'Late is better than never. It may be worth saying what held it up, so that the next one is quicker.',
    },
  },
  people: {
    tooFewDepartments: {
      what: 'Departments invited: {{count}}; {{least}} or more see more.',
      why: 'Support, sales and QA know sides of the incident that responders cannot see.',
    },
  },
  timeline: {
    noEntries: {
      what: 'The timeline is empty.',
      why: 'Everything else rests on what happened, in order.',
    },
    startsAtDetection: {
      what: 'Nothing stands before the detection.',
      why: 'What made the incident possible happened before anybody noticed it.',
    },
    milestoneMissing: {
      what: 'No entry is marked “$t(terms.milestone.{{milestone}})”.',
      why: 'Without it the durations that use it stay unknown.',
    },
    milestoneOrder: {
      what: '“$t(terms.milestone.{{later}})” stands before “$t(terms.milestone.{{earlier}})”.',
      why: 'That can be right. If it is, a word in the entry helps readers; if not, a time is off.',
    },
    onlySuggestedMilestones: {
      what: 'Every milestone ({{count}}) is a suggestion nobody has confirmed.',
      why: 'They were read from words; durations rest on them.',
    },
    silentGap: {
      what: 'Nothing is recorded for {{ms, duration}}.',
      why: 'Waiting, searching and asking are part of the response too.',
    },
    timeMissing: {
      what: 'Entries without a time: {{count}}.',
      why: 'They cannot stand on the axis; an approximate time is enough.',
    },
    spanReversed: {
      what: 'Entries that end before they begin: {{count}}.',
      why: 'One of the two times is off, or a midnight lies between them.',
    },
    milestoneUnproven: {
      what: 'Milestones without evidence: {{count}}.',
      why: 'A link to the alert, the graph or the message lets everybody check the durations.',
    },
    decisionUnexplained: {
      what: 'Decisions that do not say what was seen and believed: {{count}}.',
      why: 'What made a decision sensible at the time is what others can learn from.',
    },
    noDecision: {
      what: 'No decision is on the timeline.',
      why: 'Which choices were there, and what did people know when they chose?',
    },
    responseNotReviewed: {
      what: 'No entry is marked as having worked, improvable or lucky.',
      why: 'What worked can be reused; what was luck will not come again.',
    },
  },
  causes: {
    noCauses: {
      what: 'The causal graph is empty.',
      why: 'Why could this happen, and which mechanism was missing?',
    },
    noRootCause: {
      what: 'No root cause is named.',
      why: 'The chain has not yet reached a structure that can be changed.',
    },
    rootUnanswered: {
      what: 'Root causes with neither an action nor an accepted risk: {{count}}.',
      why: 'An action mends it; accepting the risk, with a reason, is an answer as well.',
    },
    unproven: {
      what: 'Confirmed causes without evidence: {{count}}.',
      why: 'Link an entry of the timeline, or mark the cause as possible.',
    },
    singleBranch: {
      what: 'The graph is a single chain.',
      why: 'Incidents take several conditions at once: what else had to be so?',
    },
    cycle: {
      what: 'Causes that explain each other in a ring: {{count}}.',
      why: 'A ring explains nothing by itself: one of its links may be the wrong way round.',
    },
    onlyTechnical: {
      what: 'No cause lies in a process or in the organisation.',
      why: 'Why did the way of working let the technical cause through?',
    },
    whyOpen: {
      what: 'Questions “why?” still open: {{count}}.',
      why: 'Answer them, or remove them if nobody can know.',
    },
  },
  kpt: {
    keepMissing: {
      what: 'No Keep is noted.',
      why: 'What went well can be reused elsewhere.',
    },
    problemMissing: {
      what: 'No Problem is noted.',
      why: 'What made the work hard shows where to mend.',
    },
  },
  actions: {
    noActions: {
      what: 'There is no action.',
      why: 'What will be different next time?',
    },
    assigneeMissing: {
      what: 'Actions without an assignee: {{count}}.',
      why: 'A person or a role: somebody who will see it through.',
    },
    dueMissing: {
      what: 'Actions without a due date: {{count}}.',
      why: 'What has no date waits for the next incident.',
    },
    causeMissing: {
      what: 'Actions that answer no cause: {{count}}.',
      why: 'Linked to its cause, an action shows what it mends.',
    },
    aimMissing: {
      what: 'Actions without an aim: {{count}}.',
      why: 'Prevent, detect, limit or recover: the aim turns into gold.',
    },
    doneWhenMissing: {
      what: 'Actions that do not say when they are done: {{count}}.',
      why: 'A state one can check keeps “improve” and “be careful” from staying words.',
    },
    noPrevent: {
      what: 'No action prevents.',
      why: 'Both sides are needed: keep it from happening, and keep it from spreading.',
    },
    noContain: {
      what: 'No action detects, limits or recovers.',
      why: 'Both sides are needed: keep it from happening, and keep it from spreading.',
    },
    interimAlone: {
      what: 'Interim measures without a permanent one beside them: {{count}}.',
      why: 'Interim measures wear off; the cause stays.',
    },
  },
}
