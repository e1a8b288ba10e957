import { findingSeverities } from '@kintsugi/analysis'
import { createWords, type Language, languages, type Words } from '@kintsugi/words'
import { Command, CommanderError, Option } from 'commander'
import { analyzeFile, isSeverity, reaches } from './analyze.ts'
import { benchFaults } from './bench.ts'
import { type Failure, failed, failure } from './failure.ts'
import { languageOfTerminal } from './language.ts'
import { problemLine, reportAnalysis } from './reportAnalysis.ts'
import { reportVerification } from './reportVerification.ts'
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

  program
    .command('bench')
    .description('measure; needs a checkout of the source')
    .command('faults')
    .description('kill the server while it writes, again and again, and count lost edits')
    .option('--runs <n>', 'how many kills', '1000')
    .addOption(langOption())
    .action((asked: Asked & { runs: string }) => perform(asked, () => benchFaults(asked.runs)))

  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // Help and version end with 0; everything commander could not make sense of is bad input.
    return error.exitCode === 0 ? 0 : 2
  }
  return exitCode
}
