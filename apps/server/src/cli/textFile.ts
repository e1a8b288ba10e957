import { readFile, stat } from 'node:fs/promises'
import { decodeText } from '@kintsugi/exchange'
import { limits, type Problem } from '@kintsugi/model'
import { type Failure, failure } from './failure.ts'

export const megabytes = (bytes: number): number => Math.round(bytes / 100_000) / 10

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

/** A file's bytes, refused by its size before anything is read. */
export async function readBytes(file: string, limit: number): Promise<Uint8Array | Failure> {
  try {
    const facts = await stat(file)
    if (facts.isDirectory()) return failure('fileIsFolder', { file })
    if (facts.size > limit)
      return failure('fileTooBig', { file, sizeMB: megabytes(facts.size), limitMB: megabytes(limit) })
    const bytes = await readFile(file)
    return bytes.length === 0 ? failure('fileEmpty', { file }) : bytes
  } catch (error) {
    const reason = reasonOf(error)
    return reason === 'ENOENT'
      ? failure('fileMissing', { file })
      : failure('fileUnreadable', { file, reason })
  }
}

export interface TextFile {
  text: string
  /** Lines that could not be decoded, or only in another encoding than the rest. */
  problems: Problem[]
}

/** Text of a file to analyze, in whatever encoding people's tools write it: UTF-8, UTF-16, Shift_JIS, EUC-JP, ISO-2022-JP. */
export async function readTextFile(file: string): Promise<TextFile | Failure> {
  const bytes = await readBytes(file, limits.importBytes)
  if (!(bytes instanceof Uint8Array)) return bytes
  const { text, encoding, problems } = decodeText(bytes)
  if (encoding === null) return failure('fileNotText', { file, line: problems[0]?.line ?? 1 })
  return text.trim() === '' ? failure('fileEmpty', { file }) : { text, problems }
}
