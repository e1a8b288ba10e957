import { IconButton } from '@kintsugi/ui'
import { languages } from '@kintsugi/words'
import { Languages, Monitor, Moon, SlidersHorizontal, Sun, UserRound } from 'lucide-react'
import { Suspense, useRef, useState, useSyncExternalStore } from 'react'
import { ensureGuest } from '../identity/guest.ts'
import { later } from './later.ts'
import { chooseTheme, theme, themes } from './theme.ts'
import { chooseLanguage } from './words.ts'
import { useWords } from './wordsContext.tsx'

const Menu = later(() => import('@kintsugi/ui/overlays').then(({ Menu }) => ({ default: Menu })))
const NameDialog = later(() => import('./NameDialog.tsx').then(({ NameDialog }) => ({ default: NameDialog })))
const themeIcons = { auto: <Monitor size={14} />, light: <Sun size={14} />, dark: <Moon size={14} /> }

/** The own name, language and appearance, kept in this browser. */
export function SettingsMenu({ onKeys }: { onKeys?: () => void }) {
  const { t, language } = useWords()
  const current = useSyncExternalStore(theme.subscribe, theme.get)
  const anchor = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [ownName, setOwnName] = useState('')
  const [naming, setNaming] = useState(false)
  return (
    <>
      <IconButton
        ref={anchor}
        label={t('app.settings')}
        side="end"
        aria-haspopup="menu"
        aria-expanded={open}
        data-testid="settings"
        onClick={() => {
          setOwnName(ensureGuest(language).name)
          setOpen(true)
        }}
      >
        <SlidersHorizontal size={17} />
      </IconButton>
      {open && (
        <Suspense>
          <Menu
            label={t('app.settings')}
            anchor={anchor}
            onClose={() => setOpen(false)}
            groups={[
              {
                id: 'you',
                title: t('app.you.title'),
                entries: [
                  { id: 'name', label: ownName, icon: <UserRound size={14} />, act: () => setNaming(true) },
                ],
              },
              {
                id: 'language',
                title: t('app.language'),
                entries: languages.map((name) => ({
                  id: name,
                  label: t(`app.languageName.${name}`),
                  icon: <Languages size={14} />,
                  checked: name === language,
                  act: () => void chooseLanguage(name),
                })),
              },
              {
                id: 'theme',
                title: t('app.theme'),
                entries: themes.map((name) => ({
                  id: name,
                  label: t(`app.themeName.${name}`),
                  icon: themeIcons[name],
                  checked: name === current,
                  act: () => chooseTheme(name),
                })),
              },
              ...(onKeys
                ? [
                    {
                      id: 'help',
                      entries: [{ id: 'keys', label: t('commands.names.keys'), keys: '?', act: onKeys }],
                    },
                  ]
                : []),
            ]}
          />
        </Suspense>
      )}
      {naming && (
        <Suspense>
          <NameDialog onClose={() => setNaming(false)} />
        </Suspense>
      )}
    </>
  )
}
