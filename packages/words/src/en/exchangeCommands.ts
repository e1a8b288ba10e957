/** What `kintsugi import` and `kintsugi export` say. */
export const exchangeCommands = {
  imported:
    'Read as {{format}}: {{added}} items added, {{duplicates}} duplicates left out. Id for taking it back: {{batch}}',
  boardAt: 'Board: {{url}}',
  written: 'Written to {{file}}.',
}
