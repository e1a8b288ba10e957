import { addressReport, writeReport } from '@kintsugi/board'
import { deriveReport } from '@kintsugi/exchange/formats'
import { type Incident, type ReportStage, reportStages, reportTexts } from '@kintsugi/model'
import { ChoiceChips, TextField } from '@kintsugi/ui'
import { Dialog } from '@kintsugi/ui/overlays'
import { type Language, languages } from '@kintsugi/words'
import { useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../board/boardContext.tsx'
import { AsOfField } from './AsOfField.tsx'
import { HandOver } from './HandOver.tsx'
import { Preview } from './Preview.tsx'
import { ReportTextField } from './ReportTextField.tsx'
import { useDocument } from './useDocument.ts'
import './documents.css'

const fieldOf = {
  first: 'reportFirst',
  interim: 'reportInterim',
  final: 'reportFinal',
} as const satisfies Record<ReportStage, keyof Incident>

/** The stage a report is likely wanted for: over is over. */
const likely = ({ status }: Incident): ReportStage =>
  status === 'ongoing' ? 'first' : status === 'mitigated' ? 'interim' : 'final'

/** 障害報告書: one page, three stages, every text the board's own until somebody rewrites it. */
export function ReportDialog({ onClose }: { onClose: () => void }) {
  const { t, language: spoken } = useWords()
  const { board, boardId } = useSession()
  const writable = useWritable()
  const incident = useBoard((s) => s.incident)
  const [stage, setStage] = useState<ReportStage>(() => likely(incident))
  const [language, setLanguage] = useState<Language>(spoken)
  const written = useDocument('reportText', language, stage)
  const own = incident[fieldOf[stage]]
  const derived = written && deriveReport(written.snapshot, written.context)
  return (
    <Dialog
      title={t('report.dialog.title')}
      closeLabel={t('app.close')}
      width={1080}
      onClose={onClose}
      footer={
        <HandOver
          written={written}
          rich={false}
          page={`/api/boards/${boardId}/export/reportHtml?lang=${language}&stage=${stage}`}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-[13.5px] text-soft">{t('report.dialog.about')}</p>
        <div className="k-doc-options">
          <ChoiceChips
            label={t('report.dialog.stages')}
            choices={reportStages.map((value) => ({ value, label: t(`report.stage.${value}`) }))}
            value={stage}
            onChoose={(value) => value && setStage(value)}
          />
          <ChoiceChips
            label={t('documents.dialog.language')}
            choices={languages.map((value) => ({ value, label: t(`app.languageName.${value}`) }))}
            value={language}
            onChoose={(value) => value && setLanguage(value)}
          />
        </div>
        <p className="k-hint">{t(`report.stageHint.${stage}`)}</p>
        {!writable && (
          <p className="k-doc-missing" role="status">
            {t('report.dialog.readOnly')}
          </p>
        )}
        <div className="k-report">
          <div className="k-report-form" key={stage}>
            <TextField
              label={t('report.dialog.to')}
              hint={t('report.dialog.toHint')}
              value={incident.reportTo}
              maxLength={200}
              disabled={!writable}
              testId="report-to"
              onCommit={(reportTo) => void addressReport(board, { reportTo: reportTo.trim() })}
            />
            <TextField
              label={t('report.dialog.from')}
              value={incident.reportFrom}
              maxLength={200}
              disabled={!writable}
              testId="report-from"
              onCommit={(reportFrom) => void addressReport(board, { reportFrom: reportFrom.trim() })}
            />
            <AsOfField
              value={own.asOf}
              zone={incident.timeZone}
              writable={writable}
              onWrite={(asOf) => writeReport(board, stage, { asOf })}
            />
            {derived &&
              reportTexts.map((name) => (
                <ReportTextField
                  key={name}
                  name={name}
                  heading={t(
                    name === 'measures' && stage === 'final'
                      ? 'report.finalText.measures'
                      : `report.text.${name}`,
                  )}
                  own={own[name]}
                  derived={derived[name]}
                  writable={writable}
                  onWrite={(text) => writeReport(board, stage, { [name]: text })}
                />
              ))}
          </div>
          <div className="k-report-preview">
            <h3>{t('report.dialog.preview')}</h3>
            <Preview written={written} formatted={false} />
          </div>
        </div>
      </div>
    </Dialog>
  )
}
