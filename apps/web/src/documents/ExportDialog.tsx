import { formats } from '@kintsugi/exchange/formats'
import { type BoardSnapshot, plainTextOf, type ReportStage, reportStages } from '@kintsugi/model'
import { ChoiceChips } from '@kintsugi/ui'
import { Dialog, Select } from '@kintsugi/ui/overlays'
import { type Language, languages } from '@kintsugi/words'
import { useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession } from '../board/boardContext.tsx'
import { HandOver } from './HandOver.tsx'
import { Preview } from './Preview.tsx'
import { type FormatName, useDocument } from './useDocument.ts'
import './documents.css'

const isReport = (name: FormatName): boolean => name === 'reportText' || name === 'reportMarkdown'

/** Parts that a document of the whole board lacks, in the order of its chapters. */
function missingIn({ incident, timeline, causes, actions }: BoardSnapshot) {
  const lacks = {
    title: incident.title.trim() === '',
    summary: plainTextOf(incident.summary) === '',
    impact: plainTextOf(incident.impact) === '',
    timeline: timeline.length === 0,
    causes: causes.length === 0,
    actions: actions.length === 0,
  }
  return (Object.keys(lacks) as (keyof typeof lacks)[]).filter((part) => lacks[part])
}

/** Choose a document, look at it, take it along. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const { t, language: own } = useWords()
  const { boardId } = useSession()
  const [name, setName] = useState<FormatName>('markdown')
  const [language, setLanguage] = useState<Language>(own)
  const [stage, setStage] = useState<ReportStage>('final')
  const missing = missingIn(useBoard((s) => s))
  const written = useDocument(name, language, stage)
  const page =
    name === 'json'
      ? null
      : `/api/boards/${boardId}/export/${isReport(name) ? 'reportHtml' : 'html'}?lang=${language}&stage=${stage}`
  return (
    <Dialog
      title={t('documents.dialog.title')}
      closeLabel={t('app.close')}
      width={760}
      onClose={onClose}
      footer={<HandOver written={written} rich={name === 'richText'} page={page} />}
    >
      <div className="flex flex-col gap-4">
        <p className="text-[13.5px] text-soft">{t('documents.dialog.about')}</p>
        <div className="k-doc-options">
          <Select
            label={t('documents.dialog.format')}
            choices={formats.map((format) => ({
              value: format.name,
              label: t(`documents.format.${format.name}.name`),
            }))}
            value={name}
            onChoose={setName}
            testId="document-format"
          />
          {name !== 'json' && (
            <ChoiceChips
              label={t('documents.dialog.language')}
              choices={languages.map((value) => ({ value, label: t(`app.languageName.${value}`) }))}
              value={language}
              onChoose={(value) => value && setLanguage(value)}
            />
          )}
          {isReport(name) && (
            <ChoiceChips
              label={t('report.dialog.stages')}
              choices={reportStages.map((value) => ({ value, label: t(`report.stage.${value}`) }))}
              value={stage}
              onChoose={(value) => value && setStage(value)}
            />
          )}
        </div>
        <p className="k-hint" data-testid="document-about">
          {t(`documents.format.${name}.about`)}
        </p>
        {missing.length > 0 && (
          <p className="k-doc-missing" role="status">
            {t('documents.dialog.missing', {
              list: missing.map((part) => t(`documents.dialog.missingPart.${part}`)).join(t('reading.comma')),
            })}
          </p>
        )}
        <Preview written={written} formatted={name === 'richText'} />
      </div>
    </Dialog>
  )
}
