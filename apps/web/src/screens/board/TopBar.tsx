import { Bowl, Button, IconButton, MendedRing } from '@kintsugi/ui'
import { formatPercent } from '@kintsugi/words'
import { FileInput, PanelRight } from 'lucide-react'
import { followLink } from '../../app/router.ts'
import { SettingsMenu } from '../../app/SettingsMenu.tsx'
import { useWords } from '../../app/wordsContext.tsx'
import { useBoard, useDesk, useReadable, useWritable } from '../../board/boardContext.tsx'
import { coverIn } from '../../board/readings.ts'
import { keysOf } from '../../canvas/keyMap.ts'
import { type ZoneName, zoneNames } from '../../canvas/placed.ts'
import { SeverityChip } from '../../incident/SeverityChip.tsx'
import { TitleField } from '../../incident/TitleField.tsx'
import { Avatars } from './Avatars.tsx'
import { SaveStateMark } from './SaveStateMark.tsx'

export interface TopBarProps {
  onZone: (zone: ZoneName | 'whole') => void
  onImport: () => void
  onFinalize: () => void
  onKeys: () => void
}
export function TopBar({ onZone, onImport, onFinalize, onKeys }: TopBarProps) {
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
        <TitleField />
        <SeverityChip />
      </div>
      <nav className="k-zones" aria-label={t('board.zones')}>
        {zoneNames.map((name, i) => (
          <button
            key={name}
            type="button"
            data-tip={`${t(`board.zoneTip.${name}`)}  ${i + 1}`}
            aria-keyshortcuts={String(i + 1)}
            data-testid={`zone-${name}`}
            onClick={() => onZone(name)}
          >
            {t(`board.zoneName.${name}`)}
          </button>
        ))}
        <button
          type="button"
          data-tip={`${t('board.zoneTip.whole')}  ${keysOf.zone0}`}
          aria-keyshortcuts={keysOf.zone0}
          data-testid="zone-whole"
          onClick={() => onZone('whole')}
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
        <Avatars />
        <IconButton
          label={t('board.importDocument')}
          side="end"
          disabled={!writable}
          data-testid="import"
          onClick={onImport}
        >
          <FileInput size={17} />
        </IconButton>
        <SettingsMenu onKeys={onKeys} />
        <IconButton
          label={t('board.inspector')}
          side="end"
          aria-pressed={inspectorOpen}
          data-testid="toggle-inspector"
          className="k-quiet-pressed"
          onClick={() => desk.inspectorOpen.set(!inspectorOpen)}
        >
          <PanelRight size={17} />
        </IconButton>
        {writable && (
          <Button look="gold" data-testid="finalize" onClick={onFinalize}>
            {t('board.finalize')}
          </Button>
        )}
      </div>
    </header>
  )
}
