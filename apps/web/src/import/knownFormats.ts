/** What is read, by the names that its kinds have for people. */
export const knownFormats = [
  'csv',
  'html',
  'json',
  'lineTalk',
  'logLines',
  'markdown',
  'slackPaste',
  'slackPermalink',
  'teamsPaste',
] as const
