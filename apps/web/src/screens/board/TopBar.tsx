import { Bowl, Button, IconButton, MendedRing } from '@kintsugi/ui'
import { formatPercent } from '@kintsugi/words'
import { FileInput, LayoutDashboard, ListTree, PanelRight, Share2 } from 'lucide-react'
import { Suspense } from 'react'
import { later } from '../../app/later.ts'
import { followLink } from '../../app/router.ts'
import { useWords } from '../../app/wordsContext.tsx'
import { useBoard, useDesk, useReadable, useWritable } from '../../board/boardContext.tsx'
import { coverIn } from '../../board/readings.ts'
import { zoneNames } from '../../canvas/placed.ts'
import { SeverityChip } from '../../incident/SeverityChip.tsx'
import { TitleField } from '../../incident/TitleField.tsx'
import type { View } from '../../outline/viewFor.ts'
import { BoardMenu } from './commands/BoardMenu.tsx'
import type { BoardCommands } from './commands/command.ts'
import { shownKey } from './commands/keys.ts'
import { SaveStateMark } from './SaveStateMark.tsx'

export interface TopBarProps {
  commands: BoardCommands
  view: View
}
const Avatars = later(() => import('./Avatars.tsx').then(({ Avatars }) => ({ default: Avatars })))
const SettingsMenu = later(() =>
  import('../../app/SettingsMenu.tsx').then(({ SettingsMenu }) => ({ default: SettingsMenu })),
)

export function TopBar({ commands: { run, context }, view }: TopBarProps) {
  const { t, language } = useWords()
  const desk = useDesk()
  const mended = useBoard((s) => coverIn(s).mended)
  const inspectorOpen = useReadable(desk.inspectorOpen)
  const writable = useWritable()
  return (
    <header className="k-topbar">
      <div className="k-topbar-start">
        <a
          href="/"
          className="k-home-link"
          aria-label={t('app.toHome')}
          data-tip={t('app.toHome')}
          onClick={followLink}
        >
          <Bowl size={26} />
        </a>
        <BoardMenu context={context} />
        <TitleField />
        <SeverityChip />
      </div>
      <nav className="k-zones" aria-label={t('board.zones')}>
        {zoneNames.map((name) => (
          <button
            key={name}
            type="button"
            data-tip={`${t(`board.zoneTip.${name}`)}  ${shownKey(name)}`}
            aria-keyshortcuts={shownKey(name)}
            data-testid={`zone-${name}`}
            onClick={() => run(name)}
          >
            {t(`board.zoneName.${name}`)}
          </button>
        ))}
        <button
          type="button"
          data-tip={`${t('board.zoneTip.whole')}  ${shownKey('whole')}`}
          aria-keyshortcuts={shownKey('whole')}
          data-testid="zone-whole"
          onClick={() => run('whole')}
        >
          {t('board.zoneName.whole')}
        </button>
      </nav>
      <div className="k-topbar-end">
        {mended !== null && (
          <span className="k-mended" data-testid="mended" data-tip={t('board.mendedTip')} data-tip-wide>
            <MendedRing share={mended} />
            <span>
              {t('board.mended')} <b>{formatPercent(mended, language)}</b>
            </span>
          </span>
        )}
        <SaveStateMark />
        <Suspense>
          <Avatars />
        </Suspense>
        <Button
          aria-haspopup="dialog"
          data-testid="share"
          data-tip={t('commands.names.share')}
          onClick={() => run('share')}
        >
          <Share2 size={15} aria-hidden="true" />
          <span className="k-wide-label">{t('commands.names.share')}</span>
        </Button>
        <IconButton
          label={t('board.importDocument')}
          side="end"
          disabled={!writable}
          data-testid="import"
          onClick={() => run('importDocument')}
        >
          <FileInput size={17} />
        </IconButton>
        <Suspense fallback={<span className="k-icon-button" />}>
          <SettingsMenu onKeys={() => run('keys')} />
        </Suspense>
        <Button
          className="k-view-switch"
          aria-keyshortcuts={shownKey('outline')}
          data-testid="switch-view"
          data-tip={`${t(view === 'outline' ? 'view.toCanvas' : 'view.toOutline')}  ${shownKey('outline')}`}
          onClick={() => run('outline')}
        >
          {view === 'outline' ? (
            <LayoutDashboard size={15} aria-hidden="true" />
          ) : (
            <ListTree size={15} aria-hidden="true" />
          )}
          <span className="k-wide-label">{t(view === 'outline' ? 'view.canvas' : 'view.outline')}</span>
        </Button>
        {view === 'canvas' && (
          <IconButton
            label={t('board.inspector')}
            side="end"
            aria-pressed={inspectorOpen}
            data-testid="toggle-inspector"
            className="k-quiet-pressed k-says-itself"
            onClick={() => run('inspector')}
          >
            <PanelRight size={17} />
          </IconButton>
        )}
        {writable && (
          <Button look="gold" data-testid="finalize" onClick={() => run('finalize')}>
            {t('board.finalize')}
          </Button>
        )}
      </div>
    </header>
  )
}
