/** The incident report: the short document for bosses and customers, in three stages, derived from the board. */
export const report = {
  title: {
    first: 'Incident report (initial)',
    interim: 'Incident report (update)',
    final: 'Incident report (final)',
  },
  stage: { first: 'Initial', interim: 'Update', final: 'Final' },
  stageHint: {
    first: 'Soon after it began: known facts, the impact, what is being done. No cause yet.',
    interim: 'On the way: the course of events, confirmed causes, and what was done for now.',
    final: 'When it is over: the cause, what prevents it from now on, and what comes next, on one page.',
  },
  recipient: { person: '{{name}}', organisation: '{{name}}' },
  timeZoned: '{{time}} ({{zone}})',
  asOf: 'As of {{time}}',
  facts: {
    began: 'Began',
    detected: 'Detected',
    recovered: 'Recovered',
    lasted: 'Duration of impact',
    services: 'Services affected',
    status: 'Current status',
  },
  notYet: 'Not yet',
  unknown: 'Being confirmed',
  status: { ongoing: 'Being worked on', mitigated: 'Mitigated, under observation', resolved: 'Recovered' },
  text: {
    headline: 'Subject',
    situation: 'What happened',
    impact: 'Impact',
    cause: 'Cause',
    measures: 'What is being done',
    outlook: 'Next',
  },
  finalText: { measures: 'What was done, and what prevents it from now on' },
  closing: 'End of report',

  derived: {
    lead: {
      firstOngoing:
        'Since {{began}}, {{services}} has been affected by an incident. We are working on recovery.',
      firstMitigated:
        'Since {{began}}, {{services}} was affected by an incident. It is mitigated, and we are watching it closely.',
      firstResolved: 'From {{began}}, {{services}} was affected by an incident. Service has recovered.',
      interimOngoing:
        'This is an update on the incident that has affected {{services}} since {{began}}. We are still working on it.',
      interimMitigated:
        'This is an update on the incident that affected {{services}} from {{began}}. It is mitigated, and we are watching it closely.',
      interimResolved:
        'The incident that affected {{services}} from {{began}} was resolved at {{recovered}}. This is what we know so far.',
      interimNeutral: 'This is an update on the incident that affected {{services}} from {{began}}.',
      finalOngoing:
        'This report explains the cause of the incident that affected {{services}} from {{began}}, and our measures.',
      finalMitigated:
        'This report explains the cause of the incident that affected {{services}} from {{began}}, and our measures.',
      finalResolved:
        'The incident that affected {{services}} from {{began}} was resolved at {{recovered}}. Its cause and our measures against a recurrence follow.',
    },
    beganUnknown: 'a time being confirmed',
    servicesUnknown: 'our service',
    situationLine: '{{time}} {{milestone}}: {{text}}',
    situationPlain: '{{time}} {{text}}',
    situationNone: 'The course of events is being confirmed.',
    impactNone: 'The extent of the impact is being confirmed. We will report it as soon as it is known.',
    causeInvestigating: 'Under investigation. We will report it in an update as soon as it is known.',
    causeStillInvestigating: 'Still under investigation.',
    causeDirect: 'Direct cause: {{text}}',
    causeRoot: 'Root cause: {{text}}',
    causeContributing: 'Contributing factor: {{text}}',
    causePossible: 'Being investigated as possible: {{text}}',
    measureTaken: '{{time}} {{text}}',
    measuresNone: 'We are investigating the cause and working on recovery side by side.',
    interimAction: 'For now: {{text}}{{state}}',
    permanentAction: 'From now on: {{text}}{{state}}',
    stateDone: ' (done)',
    stateDue: ' (by {{day}})',
    stateOpen: ' (date being agreed)',
    outlook: {
      firstOngoing: 'We will send an update as soon as there is progress or an estimate for recovery.',
      firstMitigated:
        'We will watch the situation and report the cause and the details of the impact in an update.',
      firstResolved: 'We will confirm the cause and the details of the impact and report them in an update.',
      interim: 'We will put together measures against a recurrence and send a final report.',
      interimMeeting:
        'We will review the incident on {{time}}, put together measures against a recurrence, and send a final report.',
      final: 'We will carry out the measures above by their dates and confirm that they work.',
      finalDone: 'All the measures above have been carried out. We continue to confirm that they work.',
      finalNone: 'Measures against a recurrence are being worked out; we will report them once decided.',
    },
    others: 'and {{count}} more',
    someone: 'a responder',
  },

  dialog: {
    title: 'Incident report',
    about:
      'Makes a one-page report from the board. Every text can be rewritten. Names of people become their roles.',
    stages: 'Stage of the report',
    to: 'To',
    toHint: 'A person, a company or a department',
    from: 'From',
    asOf: 'As of',
    asOfHint: 'For example 2026-04-18 22:30 ({{zone}}). Empty: the present time',
    asOfBad: 'Please type it like 2026-04-18 22:30.',
    follows: 'Follows the board',
    own: 'Rewritten',
    reset: 'Follow the board again',
    preview: 'Preview',
    readOnly: 'The board is final, so the texts cannot be changed. They can still be exported.',
  },
}
