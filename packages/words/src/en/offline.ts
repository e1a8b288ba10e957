/** Without a network: the app on this device, boards kept here, and the recovered copy. */
export const offline = {
  newVersion: {
    there: 'A new version of Kintsugi is ready. Nothing you wrote is lost by reloading.',
    needed:
      'Kintsugi has been updated, and a part of this page is no longer there. Reload to go on; what you wrote is kept.',
    reload: 'Reload',
    later: 'Later',
  },
  home: {
    title: 'The server cannot be reached',
    about:
      'These are the boards kept on this device. You can go on writing in them; it goes out as soon as the server is back.',
    empty: 'No board is kept on this device yet. A board you have opened once opens without the server too.',
    boards: 'On this device',
    opened: 'Last open here {{when}}',
    newNeedsServer:
      'A new board needs the server, which cannot be reached now. Boards kept here can be written in.',
  },
  boardAway: 'This board is not on this device yet',
  boardAwayAbout:
    'The server cannot be reached, and a board has to be opened once with it before it opens without. It opens by itself as soon as the server answers.',
}
