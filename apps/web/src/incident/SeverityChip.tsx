import { describeIncident } from '@kintsugi/board'
import { severities } from '@kintsugi/model'
import { Suspense, useRef, useState } from 'react'
import { later } from '../app/later.ts'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../board/boardContext.tsx'

const Menu = later(() => import('@kintsugi/ui/overlays').then(({ Menu }) => ({ default: Menu })))

export function SeverityChip() {
  const { t } = useWords()
  const { board } = useSession()
  const severity = useBoard((s) => s.incident.severity)
  const writable = useWritable()
  const anchor = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className="k-chip flex-none"
        data-look={severity === 'sev1' || severity === 'sev2' ? 'alarm' : 'plain'}
        disabled={!writable}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={t('board.severityIs', {
          severity: severity ? t(`terms.severity.${severity}`) : t('board.notSet'),
        })}
        data-testid="severity"
        onClick={() => setOpen(true)}
      >
        {severity ? t(`terms.severity.${severity}`) : t('board.setSeverity')}
      </button>
      {open && (
        <Suspense>
          <Menu
            label={t('board.severity')}
            anchor={anchor}
            onClose={() => setOpen(false)}
            groups={[
              {
                id: 'severity',
                entries: [
                  ...severities.map((name) => ({
                    id: name,
                    label: `${t(`terms.severity.${name}`)}  ${t(`board.severityAbout.${name}`)}`,
                    checked: name === severity,
                    act: () => describeIncident(board, { severity: name }),
                  })),
                  {
                    id: 'none',
                    label: t('board.notSet'),
                    checked: severity === null,
                    act: () => describeIncident(board, { severity: null }),
                  },
                ],
              },
            ]}
          />
        </Suspense>
      )}
    </>
  )
}
