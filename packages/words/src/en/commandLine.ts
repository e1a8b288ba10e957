/** What the command line prints for people. */
export const commandLine = {
  valid: 'Valid: these are the bytes that were finalized.',
  invalid: 'Not valid: these are not the bytes that were finalized.',
  computed: 'SHA-256 computed: {{hash}}',
  expected: 'SHA-256 expected: {{hash}}',
  selfAttested:
    'The hash to compare with came from the same server as the bytes. The one in your mail or calendar proves more: --hash HASH.',
  timeline: 'Timeline',
  durations: 'Durations',
  findings: 'Findings',
  problems: 'Doubts and gaps in reading',
  atLine: 'line {{line}}: {{text}}',
  counts: '{{entries}} timeline entries, {{causes}} causes, {{actions}} actions',
}
