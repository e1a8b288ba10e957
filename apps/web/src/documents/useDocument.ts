import { fileNameOf, formatNamed, type formats, type WriteContext } from '@kintsugi/exchange/formats'
import { type BoardSnapshot, type ReportStage, toInstant } from '@kintsugi/model'
import type { Language, Words } from '@kintsugi/words'
import { useEffect, useMemo, useState } from 'react'
import { wordsIn } from '../app/words.ts'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard } from '../board/boardContext.tsx'

export type FormatName = (typeof formats)[number]['name']
export interface Written {
  text: string
  fileName: string
  mediaType: string
  context: WriteContext
  snapshot: BoardSnapshot
}

/** The sentences of a document's language, which need not be the one on the screen; null until they are there. */
function useWordsIn(language: Language): Words | null {
  const own = useWords()
  const [loaded, setLoaded] = useState<{ language: Language; t: Words } | null>(null)
  useEffect(() => {
    let wanted = true
    void wordsIn(language).then((t) => wanted && setLoaded({ language, t }))
    return () => {
      wanted = false
    }
  }, [language])
  if (language === own.language) return own.t
  return loaded?.language === language ? loaded.t : null
}

/** The board as a document, always of its present state; null while the language is on its way. */
export function useDocument(name: FormatName, language: Language, stage: ReportStage): Written | null {
  const snapshot = useBoard((s) => s)
  const words = useWordsIn(language)
  const [now] = useState(() => toInstant(Math.floor(Date.now() / 60_000) * 60_000))
  return useMemo(() => {
    const format = formatNamed(name)
    if (!format || !words) return null
    const context: WriteContext = { language, words, now, stage }
    const text = format.write(snapshot, context)
    return { text, fileName: fileNameOf(snapshot, format), mediaType: format.mediaType, context, snapshot }
  }, [name, words, language, now, stage, snapshot])
}
