/** The page “What this does not hide”. Never claims more than holds. */
export const anonymity = {
  title: 'What this does not hide',
  lead: 'In an anonymous round, nobody who takes part, and nobody who later gets hold of the database, a backup or the logs, can tell from them who wrote a note. That holds by how it is built, not by a promise. It has limits, and here they are.',
  holdsTitle: 'What holds',
  holds: {
    tokens:
      'Everybody present gets the same number of rights to post, as tokens blinded by their own browser. The server can tell that a token is genuine, but not whom it was given to.',
    post: 'Notes are posted without cookie, name or address in any log, all of the same size, and never through the connection by which you edit the board.',
    hidden: 'Until the reveal they lie on the server alone. Then they appear all at once, shuffled.',
    keys: 'Your browser alone knows which notes are yours. It checks that you are dealt the same key as everybody else, and that your notes are among those published.',
  },
  limitsTitle: 'What does not',
  limits: {
    network: {
      title: 'The network, to whoever runs the server now',
      text: 'Nothing is logged. But whoever controls the server, the proxy in front of it or the network while the round is open can watch connections: from which address something of that size came, and when. In a company network an address is often a person. If you must hide from the people who run this server, do not write it here.',
    },
    code: {
      title: 'The code of the server',
      text: 'Your browser gets this program from the server. Somebody who changes the program can make it tell on you. Your browser catches a key made for you alone; it cannot catch everything. You trust whoever hosts it to run what is published.',
    },
    style: {
      title: 'How you write',
      text: 'Favourite words, punctuation, dialect, the language itself. Short plain sentences say less about their author. Nothing here rewrites yours.',
    },
    content: {
      title: 'What you say about yourself',
      text: '“When I was on call that night” names you. So does what only one person could know.',
    },
    group: {
      title: 'Small groups',
      text: 'With {{example}} people present, each of them guesses right with 1 in {{others}}, because they know what they did not write themselves. Below {{least}} an anonymous round is refused; below {{warn}} it warns. If all others talk to each other, what is left is yours.',
    },
    time: {
      title: 'When things happen in the room',
      text: 'While the round is open, somebody beside you or on a shared screen may see you type. The number of notes follows with a delay and cursors are hidden, but people have eyes and ears.',
    },
    device: {
      title: 'Your device',
      text: 'So that you can change your notes later, your browser keeps their words and keys. Whoever can open your browser can see them, until you choose “Forget my keys”.',
    },
    few: {
      title: 'A round in which few write',
      text: 'The number of notes is known to all. If everybody else says that they wrote none, the notes are yours. Later changes leave three at a time or with the next step, for the same reason.',
    },
  },
  close: 'Close',
  ownPage: 'This page by itself',
  home: 'To the start page',
}
