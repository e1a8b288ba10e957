import { applyTemplate } from '@kintsugi/board/templates'
import { promptedTexts } from '@kintsugi/model'
import { additionOf, addsNothing, type TemplateContent, templateOf } from '@kintsugi/model/templates'
import { type ReactNode, useCallback } from 'react'
import { say } from '../../app/toasts.tsx'
import { useWords } from '../../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../../board/boardContext.tsx'
import { TemplatesDialog } from '../../templates/TemplatesDialog.tsx'
import { problemSentence } from '../problemSentence.ts'
import type { BoardCommands } from './commands/command.ts'

export interface TemplatesOnBoardProps {
  commands: BoardCommands
  onClose: () => void
}

/** The templates beside a board: what one would add to it, and this board as the next one. */
export function TemplatesOnBoard({ commands, onClose }: TemplatesOnBoardProps) {
  const { t } = useWords()
  const { board, history } = useSession()
  const snapshot = useBoard((s) => s)
  const writable = useWritable()
  const explain = useCallback((error: unknown) => problemSentence(t, error), [t])
  const title = snapshot.incident.guide?.name || snapshot.incident.title || t('app.home.untitled')
  return (
    <TemplatesDialog
      explain={explain}
      use={
        writable
          ? {
              how: 'apply',
              act(template) {
                applyTemplate(board, template)
                onClose()
                say(t('templates.applied', { name: template.name }), {
                  action: {
                    label: t('board.undo'),
                    act: () => void commands.run('undo'),
                    // After another step it would take back that one.
                    until: history.subscribe,
                  },
                })
              },
            }
          : null
      }
      effect={(template) => (writable ? effectOf(template) : null)}
      keep={() => templateOf(snapshot, title.slice(0, 100))}
      onClose={onClose}
    />
  )

  function effectOf(template: TemplateContent): ReactNode | false {
    const addition = additionOf(template, snapshot)
    if (addsNothing(addition)) return false
    const { severity, guide, groundRules, checklist } = addition
    const before = snapshot.incident.guide
    const departments = (guide?.departments.length ?? 0) - (before?.departments.length ?? 0)
    const asks = promptedTexts.some((text) => guide?.prompts[text] && !before?.prompts[text])
    const parts = [
      checklist.length > 0 && t('templates.adds.checklist', { count: checklist.length }),
      groundRules !== '' && t('templates.adds.groundRules'),
      guide && departments > 0 && t('templates.adds.departments', { count: departments }),
      asks && t('templates.adds.prompts'),
      guide?.meetingMinutes && !before?.meetingMinutes && t('templates.adds.minutes'),
      severity && t('templates.adds.severity', { severity: t(`terms.severity.${severity}`) }),
    ].filter((part) => typeof part === 'string')
    return (
      <>
        <b>{t('templates.adds.title')}</b>
        <br />
        {parts.join(' · ')}
        <br />
        {t('templates.adds.keeps')}
      </>
    )
  }
}
