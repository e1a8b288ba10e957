import type { BuiltInWords } from './index.ts'

/** Three that somebody who has held many postmortems would keep at hand. Departments differ: copy one and make it yours. */
export const en: BuiltInWords = {
  major: {
    name: 'Major outage (SEV1)',
    about: 'Many could not use it, data or money was affected, or it was announced outside.',
    checklist: {
      owner: [
        'Owner and facilitator are two different people',
        'The meeting is set for a time at which those who worked the night have slept',
        'Summary (at most five sentences) and impact (counts, window, money) are written beforehand',
        'Chat, alerts and pictures of graphs are brought in before they expire',
      ],
      participants: [
        'Support and sales send somebody who can tell what customers saw',
        'The ground rules went out with the invitation, and everybody has read them',
      ],
      causes: [
        'Beside “why did it happen”: why did noticing take so long, why did recovery take so long',
        'Below the technical causes we reached a process or an organisation cause',
      ],
      response: [
        'Roles (lead, communication, hands on) and their hand-overs are looked back on',
        'Each big decision says what was visible then, and which other options there were',
      ],
      timeline: [
        'It starts before detection, with the change or the first sign',
        'The first announcement and its updates are on it, with their times',
        'It ends when the last after-effect did: data repaired, money returned',
      ],
      kpt: [
        'Interim measures have an end date, with the permanent one beside them',
        'We checked which other services are built the same way',
        'It is decided who gets the final report, and by when',
      ],
    },
    groundRules: [
      'We mend mechanisms, not people. We ask how it could happen, never who made it happen.',
      'Everybody acted sensibly with what they could see then. We do not judge by what we know now.',
      'What customers and those close to them saw is a fact like any other. Differing accounts are welcome.',
      '“I don’t know” and “I hesitated” are good sentences. They show where help was missing.',
      'Titles stay outside. Those who decide listen first, and do not hurry the causes to a conclusion.',
      'What is said here is for learning. It is not used to assess anybody.',
    ],
    departments: ['Development', 'Operations', 'QA', 'Support', 'Sales', 'Communications'],
    prompts: {
      summary:
        'When, on which service, what happened, how it looked to users, how it ended. Five sentences at most, for somebody who was not there.',
      impact:
        'Users, transactions and money affected, in numbers. When it began and ended. What failed and what kept working. How many asked us.',
      lessons:
        'Up to three lessons another team can use tomorrow. Also what worked well, and where we were lucky.',
    },
  },
  standard: {
    name: 'Standard incident',
    about: 'Some users or functions were affected, and it was over within the day. When in doubt, this one.',
    checklist: {
      owner: ['Summary and impact are written, with numbers', 'Alerts and chat are brought in'],
      participants: [
        'Those who responded, and at least one from a department that felt it, are invited',
        'The ground rules went out with the invitation',
      ],
      causes: ['The whys go on past “be more careful” until a mechanism answers'],
      response: ['At least one judgement that worked, and one that could go better, is named'],
      timeline: ['Detected, acknowledged, mitigated and resolved are marked, with evidence'],
      kpt: [
        'There are actions that prevent, and actions that contain',
        'Actions have somebody, a date, and a way to tell that they are done',
      ],
    },
    groundRules: [],
    departments: ['Development', 'Operations', 'Support'],
    prompts: {
      summary: 'What happened, to whom it showed and how, how it ended. Five sentences at most.',
      impact: 'How many people or jobs were affected, and when. Who noticed, and by what.',
      lessons: 'What would you tell the next person who sees the same signs?',
    },
  },
  nearMiss: {
    name: 'Near miss',
    about: 'No user felt it, or it was caught just in time. Half an hour.',
    checklist: {
      owner: ['Whoever noticed has been thanked', 'One sentence says what could have happened'],
      participants: [],
      causes: ['What stopped it (a person, a check, chance) stands there as a mitigating factor'],
      response: ['We told apart what a mechanism stopped from what luck did'],
      timeline: ['What made somebody notice is kept, with the screen or log they saw'],
      kpt: ['Where luck carried us there is one action now', 'Teams that do similar work have been told'],
    },
    groundRules: [
      'Telling us is the achievement. We begin with thanks.',
      'We do not stop at “nothing happened”. We ask whether it would be stopped again.',
      'We mend mechanisms, not people. In whose hands it happened does not matter.',
    ],
    departments: ['Development', 'Operations'],
    prompts: {
      summary: 'What nearly happened, and what stopped it. Three sentences.',
      impact: 'What was really affected (“nothing” if so), and how far it would have reached.',
      lessons: 'What would turn the thing that stopped it from chance into a mechanism?',
    },
  },
}
