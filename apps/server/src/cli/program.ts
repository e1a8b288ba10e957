import { findingSeverities } from '@kintsugi/analysis'
import { formats } from '@kintsugi/exchange/formats'
import { reportStages } from '@kintsugi/model'
import { createWords, type Language, languages, type Words } from '@kintsugi/words'
import { Command, CommanderError, Option } from 'commander'
import { analyzeFile, isSeverity, reaches } from './analyze.ts'
import { benchAnonymity, benchFaults } from './bench.ts'
import { type ExportAsked, exportBoard, pages } from './exportBoard.ts'
import { type Failure, failed, failure } from './failure.ts'
import { type ImportAsked, importFile, reportImport } from './importFile.ts'
import { languageOfTerminal } from './language.ts'
import { problemLine, reportAnalysis } from './reportAnalysis.ts'
import { reportVerification } from './reportVerification.ts'
import { openServer } from './server.ts'
import { verifyRevision } from './verify.ts'

/** What the command line touches of the world, so that a test can be the world. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>
  print(text: string): void
  complain(text: string): void
}

/** 0: fine. 1: what was checked is not fine. 2: bad input, told in one sentence. */
type ExitCode = number
type Asked = { lang?: string; json?: true }

export async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = 0
  /** Runs a command in the language asked for, and tells its failure in it. */
  const perform = async (
    asked: Asked,
    work: (t: Words, language: Language) => Promise<ExitCode | Failure>,
  ) => {
    const language = languageOfTerminal(asked.lang, terminal.env)
    const t = createWords(language).t
    const outcome = await work(t, language)
    if (!failed(outcome)) {
      exitCode = outcome
      return
    }
    exitCode = 2
    const { failure: problem } = outcome
    if (asked.json) terminal.print(JSON.stringify({ problems: [problem] }, null, 2))
    terminal.complain(problemLine(problem, t))
  }
  const environment = ({ url }: { url?: string }) =>
    url === undefined ? terminal.env : { ...terminal.env, KINTSUGI_URL: url }
  const json = (value: unknown): void => terminal.print(JSON.stringify(value, null, 2))

  const program = new Command('kintsugi')
    .description('Blameless incident postmortems on the command line')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.complain(text.trimEnd()),
    })
  const langOption = () => new Option('--lang <language>', 'language of the answer').choices([...languages])
  const command = (usage: string, description: string): Command =>
    program.command(usage).description(description).addOption(langOption())

  command(
    'analyze <file>',
    'read a postmortem, compute its durations and findings; nothing leaves this machine',
  )
    .option('--zone <zone>', 'time zone of times that name none, e.g. Asia/Tokyo')
    .option('--date <day>', 'day of times that have none, YYYY-MM-DD')
    .option('--fail-on <severity>', `exit with 1 on findings at or above: ${findingSeverities.join(', ')}`)
    .option('--json', 'print {snapshot, milestones, durations, findings, problems}')
    .action((file: string, asked: Asked & { zone?: string; date?: string; failOn?: string }) =>
      perform(asked, async (t, language) => {
        const { failOn } = asked
        if (failOn !== undefined && !isSeverity(failOn))
          return failure('severityUnknown', { severity: failOn, known: findingSeverities.join(', ') })
        const analysis = await analyzeFile(file, { zone: asked.zone ?? null, date: asked.date ?? null })
        if (failed(analysis)) return analysis
        if (asked.json) json(analysis)
        else terminal.print(reportAnalysis(analysis, t, language))
        return failOn !== undefined && reaches(analysis.findings, failOn) ? 1 : 0
      }),
    )

  command('import <file>', 'read a file into a board of the server (KINTSUGI_URL)')
    .option('--board <id>', 'the board to add to')
    .option('--new', 'make a new board')
    .option('--zone <zone>', 'time zone of times that name none, e.g. Asia/Tokyo')
    .option('--date <day>', 'day of times that have none, YYYY-MM-DD')
    .option('--url <url>', 'the server, in place of KINTSUGI_URL')
    .option('--json', 'print {boardId, url, format, batch, added, duplicates, problems}')
    .action((file: string, asked: Asked & ImportAsked & { url?: string }) =>
      perform(asked, async (t) => {
        const imported = await importFile(file, asked, openServer(environment(asked)))
        if (failed(imported)) return imported
        if (asked.json) json(imported)
        else {
          terminal.print(reportImport(imported, t))
          for (const problem of imported.problems) terminal.complain(problemLine(problem, t))
        }
        return 0
      }),
    )

  command('export <source>', 'write a board of the server, or a local file, as a document')
    .requiredOption(
      '--format <name>',
      `one of: ${[...formats.map(({ name }) => name), ...pages].join(', ')} (${pages.join(' and ')}: of the server's boards only)`,
    )
    .option('--out <file>', 'where to; without it, to the terminal')
    .addOption(
      new Option('--stage <stage>', 'which incident report').choices([...reportStages]).default('final'),
    )
    .option('--zone <zone>', 'of a local file: time zone of times that name none')
    .option('--date <day>', 'of a local file: day of times that have none, YYYY-MM-DD')
    .option('--url <url>', 'the server, in place of KINTSUGI_URL')
    .action((source: string, asked: Asked & ExportAsked & { url?: string }) =>
      perform(asked, async (t, language) => {
        const server = openServer(environment(asked))
        const written = await exportBoard(source, asked, { server, t, language })
        if (failed(written)) return written
        if (written.file === null) terminal.print(written.text.replace(/\r?\n$/, ''))
        else terminal.complain(t('exchangeCommands.written', { file: written.file }))
        return 0
      }),
    )

  command('verify <source>', 'hash a finalized revision (a file, or its address) and compare')
    .option('--hash <hash>', 'the SHA-256 you were sent; without it, what the server says')
    .option('--json', 'print {valid, computedHash, expectedHash, selfAttested, revision}')
    .action((source: string, asked: Asked & { hash?: string }) =>
      perform(asked, async (t, language) => {
        const verification = await verifyRevision(source, asked.hash)
        if (failed(verification)) return verification
        if (asked.json) json(verification)
        else terminal.print(reportVerification(verification, t, language))
        return verification.valid ? 0 : 1
      }),
    )

  const bench = program.command('bench').description('measure; needs a checkout of the source')
  bench
    .command('faults')
    .description('kill the server while it writes, again and again, and count lost edits')
    .option('--runs <n>', 'how many kills', '1000')
    .addOption(langOption())
    .action((asked: Asked & { runs: string }) => perform(asked, () => benchFaults(asked.runs)))
  bench
    .command('anonymity')
    .description('hold anonymous rounds, and count how often an attacker guesses who wrote a note')
    .option('--rounds <n>', 'how many rounds', '1000')
    .addOption(langOption())
    .action((asked: Asked & { rounds: string }) => perform(asked, () => benchAnonymity(asked.rounds)))

  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // Help and version end with 0; everything commander could not make sense of is bad input.
    return error.exitCode === 0 ? 0 : 2
  }
  return exitCode
}
